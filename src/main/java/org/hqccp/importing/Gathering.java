package org.hqccp.importing;

import java.util.ArrayList;
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
    private static final int MOST_STUDENTS = 2_000_000;

    private final Map<String, RecordRows> records;
    private final ImportOptions options;
    private final ImportReport report;
    private final Meanings meanings;
    private final Lookups lookups = new Lookups();
    private final Claims claims;
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
        this.meanings = new Meanings(crosswalk);
        this.claims = new Claims(rows, meanings, lookups, report);
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
        CrosswalkRow key = rows.first(How.KEY, How.STUDENT, How.MEMBER);
        if (key == null || !isTaken(rows, record, has)) {
            return;
        }
        Student student = student(key, record);
        if (student == null) {
            return;
        }
        switch (key.how()) {
            case KEY -> enroll(rows, student, record, has);
            case MEMBER -> student.confirm();
            default -> {}
        }
        for (CrosswalkRow row : rows.saying()) {
            say(rows, row, student, record);
        }
    }

    /** Whether the codes and days of a record say that it counts. */
    private boolean isTaken(RecordRows rows, Scope record, Predicate<String> has) {
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
                report.code(record.file(), record.row(), record.column(element), only.place(), Meanings.plain(code));
                report.note(
                        Kind.NOT_TAKEN,
                        record.file(),
                        record.row(),
                        record.column(element),
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
        Validity validity = Validity.of(rows, "", record, options.asOf());
        if (validity == Validity.OVER) {
            report.passedOver(rows.record());
        } else if (validity == Validity.NOT_UNDERSTOOD) {
            damage(rows.record());
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

    private @Nullable Student student(CrosswalkRow key, Scope record) {
        String element = key.elements().get(0);
        List<String> ids = record.get(element);
        if (ids.size() != 1 || !Meanings.isText(ids.get(0))) {
            damage(key.record());
            report.note(
                    Kind.BAD_ROW,
                    record.file(),
                    record.row(),
                    record.column(element),
                    key.place(),
                    ids.isEmpty() ? "it names no student: left out" : "its id of a student cannot be read: left out");
            return null;
        }
        Student known = students.get(ids.get(0));
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
                ids.get(0),
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

    /** Says what a row says, once for each part of the record that it holds for. */
    private void say(RecordRows rows, CrosswalkRow row, Student student, Scope record) {
        CrosswalkRow.When when = row.when();
        String part = when == null
                ? ""
                : common(
                        row.elements().isEmpty()
                                ? when.element()
                                : row.elements().get(0),
                        when.element());
        List<Scope> parts = part.isEmpty() ? List.of(record) : record.parts(part);
        List<String> written = new ArrayList<>();
        boolean holds = false;
        for (Scope each : parts) {
            if (when != null && !meanings.meets(when, each.get(below(part, when.element())))) {
                continue;
            }
            Validity validity = part.isEmpty() ? Validity.HOLDS : Validity.of(rows, part, each, options.asOf());
            if (validity == Validity.NOT_UNDERSTOOD) {
                claims.notUnderstood(row, student, each, "its first or last day is no date: unknown");
            }
            if (validity == Validity.HOLDS) {
                holds = true;
                if (row.how() == How.READ && row.elements().size() == 1) {
                    written.addAll(each.get(below(part, row.elements().get(0))));
                }
            }
        }
        if (row.how() == How.YES && holds) {
            claims.yes(row, student, record);
        } else if (row.how() == How.READ && row.elements().size() == 2) {
            claims.difference(row, student, record);
        } else if (!written.isEmpty()) {
            claims.values(row, student, record, written);
        }
    }

    /** The deepest part of a record that holds both paths. */
    static String common(String a, String b) {
        String part = a.contains("/") ? a.substring(0, a.lastIndexOf('/')) : "";
        while (!part.isEmpty() && !b.startsWith(part + "/")) {
            part = part.contains("/") ? part.substring(0, part.lastIndexOf('/')) : "";
        }
        return part;
    }

    static String below(String part, String path) {
        return part.isEmpty() ? path : path.substring(part.length() + 1);
    }
}
