package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.EdFiFiles.CONTRADICTED;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.counts;
import static org.hqccp.importing.EdFiFiles.facts;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days in membership of Ed-Fi: what enrollments and calendars tell, and where they contradict a day absent. */
class EdFiMembershipTest {
    private static final String NO_CALENDAR =
            EdFiFiles.unknown("the district's files hold no calendar that is surely the student's");
    private static final String UNCLEAR_DAYS =
            EdFiFiles.unknown("the district's calendar does not tell of each day whether it was a school day");

    @TempDir
    Path folder;

    private EdFiFiles usual(String... students) {
        return EdFiFiles.usual(folder, students);
    }

    @Test
    void daysThatContradictEnrollmentOrCalendarAreNotCounted() throws Exception {
        Delivery.Read read = usual("1", "2", "3")
                .day("A", "7", "2026-02-23", "Holiday")
                .student("4")
                .enrolled("4", "7", "2026-02-11", EdFiFiles.exit("2026-02-13"))
                .absent("1", "2026-02-23", "1")
                .absent("2", "2026-02-14", "1")
                .eventAt("8", "3", "2026-02-09", "Excused Absence", "", "")
                .absent("4", "2026-02-10", "1")
                .absent("4", "2026-02-11", "1")
                .read();

        assertThat(facts(read))
                .containsExactly(
                        "{\"student\":{" + counts(CONTRADICTED, "10") + "}}",
                        "{\"student\":{" + counts(CONTRADICTED, "10") + "}}",
                        "{\"student\":{" + counts(CONTRADICTED, "10") + "}}",
                        "{\"student\":{" + counts(CONTRADICTED, "3") + "}}");
        assertThat(read.noted().stream().filter(n -> n.kind() == Kind.CONTRADICTION))
                .extracting(n -> n.row() + " " + n.message())
                .containsExactly(
                        "2 that day is no school day of the student's calendar: the count is unknown",
                        "3 that day is no school day of the student's calendar: the count is unknown",
                        "4 on that day the student was not enrolled at that school: the count is unknown",
                        "5 on that day the student was not enrolled at that school: the count is unknown");
    }

    @Test
    void daysOfAnotherYearAndDaysToComeAreOfNoCount() throws Exception {
        Delivery.Read read = usual("1")
                .day("A", "7", "2026-03-03", "Instructional day")
                .day("A", "7", "2025-06-03", "Instructional day")
                .absent("1", "2025-06-03", "1")
                .absent("1", "2026-02-09", "1")
                .absent("1", "2026-03-03", "1")
                .read();

        assertThat(facts(read).get(0)).contains(counts("1", "10"));
        assertThat(read.report().passedOver())
                .containsEntry("StudentSchoolAttendanceEvent", 2L)
                .containsEntry("CalendarDate", 1L);
    }

    @Test
    void withoutACalendarThereIsNoMembership() throws Exception {
        Delivery.Read read = new EdFiFiles(folder)
                .student("1")
                .enrolled("1", "7", "2025-08-30", "")
                .absent("1", "2026-02-09", "1")
                .read();

        assertThat(facts(read).get(0)).contains(counts("1", NO_CALENDAR));
        assertThat(read.report().notCounted())
                .extracting(Noted::message)
                .containsExactly("daysMembership: the files hold no CalendarDate");
    }

    @Test
    void onlyOneCalendarMayFit() throws Exception {
        Delivery.Read read = usual("1", "2")
                .day("B", "7", "2026-02-09", "Instructional day")
                .calendar("S", "7", "Student Specific")
                .day("S", "7", "2026-02-10", "Instructional day")
                .student("3")
                .enrolled("3", "7", "2025-08-30", EdFiFiles.onCalendar("B", "7"))
                .student("4")
                .enrolled("4", "7", "2025-08-30", EdFiFiles.onCalendar("Z", "7"))
                .student("5")
                .enrolled("5", "7", "2025-08-30", "<CalendarReference ref=\"C1\"/>")
                .absent("1", "2026-02-09", "1")
                .read();

        assertThat(facts(read))
                .containsExactly(
                        "{\"student\":{" + counts("1", NO_CALENDAR) + "}}",
                        "{\"student\":{" + counts("0", NO_CALENDAR) + "}}",
                        "{\"student\":{" + counts("0", "1") + "}}",
                        "{\"student\":{" + counts("0", NO_CALENDAR) + "}}",
                        "{\"student\":{" + counts("0", NO_CALENDAR) + "}}");
        assertThat(read.report().notCounted())
                .extracting(n -> n.times() + " " + n.message().replaceAll(".*: ", ""))
                .containsExactly(
                        "2 several fit, and the record that enrolls the student does not name one",
                        "1 the files hold none of this school year that fits",
                        "1 the record that enrolls the student does not spell out which");
    }

    @Test
    void aCalendarOfSomeIsNotEverybodys() throws Exception {
        EdFiFiles files = new EdFiFiles(folder)
                .student("1")
                .enrolled("1", "7", "2025-08-30", "")
                .day("S", "7", "2026-02-10", "Instructional day")
                .absent("1", "2026-02-10", "1");

        Delivery.Read read = files.read();
        assertThat(facts(read).get(0)).contains(counts("1", NO_CALENDAR));
        assertThat(read.report().notCounted().get(0).message())
                .endsWith("one fits, and nothing says whether it is everybody's at the school");

        assertThat(facts(files.calendar("S", "7", "Student Specific").read()).get(0))
                .contains(counts("1", NO_CALENDAR));
    }

    @Test
    void aDayThatIsUnclearMakesMembershipUnknown() throws Exception {
        for (String[] kinds : new String[][] {
            {"Weather day"}, {"Instructional day", "Weather day"}, {"Snow"}, {"Instructional day", "Holiday"}
        }) {
            Delivery.Read read = usual("1")
                    .student("2")
                    .enrolled("2", "7", "2025-08-30", EdFiFiles.exit("2026-02-20"))
                    .day("A", "7", "2026-02-23", kinds)
                    .absent("1", "2026-02-09", "1")
                    .read();

            assertThat(facts(read).get(0)).contains(counts("1", UNCLEAR_DAYS));
            // Unclear is a day after the student had left.
            assertThat(facts(read).get(1)).contains(counts("0", "10"));
            assertThat(read.noted())
                    .filteredOn(n -> n.kind() == Kind.NOT_UNDERSTOOD || n.kind() == Kind.CONTRADICTION)
                    .extracting(n -> n.file() + ":" + n.row() + " " + n.element())
                    .containsExactly("Calendar.xml:13 CalendarDate.CalendarEvent");
        }
    }

    @Test
    void damagedDaysOfACalendarMakeMembershipUnknown() throws Exception {
        Delivery.Read read = usual("1")
                .day("A", "7", "soon", "Instructional day")
                .absent("1", "2026-02-09", "1")
                .read();
        assertThat(facts(read).get(0)).contains(counts("1", UNCLEAR_DAYS));
        assertThat(read.of(Kind.BAD_ROW)).containsExactly("Calendar.xml:13:21 CalendarDate.Date");

        read = usual("1")
                .day("A", "7", "2026-02-09", "Holiday")
                .absent("1", "2026-02-10", "1")
                .read();
        assertThat(facts(read).get(0)).contains(counts("1", UNCLEAR_DAYS));
        assertThat(read.of(Kind.CONTRADICTION)).containsExactly("Calendar.xml:13:53 CalendarDate.CalendarEvent");
    }

    @Test
    void enrollmentsOfTheYearAddUp() throws Exception {
        EdFiFiles files = usual().calendar("C", "8", "School")
                .student("1")
                .enrolled("1", "7", "2025-08-30", EdFiFiles.exit("2026-02-12"))
                .enrolled("1", "8", "2026-02-12", "")
                .student("2")
                .enrolled("2", "7", "2025-08-30", "")
                .enrolled("2", "8", "2025-08-30", "")
                .student("3")
                .enrolled("3", "7", "2026-02-13", EdFiFiles.exit("2026-02-12"))
                .student("4")
                .enrolled("4", "7", "never", "");
        for (int day = 12; day <= 13; day++) {
            files.day("C", "8", "2026-02-" + day, "Instructional day");
        }
        Delivery.Read read = files.absent("1", "2026-02-09", "1")
                .eventAt("8", "1", "2026-02-13", "Unexcused Absence", "", "")
                .read();

        assertThat(facts(read))
                .satisfiesExactly(
                        // Three days at the first, one at both, one at the second.
                        one -> assertThat(one).contains(counts("2", "5")),
                        two -> assertThat(two)
                                .contains(
                                        "\"daysMembership\":{\"unknown\":\"the district's files have the student in two"
                                                + " schools at once\"}"),
                        three -> assertThat(three).contains(counts(NOT_UNDERSTOOD, NOT_UNDERSTOOD)),
                        four -> assertThat(four).contains(counts(NOT_UNDERSTOOD, NOT_UNDERSTOOD)));
        assertThat(read.of(Kind.NOT_TAKEN)).containsExactly("Enrollment.xml:7:0 StudentSchoolAssociation");
    }
}
