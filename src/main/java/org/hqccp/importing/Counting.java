package org.hqccp.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * Takes what counts of days need, as records come, in any order: the days that records tell of, and the days between which a student is
 * enrolled. Of each student no more than the days of one school year are held.
 */
final class Counting {

    private final YearSoFar year;
    private final Meanings meanings;
    private final ImportReport report;
    private final Calendars calendars;
    private final Places places = new Places();
    private final List<CrosswalkRow> counting;
    private final Map<String, StudentDays> students = new HashMap<>();
    private final Map<Object, Object> pool = new HashMap<>();
    /** By the number of the row: the last day that any record is about, or -1. */
    private final int[] lastDays;

    Counting(List<CrosswalkRow> rows, LocalDate asOf, Meanings meanings, ImportReport report) {
        this.year = YearSoFar.until(asOf);
        this.meanings = meanings;
        this.report = report;
        this.calendars = new Calendars(year, meanings, report);
        this.counting = rows.stream().filter(row -> row.how() == How.COUNT).toList();
        this.lastDays = new int[counting.size()];
        Arrays.fill(lastDays, -1);
    }

    Calendars calendars() {
        return calendars;
    }

    Places places() {
        return places;
    }

    /** The rows that count, by their numbers. */
    List<CrosswalkRow> rows() {
        return counting;
    }

    @Nullable
    StudentDays of(String id) {
        return students.get(id);
    }

    /** The last day that any record of a row is about; -1 where there is none. */
    int lastDay(int row) {
        return lastDays[row];
    }

    /** Forgets the days, once they are counted. */
    void forget() {
        students.clear();
        pool.clear();
    }

    /**
     * Takes a record with something to count.
     *
     * @return whether it may be of the school year so far, and says more than what is counted
     */
    boolean accept(RecordRows rows, String id, Scope record) {
        if (students.size() >= Gathering.MOST_STUDENTS && !students.containsKey(id)) {
            return true; // Nobody that is not held either: see Gathering.
        }
        if (rows.all(How.COUNT).stream().anyMatch(CrosswalkRow::countsSchoolDays)) {
            span(rows, id, record);
            return true;
        }
        CrosswalkRow dayRow = rows.first(How.DAY);
        List<String> written =
                dayRow == null ? List.of() : record.get(dayRow.elements().get(0));
        LocalDate day = written.size() == 1 ? Validity.day(written.get(0)) : null;
        if (day != null && !year.holds(day)) {
            report.passedOver(rows.record());
            return false;
        }
        if (day == null && dayRow != null) {
            note(Kind.NOT_UNDERSTOOD, dayRow, record, "its day is no date: what is counted of the student is unknown");
        }
        for (CrosswalkRow row : rows.all(How.COUNT)) {
            CrosswalkRow.When when = row.when();
            if (when == null || meanings.meets(when, record.get(when.element()))) {
                int number = counting.indexOf(row);
                DayCounts counts = days(id).counts(number);
                if (day == null) {
                    counts.spoil(Claims.NOT_UNDERSTOOD);
                } else {
                    day(rows, number, counts, year.number(day), record);
                }
            }
        }
        return true;
    }

    private StudentDays days(String id) {
        return students.computeIfAbsent(id, i -> new StudentDays(counting.size()));
    }

    /** Holds the days between which a record enrolls a student, as far as they lie in the school year so far. */
    private void span(RecordRows rows, String id, Scope record) {
        LocalDate from = null;
        LocalDate to = null;
        for (How how : List.of(How.FROM, How.UNTIL)) {
            for (CrosswalkRow row : rows.all(how)) {
                for (String written : record.get(row.elements().get(0))) {
                    LocalDate day = Validity.day(written);
                    if (day == null) {
                        days(id).spoilSpans();
                        return; // Gathering tells it.
                    } else if (how == How.FROM) {
                        from = from == null || day.isAfter(from) ? day : from;
                    } else {
                        to = to == null || day.isBefore(to) ? day : to;
                    }
                }
            }
        }
        if (from == null) {
            days(id).spoilSpans();
        } else if (to != null && to.isBefore(from)) {
            days(id).spoilSpans();
            note(
                    Kind.CONTRADICTION,
                    rows.all(How.UNTIL).get(0),
                    record,
                    "the last day is before the first: what is counted of the student is unknown");
        } else if (!from.isAfter(year.last()) && (to == null || !to.isBefore(year.first()))) {
            days(id).add(shared(new StudentDays.Span(
                    Math.max(0, year.number(from)),
                    Math.min(year.number(year.last()), to == null ? Integer.MAX_VALUE : year.number(to)),
                    name(rows, record))));
        }
    }

    private @Nullable CalendarName name(RecordRows rows, Scope record) {
        CalendarName name = CalendarName.of(rows.all(How.CALENDAR), record);
        return name == null ? null : shared(name);
    }

    /** One object for all that are equal. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) pool.computeIfAbsent(value, v -> v);
    }

    private void day(RecordRows rows, int number, DayCounts counts, int day, Scope record) {
        CrosswalkRow row = counting.get(number);
        List<String> codes = record.get(row.elements().get(0));
        CalendarName where = name(rows, record);
        if (codes.size() != 1 || where == null) {
            counts.spoil(Claims.NOT_UNDERSTOOD);
            note(
                    Kind.NOT_UNDERSTOOD,
                    row,
                    record,
                    where == null
                            ? "it does not spell out its school: the count is unknown"
                            : "it has no code, or several: the count is unknown");
            return;
        }
        String code = Meanings.plain(codes.get(0));
        String meaning = Meanings.isText(code) ? meanings.code(row.codes(), codes.get(0)) : null;
        if (meaning == null) {
            counts.spoil(Claims.NOT_UNDERSTOOD);
            report.code(record, row.elements().get(0), row.place(), code);
            return;
        }
        lastDays[number] = Math.max(lastDays[number], day);
        switch (meaning) {
            case Crosswalk.SAYS_NOTHING -> {}
            case Crosswalk.NOT_KNOWN -> {
                counts.spoil(Meanings.NOT_TOLD);
                note(
                        Kind.NOT_UNDERSTOOD,
                        row,
                        record,
                        "its code does not tell whether the day counts: the count is unknown");
            }
            case "no" -> {
                counts.against(day);
                agree(row, counts, day, record);
            }
            default -> {
                int share = share(rows, counts, record);
                if (share > 0) {
                    add(row, counts, day, new DayCounts.Told(share, Set.of(code), where), record);
                }
            }
        }
    }

    /** How much of the day counts, in hundredths; 0 where that cannot be told. */
    private int share(RecordRows rows, DayCounts counts, Scope record) {
        for (CrosswalkRow row : rows.all(How.SHARE)) {
            List<String> written = record.get(row.elements().get(0));
            if (!written.isEmpty()) {
                int share = written.size() == 1 ? hundredths(written.get(0)) : 0;
                if (share == 0) {
                    counts.spoil(Claims.NOT_UNDERSTOOD);
                    note(
                            Kind.NOT_UNDERSTOOD,
                            row,
                            record,
                            "it is no share of a day, above 0 and up to 1: the count is unknown");
                }
                return share;
            }
        }
        for (CrosswalkRow row : rows.all(How.PART)) {
            if (!record.get(row.elements().get(0)).isEmpty()) {
                counts.spoil(Claims.NOT_UNDERSTOOD);
                note(
                        Kind.NOT_UNDERSTOOD,
                        row,
                        record,
                        "it is about a part of the day, and which share is not told: the count is unknown");
                return 0;
            }
        }
        return DayCounts.WHOLE;
    }

    /** A share in hundredths; 0 where it is none. */
    private static int hundredths(String written) {
        if (!written.matches("[01]([.][0-9]{1,4})?|[.][0-9]{1,4}")) {
            return 0;
        }
        BigDecimal share = new BigDecimal(written).movePointRight(2).stripTrailingZeros();
        return share.scale() > 0 || share.intValue() > DayCounts.WHOLE ? 0 : share.intValue();
    }

    private void add(CrosswalkRow row, DayCounts counts, int day, DayCounts.Told told, Scope record) {
        DayCounts.Told before = counts.of(day);
        DayCounts.Told all = before == null ? told : before.and(told);
        if (all == null) {
            spoil(
                    row,
                    counts,
                    record,
                    "it is not the first of the day, and what they say together cannot be told: the count is unknown");
        } else {
            if (before != null && before.share() == DayCounts.WHOLE) {
                note(Kind.DUPLICATE, row, record, "a second record of a day that counts whole: counted once");
            }
            counts.put(day, shared(all), places.of(record, row.elements().get(0)));
            agree(row, counts, day, record);
        }
    }

    /** A day that counts whole cannot be one of which a record says that it does not count. */
    private void agree(CrosswalkRow row, DayCounts counts, int day, Scope record) {
        DayCounts.Told told = counts.of(day);
        if (told != null && told.share() == DayCounts.WHOLE && counts.isAgainst(day)) {
            spoil(
                    row,
                    counts,
                    record,
                    "it contradicts what was said of the same student and day: the count is unknown");
        }
    }

    private void spoil(CrosswalkRow row, DayCounts counts, Scope record, String why) {
        note(Kind.CONTRADICTION, row, record, why);
        counts.spoil(Claims.CONTRADICTED);
    }

    private void note(Kind kind, CrosswalkRow row, Scope record, String message) {
        String element = row.elements().get(0);
        report.note(kind, record, element, row.place(), message);
    }
}
