package org.hqccp.importing;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * Counts when all files are read. A count is believed only where the records it rests on are said to be complete: too few records would
 * give a number too low, and no record a 0 that nobody has told.
 */
final class Counted {
    private static final Unknown NOT_WHOLE = new Unknown("the district's files need not name everything");
    private static final Unknown NO_CALENDAR =
            new Unknown("the district's files hold no calendar that is surely the student's");
    private static final Unknown UNCLEAR_DAYS =
            new Unknown("the district's calendar does not tell of each day whether it was a school day");
    private static final Unknown TWO_SCHOOLS =
            new Unknown("the district's files have the student in two schools at once");
    private static final Unknown NOT_ENROLLED =
            new Unknown("the district's files do not say when the student was enrolled this school year");
    private static final Unknown SILENT = new Unknown("the district's files tell of nobody in the last school days");

    /** A school week without one record of anybody is no good week, but an old file. */
    private static final int LONGEST_SILENCE = 5;

    private final Gathering gathering;
    private final Counting counting;
    private final ImportOptions options;
    private final ImportReport report;
    private final List<RecordRows> enrolling;
    private final List<RecordRows> dated;
    private final Map<CrosswalkRow, Map<String, Long>> reasons = new LinkedHashMap<>();

    Counted(Gathering gathering, ImportOptions options, ImportReport report) {
        this.gathering = gathering;
        this.counting = gathering.counting();
        this.options = options;
        this.report = report;
        this.enrolling = gathering.records().stream()
                .filter(rows -> rows.all(How.COUNT).stream().anyMatch(CrosswalkRow::countsSchoolDays))
                .toList();
        this.dated = gathering.records().stream()
                .filter(rows -> !rows.all(How.SCHOOL_DAY).isEmpty())
                .toList();
    }

    /** Gives each student what was counted, and tells what stays unknown. */
    void tell(List<Student> roster) {
        for (int number = 0; number < counting.rows().size(); number++) {
            CrosswalkRow row = counting.rows().get(number);
            if (!gathering.hasSeen(row.record())) {
                continue;
            }
            boolean isSilent = !row.countsSchoolDays()
                    && !row.believesConstant()
                    && roster.size() >= options.constantFrom()
                    && counting.calendars().schoolDaysAfter(counting.lastDay(number)) >= LONGEST_SILENCE;
            for (Student student : roster) {
                StudentDays days = counting.of(student.id());
                Object value = row.countsSchoolDays()
                        ? schoolDays(row, days)
                        : isSilent
                                ? unknown(
                                        row,
                                        SILENT,
                                        "no record is about any of the last " + LONGEST_SILENCE
                                                + " school days or more: if the files are older than the day of the cases, give"
                                                + " their day with --as-of")
                                : days(row, number, days);
                if (value != null) {
                    gathering.claims().counted(row, student, value);
                }
            }
        }
        counting.forget();
        reasons.forEach((row, of) -> of.forEach((why, met) -> report.notCounted(
                row.record(),
                row.place(),
                met,
                Objects.requireNonNull(row.fact()).name() + ": " + why)));
    }

    private Unknown unknown(CrosswalkRow row, Unknown reason, String why) {
        reasons.computeIfAbsent(row, r -> new LinkedHashMap<>()).merge(why, 1L, Long::sum);
        return reason;
    }

    private static String names(List<RecordRows> records) {
        return records.stream().map(RecordRows::record).collect(Collectors.joining(", "));
    }

    /** What is missing for records to be complete; none where they are. */
    private @Nullable String lacking(CrosswalkRow row, List<RecordRows> others) {
        List<String> records = Stream.concat(
                        Stream.of(row.record()), others.stream().map(RecordRows::record))
                .distinct()
                .toList();
        for (String record : records) {
            if (!gathering.hasSeen(record)) {
                return "the files hold no " + record;
            }
        }
        List<String> undeclared =
                records.stream().filter(r -> !options.complete().contains(r)).toList();
        if (!undeclared.isEmpty()) {
            return "it is believed only with --complete " + String.join(",", undeclared);
        }
        for (String record : records) {
            if (!gathering.isWhole(record)) {
                return "a part of " + record + " could not be read, and nobody knows whose";
            }
        }
        return null;
    }

    private @Nullable Object schoolDays(CrosswalkRow row, @Nullable StudentDays days) {
        if (days == null || (days.spans().isEmpty() && !days.isSpoiled())) {
            return null;
        }
        if (dated.stream().noneMatch(rows -> gathering.hasSeen(rows.record()))) {
            return unknown(row, NO_CALENDAR, "the files hold no " + names(dated));
        }
        String lacking = lacking(row, dated);
        if (lacking != null) {
            return unknown(row, NOT_WHOLE, lacking);
        }
        if (days.isSpoiled()) {
            return unknown(
                    row, Claims.NOT_UNDERSTOOD, "a record does not tell from when to when it enrolls the student");
        }
        BitSet all = new BitSet();
        Set<SchoolCalendar> before = new HashSet<>();
        for (StudentDays.Span span : days.spans()) {
            Calendars.Found found = counting.calendars().find(span.where());
            if (found instanceof Calendars.Found.None none) {
                return unknown(
                        row, NO_CALENDAR, "no calendar of " + names(dated) + " is surely the student's: " + none.why());
            }
            SchoolCalendar calendar = ((Calendars.Found.One) found).calendar();
            if (!calendar.isClear(span.from(), span.to())) {
                return unknown(row, UNCLEAR_DAYS, "the calendar does not tell of each day whether it was a school day");
            }
            BitSet own = calendar.schoolDays(span.from(), span.to());
            BitSet both = (BitSet) own.clone();
            both.and(all);
            // The last day at one school may be the first at the next.
            if (both.cardinality() > 1 && !before.equals(Set.of(calendar))) {
                return unknown(row, TWO_SCHOOLS, "the student is enrolled in two schools on the same days");
            }
            before.add(calendar);
            all.or(own);
        }
        return number(row, (long) all.cardinality() * DayCounts.WHOLE);
    }

    private @Nullable Object days(CrosswalkRow row, int number, @Nullable StudentDays days) {
        if (days == null) {
            return null;
        }
        DayCounts counts = days.counts(number);
        if (counts.trouble() != null) {
            return counts.trouble();
        }
        String lacking = lacking(row, List.of());
        if (lacking != null) {
            return unknown(row, NOT_WHOLE, lacking);
        }
        if (!enrolling.isEmpty() && days.isSpoiled()) {
            return unknown(
                    row, Claims.NOT_UNDERSTOOD, "a record does not tell from when to when it enrolls the student");
        }
        if (!enrolling.isEmpty() && days.spans().isEmpty()) {
            return unknown(
                    row,
                    NOT_ENROLLED,
                    names(enrolling) + " does not say when the student was enrolled this school year");
        }
        long sum = 0;
        for (int at = 0; at < counts.size(); at++) {
            String wrong = enrolling.isEmpty() ? null : wrong(days, counts, at);
            if (wrong != null) {
                counting.places().note(report, Kind.CONTRADICTION, counts.place(at), row.place(), wrong);
                return Claims.CONTRADICTED;
            }
            sum += counts.told(at).share();
        }
        return number(row, sum);
    }

    /** How a day contradicts when and where the student was enrolled, or the calendar; none where it does not. */
    private @Nullable String wrong(StudentDays days, DayCounts counts, int at) {
        int day = counts.day(at);
        boolean isEnrolled = false;
        for (StudentDays.Span span : days.spans()) {
            CalendarName where = span.where();
            if (span.holds(day) && where != null && counts.told(at).where().fits(where)) {
                isEnrolled = true;
                if (counting.calendars().find(where) instanceof Calendars.Found.One one) {
                    SchoolCalendar.Told told = one.calendar().of(day);
                    boolean isMissing = told == SchoolCalendar.Told.NOTHING && isWholeCalendar(one.calendar());
                    if (told == SchoolCalendar.Told.NO_SCHOOL || isMissing) {
                        return "that day is no school day of the student's calendar: the count is unknown";
                    }
                }
            }
        }
        return isEnrolled ? null : "on that day the student was not enrolled at that school: the count is unknown";
    }

    private boolean isWholeCalendar(SchoolCalendar calendar) {
        return !calendar.isBroken()
                && dated.stream()
                        .allMatch(
                                rows -> options.complete().contains(rows.record()) && gathering.isWhole(rows.record()));
    }

    /** A number of hundredths as a value of the fact; unknown where the fact cannot hold it. */
    private static Object number(CrosswalkRow row, long hundredths) {
        Fact fact = Objects.requireNonNull(row.fact());
        BigDecimal number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        if (!fact.isInRange(number) || (fact.type() == FactType.WHOLE_NUMBER && number.scale() > 0)) {
            return Claims.NOT_UNDERSTOOD;
        }
        return fact.type() == FactType.WHOLE_NUMBER ? (Object) number.longValueExact() : number;
    }
}
