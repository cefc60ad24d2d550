package org.hqccp.importing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * Takes records as they come, in any order, and keeps of each student what the crosswalk reads: never the record. So what is held grows
 * with the number of students and of facts mapped, not with the size of the files.
 */
final class Gathering {
    /** A sender of more is a mistake, or no friend. */
    static final int MOST_STUDENTS = 2_000_000;

    private final Map<String, RecordRows> records;
    private final ImportOptions options;
    private final ImportReport report;
    private final Meanings meanings;
    private final Lookups lookups = new Lookups();
    private final Claims claims;
    private final Sayings sayings;
    private final Counting counting;
    private final Itemizing itemizing;
    private final Map<String, Student> students = new LinkedHashMap<>();
    /** People whom the roster tells of, and who are no students. */
    private final Set<String> others = new HashSet<>();

    private final Set<String> seen = new HashSet<>();
    private final Set<String> damaged = new HashSet<>();
    private boolean isFull;

    Gathering(Crosswalk crosswalk, ImportOptions options, ImportReport report) {
        List<CrosswalkRow> rows = crosswalk.rows(options.format());
        this.records = RecordRows.of(rows);
        this.options = options;
        this.report = report;
        this.meanings = new Meanings(crosswalk, options.asOf());
        this.claims = new Claims(rows, meanings, lookups, report);
        this.sayings = new Sayings(claims, meanings, options.asOf());
        this.counting = new Counting(rows, options.asOf(), meanings, report);
        this.itemizing = new Itemizing(rows, meanings, sayings, report);
    }

    @Nullable
    RecordRows rows(String record) {
        return records.get(record);
    }

    Meanings meanings() {
        return meanings;
    }

    Lookups lookups() {
        return lookups;
    }

    Claims claims() {
        return claims;
    }

    Counting counting() {
        return counting;
    }

    Itemizing itemizing() {
        return itemizing;
    }

    /** The kinds of records there are. */
    Collection<RecordRows> records() {
        return records.values();
    }

    Map<String, Student> students() {
        return students;
    }

    /** Whether the roster tells of somebody who is no student now. */
    boolean isOther(String id) {
        return others.contains(id);
    }

    /** Whether the format has another kind of record that says who is a student. */
    boolean isConfirmedElsewhere() {
        return records.values().stream().anyMatch(rows -> !rows.all(How.MEMBER).isEmpty());
    }

    /** Whether records that say who is a student were met. */
    boolean hasSeenMembers() {
        return records.values().stream()
                .filter(rows -> !rows.all(How.MEMBER).isEmpty())
                .anyMatch(rows -> seen.contains(rows.record()));
    }

    /** Whether a kind of record was met. */
    boolean hasSeen(String record) {
        return seen.contains(record);
    }

    /** Whether a kind of record came whole, so that it can be believed to be complete. */
    boolean isWhole(String record) {
        return seen.contains(record) && !damaged.contains(record);
    }

    /** A record of this kind could not be read: it may have been about anybody. */
    void damage(String record) {
        damaged.add(record);
    }

    /** A file broke off: what its rest would have told of is not known. */
    void damageAll() {
        damaged.addAll(records.keySet());
    }

    /** A file of this kind was opened. */
    void open(String record) {
        seen.add(record);
    }

    /** @param has whether the files of this kind have an element at all */
    void accept(RecordRows rows, Scope record, Predicate<String> has) {
        seen.add(rows.record());
        report.read(rows.record());
        CrosswalkRow listKey = rows.first(How.LIST_KEY);
        if (listKey != null) {
            CrosswalkRow.When when = listKey.when();
            boolean isOfKind = when == null || meanings.meets(when, record.get(when.element()));
            rows.all(How.LIST_VALUE).forEach(value -> lookups.add(listKey, value, record, isOfKind, report));
        }
        if (rows.isOfCalendar() && !counting.calendars().accept(rows, record)) {
            damage(rows.record());
        }
        CrosswalkRow key = rows.first(How.KEY, How.STUDENT, How.MEMBER);
        if (key == null || !isAskedFor(rows, record, has)) {
            return;
        }
        // Of some records something is held even where they are over now, or cannot be read.
        String id = rows.isHeldOfEach() ? id(key, record) : null;
        if (rows.isHeldOfEach() && (id == null || !isHeld(rows, id, record))) {
            return;
        }
        if (!holds(rows, id, record)) {
            return;
        }
        id = id == null ? id(key, record) : id;
        Student student = id == null ? null : student(id, key, record);
        if (id == null || student == null) {
            return;
        }
        if (rows.hasItems()) {
            itemizing.accept(rows, id, record);
        }
        switch (key.how()) {
            case KEY -> enroll(rows, student, record, has);
            case MEMBER -> student.confirm();
            default -> {}
        }
        for (CrosswalkRow row : rows.saying()) {
            sayings.say(rows, row, student, record);
        }
    }

    /** Holds what is counted, and what held on a day; whether the record says more. */
    private boolean isHeld(RecordRows rows, String id, Scope record) {
        if (!rows.all(How.ON_DAY).isEmpty()) {
            itemizing.span(rows, id, record);
        }
        return !rows.counts() || counting.accept(rows, id, record);
    }

    /** Whether the codes of a record say that it is taken. */
    private boolean isAskedFor(RecordRows rows, Scope record, Predicate<String> has) {
        for (CrosswalkRow only : rows.all(How.ONLY)) {
            String element = only.elements().get(0);
            List<String> written = record.get(element);
            String code = written.isEmpty() ? Crosswalk.BLANK : written.get(0);
            String meaning = meanings.code(only.codes(), code);
            if (meaning == null && !has.test(element)) {
                continue; // Without the column, another kind of record must say it: see enroll.
            }
            if (meaning == null) {
                damage(rows.record());
                report.code(record, element, only.place(), Meanings.plain(code));
                report.note(
                        Kind.NOT_TAKEN,
                        record,
                        element,
                        only.place(),
                        only.name() + " is not understood: the record is left out");
                return false;
            }
            if (!meaning.equals("yes")) {
                report.passedOver(rows.record());
                rows.all(How.KEY)
                        .forEach(key -> others.addAll(record.get(key.elements().get(0))));
                return false;
            }
        }
        return true;
    }

    /** Whether the days of a record say that it holds. */
    private boolean holds(RecordRows rows, @Nullable String id, Scope record) {
        Validity validity = Validity.of(rows, "", record, options.asOf());
        if (validity == Validity.OVER) {
            report.passedOver(rows.record());
        } else if (validity == Validity.NOT_UNDERSTOOD) {
            if (rows.hasItems() && id != null) {
                itemizing.spoil(rows, id);
            } else if (!rows.counts()) {
                damage(rows.record()); // A count knows of whom it is.
            }
            report.note(
                    Kind.NOT_TAKEN,
                    record.file(),
                    record.row(),
                    0,
                    rows.record(),
                    "its first or last day is no date: the record is left out");
        }
        return validity == Validity.HOLDS;
    }

    /** Whom a record is about; none, and told, where that cannot be read. */
    private @Nullable String id(CrosswalkRow key, Scope record) {
        String element = key.elements().get(0);
        List<String> ids = record.get(element);
        if (ids.size() != 1 || !Meanings.isText(ids.get(0))) {
            damage(key.record());
            report.note(
                    Kind.BAD_ROW,
                    record,
                    element,
                    key.place(),
                    ids.isEmpty() ? "it names no student: left out" : "its id of a student cannot be read: left out");
            return null;
        }
        return ids.get(0);
    }

    private @Nullable Student student(String id, CrosswalkRow key, Scope record) {
        Student known = students.get(id);
        if (known != null) {
            return known;
        }
        if (students.size() >= MOST_STUDENTS) {
            if (!isFull) {
                isFull = true;
                damageAll();
                report.note(
                        Kind.BAD_FILE,
                        record.file(),
                        record.row(),
                        0,
                        key.place(),
                        "there are more than " + MOST_STUDENTS + " people: who comes first from here on is left out");
            }
            return null;
        }
        Student student = new Student(
                id,
                record.file(),
                record.row(),
                claims.facts().size(),
                claims.rows().size());
        students.put(student.id(), student);
        return student;
    }

    private void enroll(RecordRows rows, Student student, Scope record, Predicate<String> has) {
        if (student.isOnRoster()) {
            report.note(
                    Kind.DUPLICATE,
                    record.file(),
                    record.row(),
                    0,
                    rows.record(),
                    "a second row for a student: what they agree on is taken");
        }
        student.enroll(isConfirmedElsewhere()
                && rows.all(How.ONLY).stream()
                        .anyMatch(only -> !has.test(only.elements().get(0))
                                && meanings.code(only.codes(), Crosswalk.BLANK) == null));
    }
}
