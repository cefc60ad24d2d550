package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.EdFiFiles.CONTRADICTED;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;
import static org.hqccp.importing.EdFiFiles.counts;
import static org.hqccp.importing.EdFiFiles.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days absent of Ed-Fi: counted where the files are whole and agree, and unknown in every other case. */
class EdFiAttendanceTest {
    private static final String EVENT = "StudentSchoolAttendanceEvent.AttendanceEvent/AttendanceEventCategory";

    @TempDir
    Path folder;

    private EdFiFiles usual(String... students) {
        return EdFiFiles.usual(folder, students);
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
    void aZeroOfEverybodyIsNotBelieved() throws Exception {
        String[] many = EdFiFiles.many(ImportOptions.USUAL_CONSTANT_FROM);
        Delivery.Read read = usual(many).event("1", "2026-02-20", "Tardy").read();

        assertThat(facts(read)).allMatch(each -> each.contains("\"daysMembership\":10,\"daysAbsent\":{\"unknown\""));
        assertThat(read.of(Kind.CONSTANT)).containsExactly("StudentSchoolAttendanceEvent:0:0 " + EVENT);
    }

    @Test
    void aSchoolWeekWithoutAnyRecordIsAnOldFile() throws Exception {
        String[] many = EdFiFiles.many(ImportOptions.USUAL_CONSTANT_FROM);
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
