package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days in membership and days absent of Ed-Fi: counted where the files are whole and agree, and unknown in every other case. */
class EdFiAttendanceTest {
    private static final String EVENT = "StudentSchoolAttendanceEvent.AttendanceEvent/AttendanceEventCategory";
    private static final String NOT_WHOLE = "{\"unknown\":\"the district's files need not name everything\"}";
    private static final String NOT_UNDERSTOOD =
            "{\"unknown\":\"the district's files hold a value that was not understood\"}";
    private static final String CONTRADICTED = "{\"unknown\":\"the district's files contradict each other\"}";
    private static final String NO_CALENDAR =
            "{\"unknown\":\"the district's files hold no calendar that is surely the student's\"}";
    private static final String UNCLEAR_DAYS =
            "{\"unknown\":\"the district's calendar does not tell of each day whether it was a school day\"}";

    @TempDir
    Path folder;

    private EdFiFiles usual(String... students) {
        return EdFiFiles.usual(folder, students);
    }

    private static String counts(String absent, String membership) {
        return "\"daysMembership\":" + membership + ",\"daysAbsent\":" + absent;
    }

    /** The facts of each student but the school. */
    private static List<String> facts(Delivery.Read read) {
        return read.cases().stream()
                .map(each -> each.replaceAll("\"school\":(\"[^\"]*\"|[{][^}]*[}]),?", ""))
                .toList();
    }

    @Test
    void daysAreCountedOfWholeRecords() throws Exception {
        Delivery.Read read = usual("1", "2")
                .absent("1", "2026-02-09", "1")
                .event("1", "2026-02-10", "Unexcused Absence")
                .event("1", "2026-02-11", "Tardy")
                .event("1", "2026-02-12", "Early departure")
                .event("1", "2026-02-13", "In Attendance")
                .read();

        assertThat(facts(read))
                .containsExactly(
                        "{\"student\":{" + counts("2", "10") + "}}", "{\"student\":{" + counts("0", "10") + "}}");
        assertThat(read.report().notCounted()).isEmpty();
        assertThat(read.report().hasLosses()).isFalse();
    }

    @Test
    void nothingIsCountedThatIsNotSaidToBeComplete() throws Exception {
        EdFiFiles files = usual("1", "2").absent("1", "2026-02-09", "1");
        String unknown = "{\"student\":{" + counts(NOT_WHOLE, NOT_WHOLE) + "}}";

        Delivery.Read read = files.delivery().read();
        assertThat(facts(read)).containsExactly(unknown, unknown);
        assertThat(read.report().notCounted())
                .extracting(n -> n.element() + " " + n.times() + " " + n.message())
                .containsExactly(
                        "StudentSchoolAssociation 2 daysMembership: it is believed only with --complete"
                                + " StudentSchoolAssociation,CalendarDate",
                        EVENT + " 2 daysAbsent: it is believed only with --complete StudentSchoolAttendanceEvent");

        assertThat(facts(files.delivery("StudentSchoolAttendanceEvent").read()))
                .containsExactly(
                        "{\"student\":{" + counts("1", NOT_WHOLE) + "}}",
                        "{\"student\":{" + counts("0", NOT_WHOLE) + "}}");
        assertThat(facts(files.delivery("StudentSchoolAssociation", "CalendarDate")
                        .read()))
                .containsExactly(
                        "{\"student\":{" + counts(NOT_WHOLE, "10") + "}}",
                        "{\"student\":{" + counts(NOT_WHOLE, "10") + "}}");
    }

    @Test
    void withoutAnyEventNobodyIsSaidToHaveBeenThereAllDays() throws Exception {
        Delivery.Read read = usual("1").read();

        assertThat(facts(read).get(0)).contains("\"daysMembership\":10").doesNotContain("daysAbsent");
        assertThat(read.of(Kind.NOT_COMPLETE))
                .containsExactly("StudentSchoolAttendanceEvent:0:0 StudentSchoolAttendanceEvent");
    }

    @Test
    void whoIsNotKnownToBeEnrolledHasNoCount() throws Exception {
        Delivery.Read read = usual("1")
                .student("2")
                .student("3")
                .absent("1", "2026-02-09", "1")
                .absent("2", "2026-02-09", "1")
                .enrolled("3", "7", "2024-08-30", EdFiFiles.exit("2025-06-20"))
                .read();

        assertThat(facts(read))
                .containsExactly(
                        "{\"student\":{" + counts("1", "10") + "}}",
                        "{\"student\":{\"daysAbsent\":{\"unknown\":\"the district's files do not say when the student was"
                                + " enrolled this school year\"}}}",
                        "{\"student\":{}}");
    }

    @Test
    void partsOfADayAddUpAndAWholeDayCountsOnce() throws Exception {
        Delivery.Read read = usual("1", "2", "3")
                .absent("1", "2026-02-09", "0.5")
                .absent("1", "2026-02-10", "0.25")
                .event("1", "2026-02-10", "Unexcused Absence", "<EventDuration>0.25</EventDuration>", "")
                .event("1", "2026-02-10", "Tardy")
                .absent("2", "2026-02-09", "1")
                .event("2", "2026-02-09", "Unexcused Absence")
                .absent("2", "2026-02-10", "1.00")
                .absent("2", "2026-02-10", "1.00")
                // Sent twice, or the morning and the afternoon? The standard knows one such record a day.
                .absent("3", "2026-02-09", "0.5")
                .absent("3", "2026-02-09", "0.5")
                .read();

        assertThat(facts(read))
                .containsExactly(
                        "{\"student\":{" + counts("1", "10") + "}}",
                        "{\"student\":{" + counts("2", "10") + "}}",
                        "{\"student\":{" + counts(CONTRADICTED, "10") + "}}");
        assertThat(read.of(Kind.DUPLICATE))
                .containsExactly("Attendance.xml:7:106 " + EVENT, "Attendance.xml:9:106 " + EVENT);
        assertThat(read.of(Kind.CONTRADICTION)).containsExactly("Attendance.xml:11:106 " + EVENT);
        assertThat(read.says(Kind.CONTRADICTION)).contains("is not the first of the day");
    }

    @Test
    void aPartWhoseShareIsNotToldMakesTheCountUnknown() throws Exception {
        Delivery.Read read = usual("1", "2", "3", "4", "5")
                .event("1", "2026-02-09", "Excused Absence", "", "<ArrivalTime>10:30:00</ArrivalTime>")
                .event("2", "2026-02-09", "Partial", "<EventDuration>0.5</EventDuration>", "")
                .absent("3", "2026-02-09", "180")
                .absent("4", "2026-02-09", "0")
                .absent("5", "2026-02-09", "half")
                .read();

        assertThat(facts(read).get(1))
                .contains("\"daysAbsent\":{\"unknown\":\"the district's code for it holds no value a fact can have\"}");
        for (int student : new int[] {0, 2, 3, 4}) {
            assertThat(facts(read).get(student)).contains(counts(NOT_UNDERSTOOD, "10"));
        }
        String share = ":212 StudentSchoolAttendanceEvent.AttendanceEvent/EventDuration";
        assertThat(read.of(Kind.NOT_UNDERSTOOD))
                .containsExactly(
                        "Attendance.xml:2:426 StudentSchoolAttendanceEvent.ArrivalTime",
                        "Attendance.xml:3:106 " + EVENT,
                        "Attendance.xml:4" + share,
                        "Attendance.xml:5" + share,
                        "Attendance.xml:6" + share);
    }

    @Test
    void codesAndDaysThatAreNotUnderstoodCostOnlyTheirStudent() throws Exception {
        Delivery.Read read = usual("1", "2", "3", "4", "5")
                .event("1", "2026-02-09", "Skipped")
                .event("2", "2026-13-09", "Excused Absence")
                .event("3", "2026-02-09", "")
                .absent("4", "2026-02-09", "1")
                .event("5", "2026-02-09", "uri://district.example/AttendanceEventCategoryDescriptor#Excused Absence")
                .read();

        assertThat(facts(read))
                .satisfiesExactly(
                        one -> assertThat(one).contains(counts(NOT_UNDERSTOOD, "10")),
                        two -> assertThat(two).contains(counts(NOT_UNDERSTOOD, "10")),
                        three -> assertThat(three).contains(counts(NOT_UNDERSTOOD, "10")),
                        four -> assertThat(four).contains(counts("1", "10")),
                        five -> assertThat(five).contains(counts(NOT_UNDERSTOOD, "10")));
        assertThat(read.of(Kind.NOT_UNDERSTOOD))
                .containsExactly(
                        "Attendance.xml:2:106 " + EVENT,
                        "Attendance.xml:3:59 StudentSchoolAttendanceEvent.AttendanceEvent/EventDate",
                        "Attendance.xml:4:106 " + EVENT,
                        "Attendance.xml:6:106 " + EVENT);
        assertThat(read.report().hasLosses()).isFalse();
    }

    @Test
    void aRecordOfNobodyCanBeAnybodys() throws Exception {
        Delivery.Read read = usual("1", "2")
                .absent("1", "2026-02-09", "1")
                .absent("9", "2026-02-09", "1")
                .rawEvent("<StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>2026-02-09</EventDate>"
                        + "</AttendanceEvent><StudentReference ref=\"S1\"/></StudentSchoolAttendanceEvent>")
                .read();

        assertThat(facts(read)).allMatch(each -> each.contains(counts(NOT_WHOLE, "10")));
        assertThat(read.of(Kind.BAD_ROW))
                .containsExactly(
                        "Attendance.xml:4:0 StudentSchoolAttendanceEvent.StudentReference/StudentIdentity/StudentUniqueId");
        assertThat(read.of(Kind.NO_STUDENT)).containsExactly("Attendance.xml:3:0 null");
        assertThat(read.report().notCounted())
                .extracting(Noted::message)
                .containsExactly(
                        "daysAbsent: a part of StudentSchoolAttendanceEvent could not be read, and nobody knows whose");
    }

    @Test
    void aFileThatBreaksOffGivesNoCount() throws Exception {
        Delivery.Read read = usual("1")
                .absent("1", "2026-02-09", "1")
                .rawEvent("<StudentSchool")
                .read();

        assertThat(facts(read).get(0)).contains(counts(NOT_WHOLE, NOT_WHOLE));
        assertThat(read.of(Kind.BAD_FILE)).hasSize(1);
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
    void recordsOfADayThatContradictEachOtherAreNotCounted() throws Exception {
        Delivery.Read read = usual("1", "2", "3")
                .absent("1", "2026-02-09", "1")
                .event("1", "2026-02-09", "Present")
                .event("2", "2026-02-09", "Tardy")
                .event("2", "2026-02-09", "Excused Absence")
                .absent("3", "2026-02-09", "0.75")
                .event("3", "2026-02-09", "Unexcused Absence", "<EventDuration>0.5</EventDuration>", "")
                .read();

        assertThat(facts(read)).allMatch(each -> each.contains(counts(CONTRADICTED, "10")));
        assertThat(read.of(Kind.CONTRADICTION))
                .containsExactly(
                        "Attendance.xml:3:106 " + EVENT,
                        "Attendance.xml:5:106 " + EVENT,
                        "Attendance.xml:7:106 " + EVENT);
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
    void theDayOfTheCasesIsTheLastThatCounts() throws Exception {
        EdFiFiles files = usual("1").absent("1", "2026-02-12", "1").absent("1", "2026-02-13", "1");

        assertThat(files.delivery(EdFiFiles.COMPLETE)
                        .asOf(LocalDate.of(2026, 2, 12))
                        .read()
                        .only())
                .contains(counts("1", "4"));
        assertThat(files.delivery(EdFiFiles.COMPLETE)
                        .asOf(LocalDate.of(2026, 2, 13))
                        .read()
                        .only())
                .contains(counts("2", "5"));
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

    @Test
    void aZeroOfEverybodyIsNotBelieved() throws Exception {
        String[] many = new String[ImportOptions.USUAL_CONSTANT_FROM];
        for (int i = 0; i < many.length; i++) {
            many[i] = String.valueOf(i + 1);
        }
        Delivery.Read read = usual(many).event("1", "2026-02-20", "Tardy").read();

        assertThat(facts(read)).allMatch(each -> each.contains("\"daysMembership\":10,\"daysAbsent\":{\"unknown\""));
        assertThat(read.of(Kind.CONSTANT)).containsExactly("StudentSchoolAttendanceEvent:0:0 " + EVENT);
    }

    @Test
    void aSchoolWeekWithoutAnyRecordIsAnOldFile() throws Exception {
        String[] many = new String[ImportOptions.USUAL_CONSTANT_FROM];
        for (int i = 0; i < many.length; i++) {
            many[i] = String.valueOf(i + 1);
        }
        Delivery.Read read =
                usual(many).event("1", "2026-02-13", "Excused Absence").read();
        assertThat(facts(read))
                .allMatch(
                        each -> each.contains(
                                "\"daysAbsent\":{\"unknown\":\"the district's files tell of nobody in the last school days\"}"));
        assertThat(read.report().notCounted()).extracting(Noted::times).containsExactly(30L);

        read = usual(many)
                .event("1", "2026-02-13", "Excused Absence")
                .event("2", "2026-02-16", "Tardy")
                .read();
        assertThat(facts(read).get(0)).contains(counts("1", "10"));
    }
}
