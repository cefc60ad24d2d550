package org.hqccp.importing;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** The calendars of the schools, and whose they are. Only days of the school year so far are held. */
final class Calendars {
    private static final int MOST = 500_000;

    private final YearSoFar year;
    private final Meanings meanings;
    private final ImportReport report;
    private final Map<CalendarName, SchoolCalendar> calendars = new HashMap<>();
    private final Map<CalendarName, Boolean> schoolWide = new HashMap<>();
    private final Map<CalendarName, Found> found = new HashMap<>();

    Calendars(YearSoFar year, Meanings meanings, ImportReport report) {
        this.year = year;
        this.meanings = meanings;
        this.report = report;
    }

    /** Which calendar a name leads to. */
    sealed interface Found {
        record One(SchoolCalendar calendar) implements Found {}

        /** @param why what is missing, to follow "no calendar is surely the student's:" */
        record None(String why) implements Found {}
    }

    /** @return whether it could be read */
    boolean accept(RecordRows rows, Scope record) {
        CalendarName name = CalendarName.of(rows.all(How.CALENDAR), record);
        boolean isFull = calendars.size() >= MOST;
        if (name == null || name.isEmpty() || isFull) {
            report.note(
                    Kind.BAD_ROW,
                    record.file(),
                    record.row(),
                    0,
                    rows.record(),
                    isFull
                            ? "there are " + MOST + " calendars before it: left out"
                            : "it does not say of which calendar it is: left out");
            return false;
        }
        found.clear();
        for (CrosswalkRow row : rows.all(How.SCHOOL_WIDE)) {
            schoolWide(row, name, record);
        }
        CrosswalkRow day = rows.first(How.DAY);
        if (day != null) {
            rows.all(How.SCHOOL_DAY).forEach(row -> day(day, row, name, record));
        }
        return true;
    }

    private void schoolWide(CrosswalkRow row, CalendarName name, Scope record) {
        String element = row.elements().get(0);
        Boolean told = null;
        for (String written : record.get(element)) {
            String meaning = meanings.code(row.codes(), written);
            if (meaning == null) {
                report.code(record, element, row.place(), Meanings.plain(written));
            } else if (meaning.equals("yes") || meaning.equals("no")) {
                told = meaning.equals("yes");
            }
        }
        Boolean before = schoolWide.get(name);
        if (told != null && before != null && !told.equals(before)) {
            note(Kind.CONTRADICTION, row, record, "another record says otherwise of the same calendar: unknown");
            told = null;
        }
        if (told == null) {
            schoolWide.remove(name);
        } else {
            schoolWide.put(name, told);
        }
    }

    private void day(CrosswalkRow dayRow, CrosswalkRow row, CalendarName name, Scope record) {
        List<String> written = record.get(dayRow.elements().get(0));
        LocalDate day = written.size() == 1 ? Validity.day(written.get(0)) : null;
        if (day == null) {
            calendars.computeIfAbsent(name, n -> new SchoolCalendar()).spoil();
            note(Kind.BAD_ROW, dayRow, record, "its day is no date: left out, and its calendar cannot be counted");
            return;
        }
        if (!year.isOfTheYear(day)) {
            report.passedOver(row.record());
            return;
        }
        SchoolCalendar calendar = calendars.computeIfAbsent(name, n -> new SchoolCalendar());
        if (year.holds(day) && !calendar.say(year.number(day), told(row, record))) {
            note(
                    Kind.CONTRADICTION,
                    row,
                    record,
                    "it contradicts what was said of the same day before: whether it is a school day is unknown");
        }
    }

    private SchoolCalendar.Told told(CrosswalkRow row, Scope record) {
        String element = row.elements().get(0);
        SchoolCalendar.Told told = SchoolCalendar.Told.NOTHING;
        for (String written : record.get(element)) {
            String meaning = meanings.code(row.codes(), written);
            SchoolCalendar.Told one = SchoolCalendar.Told.UNCLEAR;
            if (meaning == null) {
                report.code(record, element, row.place(), Meanings.plain(written));
            } else if (meaning.equals(Crosswalk.SAYS_NOTHING)) {
                continue;
            } else if (meaning.equals(Crosswalk.NOT_KNOWN)) {
                note(Kind.NOT_UNDERSTOOD, row, record, "its code does not tell whether it is a school day: unknown");
            } else {
                one = meaning.equals("yes") ? SchoolCalendar.Told.SCHOOL : SchoolCalendar.Told.NO_SCHOOL;
            }
            if (told != SchoolCalendar.Told.NOTHING && told != one && one != SchoolCalendar.Told.UNCLEAR) {
                note(
                        Kind.CONTRADICTION,
                        row,
                        record,
                        "two codes of one day contradict each other: whether it is a school day is unknown");
            }
            told = told == SchoolCalendar.Told.NOTHING || told == one ? one : SchoolCalendar.Told.UNCLEAR;
        }
        if (told == SchoolCalendar.Told.NOTHING) {
            note(Kind.NOT_UNDERSTOOD, row, record, "nothing says whether it is a school day: unknown");
            return SchoolCalendar.Told.UNCLEAR;
        }
        return told;
    }

    private void note(Kind kind, CrosswalkRow row, Scope record, String message) {
        String element = row.elements().get(0);
        report.note(kind, record, element, row.place(), message);
    }

    /** The calendar of that whole name, or the only one at the school that is everybody's. */
    Found find(@Nullable CalendarName name) {
        return name == null || name.isEmpty()
                ? new Found.None("the record that enrolls the student does not spell out which")
                : found.computeIfAbsent(name, this::search);
    }

    private Found search(CalendarName name) {
        SchoolCalendar exact = calendars.get(name);
        if (exact != null) {
            return new Found.One(exact);
        }
        List<CalendarName> fitting = calendars.keySet().stream()
                .filter(name::fits)
                .filter(each -> !Boolean.FALSE.equals(schoolWide.get(each)))
                .toList();
        if (fitting.isEmpty()) {
            return new Found.None("the files hold none of this school year that fits");
        }
        if (fitting.size() > 1) {
            return new Found.None("several fit, and the record that enrolls the student does not name one");
        }
        SchoolCalendar only = calendars.get(fitting.get(0));
        return only == null || !Boolean.TRUE.equals(schoolWide.get(fitting.get(0)))
                ? new Found.None("one fits, and nothing says whether it is everybody's at the school")
                : new Found.One(only);
    }

    /** Days that any calendar has for school days, after one day. */
    int schoolDaysAfter(int day) {
        BitSet all = new BitSet();
        calendars.values().forEach(each -> all.or(each.schoolDays(day + 1, Integer.MAX_VALUE)));
        return all.cardinality();
    }
}
