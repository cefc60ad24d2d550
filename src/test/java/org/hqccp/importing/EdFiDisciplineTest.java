package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.EdFiFiles.CONSTANT;
import static org.hqccp.importing.EdFiFiles.CONTRADICTED;
import static org.hqccp.importing.EdFiFiles.NOT_TOLD;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;
import static org.hqccp.importing.EdFiFiles.code;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suspensions of Ed-Fi: records that become items of a list, told only where the list is whole. */
class EdFiDisciplineTest {
    private static final String ACTION = "DisciplineAction";
    private static final String OUT = "Out of School Suspension";
    private static final String LENGTH = "DisciplineAction.ActualDisciplineActionLength";

    @TempDir
    Path folder;

    private EdFiFiles students(String... ids) {
        EdFiFiles files = new EdFiFiles(folder);
        for (String id : ids) {
            files.student(id);
        }
        return files;
    }

    private static String content(String id, String day, String kind, String days) {
        return "<DisciplineActionIdentifier>" + id + "</DisciplineActionIdentifier>" + code("Discipline", kind)
                + "<DisciplineDate>" + day + "</DisciplineDate>" + "<ActualDisciplineActionLength>" + days
                + "</ActualDisciplineActionLength>";
    }

    private static EdFiFiles action(EdFiFiles files, String student, String content) {
        return files.of("StudentDiscipline", ACTION, student, content);
    }

    private static EdFiFiles enrolled(EdFiFiles files, String student, String entry, String grade, String more) {
        return files.enrolled(student, "7", entry, code("EntryGradeLevel", grade) + more);
    }

    /** What each case says of suspensions; nothing where it says nothing. */
    private static List<String> suspensions(Delivery.Read read) {
        return read.cases().stream()
                .map(each ->
                        each.contains("\"suspensions\"") ? each.replaceAll("^.*\"suspensions\":(.*)}}$", "$1") : "")
                .toList();
    }

    private static String item(String law, String days, String grade) {
        return "{\"law\":" + law + ",\"days\":" + days + (grade.isEmpty() ? "" : ",\"grade\":" + grade) + "}";
    }

    @Test
    void aWholeListHasAnItemForEachSuspension() throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "1", content("11", "2025-10-01", OUT, "3"));
        action(files, "1", content("12", "2024-10-01", "In School Suspension", "0.5"));
        action(files, "1", content("13", "2025-10-02", "Community Service", "9"));
        enrolled(files, "1", "2025-08-30", "Ninth grade", "");
        enrolled(files, "1", "2024-08-30", "Kindergarten", EdFiFiles.exit("2025-06-20"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read))
                .containsExactly("[" + item(NOT_TOLD, "3", "9") + "," + item(NOT_TOLD, "0.5", "0") + "]", "[]");
        assertThat(read.report().known()).containsEntry("suspensions", 2L);
        assertThat(read.report().hasLosses()).isFalse();
    }

    @Test
    void aListThatNeedNotBeWholeIsUnknownAndNobodyIsSaidToHaveNone() throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "1", content("11", "2025-10-01", OUT, "3"));

        Delivery.Read read = files.delivery().read();

        assertThat(suspensions(read)).containsExactly(NOT_WHOLE, "");
        assertThat(read.report().notCounted())
                .extracting(n -> n.element() + " " + n.times() + " " + n.message())
                .containsExactly(
                        "DisciplineAction.Discipline 1 suspensions: it is believed only with --complete DisciplineAction");
    }

    @Test
    void withoutAnyActionNobodyIsSaidToHaveNone() throws Exception {
        Delivery.Read read = students("1").delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly("");
        assertThat(read.of(Kind.NOT_COMPLETE)).containsExactly("DisciplineAction:0:0 DisciplineAction");
    }

    @Test
    void anIncidentWithoutAnActionIsNoSuspension() throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "2", content("11", "2025-10-01", OUT, "3"));
        files.of(
                "StudentDiscipline",
                "StudentDisciplineIncidentBehaviorAssociation",
                "1",
                code("Behavior", "State Offense"));

        assertThat(suspensions(files.delivery(ACTION).read()))
                .containsExactly("[]", "[" + item(NOT_TOLD, "3", "") + "]");
    }

    @Test
    void theLawIsKnownOnlyByACodeOfTheDistrictThatTheTablesExplain() throws Exception {
        EdFiFiles files = students("1");
        action(
                files,
                "1",
                content("11", "2025-10-01", OUT, "3")
                        + "<Discipline>uri://district.example/DisciplineDescriptor#37H3/4</Discipline>");

        Delivery.Read read = files.delivery(ACTION).read();
        assertThat(suspensions(read)).containsExactly("[" + item(NOT_TOLD, "3", "") + "]");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(1);

        String rows =
                "ed-fi.discipline-law,uri://district.example/DisciplineDescriptor#37H3/4,LAW_37H_THREE_QUARTERS,BK,x\n";
        assertThat(suspensions(files.delivery(ACTION).codes(rows).read()))
                .containsExactly("[" + item("\"LAW_37H_THREE_QUARTERS\"", "3", "") + "]");

        // Two laws on one action: neither is believed.
        action(
                files,
                "1",
                content("12", "2025-10-02", "37H3/4", "2").replace("ed-fi.org", "district.example")
                        + "<Discipline>uri://district.example/DisciplineDescriptor#37H</Discipline>"
                        + code("Discipline", OUT));
        String more = rows + "ed-fi.discipline-law,uri://district.example/DisciplineDescriptor#37H,LAW_37H,BK,x\n";
        read = files.delivery(ACTION).codes(more).read();
        assertThat(suspensions(read).get(0)).endsWith("," + item(CONTRADICTED, "2", "") + "]");
        assertThat(read.of(Kind.CONTRADICTION))
                .containsExactly("StudentDiscipline.xml:3:198 DisciplineAction.Discipline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Removal from Classroom", "Other"})
    void aCodeThatMayBeASuspensionMakesTheListUnknown(String kind) throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "1", content("11", "2025-10-01", kind, "3"));
        action(files, "1", content("12", "2025-10-02", OUT, "3"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly(NOT_TOLD, "[]");
        assertThat(read.of(Kind.NOT_UNDERSTOOD))
                .containsExactly("StudentDiscipline.xml:2:198 DisciplineAction.Discipline");
    }

    @Test
    void aCodeOfNoListMakesTheListUnknown() throws Exception {
        EdFiFiles files = students("1", "2", "3");
        action(files, "1", content("11", "2025-10-01", "Sent home", "3"));
        action(files, "2", content("12", "2025-10-01", OUT, "3").replace("ed-fi.org", "district.example"));
        action(
                files,
                "3",
                "<DisciplineActionIdentifier>13</DisciplineActionIdentifier><DisciplineDate>2025-10-01</DisciplineDate>");

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly(NOT_UNDERSTOOD, NOT_UNDERSTOOD, NOT_UNDERSTOOD);
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(3);
        assertThat(read.report().hasLosses()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1", "721", "three", "3 days", "''"})
    void aLengthThatIsNoneIsUnknownInTheItem(String days) throws Exception {
        EdFiFiles files = students("1");
        action(files, "1", content("11", "2025-10-01", OUT, days));

        Delivery.Read read = files.delivery(ACTION).read();

        boolean isTold = !days.isEmpty();
        assertThat(suspensions(read).get(0))
                .isEqualTo(
                        isTold
                                ? "["
                                        + item(NOT_UNDERSTOOD, NOT_UNDERSTOOD, "")
                                                .replaceFirst("\\{\"unknown\":[^}]*}", NOT_TOLD)
                                        + "]"
                                : "[{\"law\":" + NOT_TOLD + "}]");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(isTold ? 1 : 0).allMatch(line -> line.endsWith(LENGTH));
    }

    @Test
    void recordsWithTheSameIdAreOneItem() throws Exception {
        EdFiFiles files = students("1", "2", "3");
        action(files, "1", content("11", "2025-10-01", OUT, "3"));
        action(files, "1", content("11", "2025-10-01", OUT, "3"));
        action(files, "1", content("11", "2025-10-02", OUT, "1"));
        action(files, "2", content("11", "2025-10-01", OUT, "3"));
        action(files, "2", content("11", "2025-10-01", "Expulsion", "5"));
        action(files, "3", content("11", "2025-10-01", OUT, "3"));
        action(files, "3", content("11", "2025-10-01", "Community Service", "3"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read))
                .containsExactly(
                        "[" + item(NOT_TOLD, "3", "") + "," + item(NOT_TOLD, "1", "") + "]",
                        "[" + item(NOT_TOLD, CONTRADICTED, "") + "]",
                        CONTRADICTED);
        assertThat(read.of(Kind.DUPLICATE)).hasSize(2);
        assertThat(read.of(Kind.CONTRADICTION)).hasSize(2);
        assertThat(read.says(Kind.CONTRADICTION))
                .isEqualTo("it contradicts what line 5 said of days of the suspension: unknown");
    }

    @Test
    void withoutAnIdOrADayTheListIsUnknown() throws Exception {
        EdFiFiles files = students("1", "2", "3", "4");
        action(
                files,
                "1",
                content("11", "2025-10-01", OUT, "3")
                        .replaceAll("<DisciplineActionIdentifier>.*</DisciplineActionIdentifier>", ""));
        action(files, "2", content("11", "2025-10-01", OUT, "3").replaceAll("<DisciplineDate>.*</DisciplineDate>", ""));
        action(files, "3", content("11", "last fall", OUT, "3"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly(NOT_UNDERSTOOD, NOT_UNDERSTOOD, NOT_UNDERSTOOD, "[]");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(2);
        assertThat(read.of(Kind.NOT_TAKEN)).containsExactly("StudentDiscipline.xml:4:0 DisciplineAction");
    }

    @Test
    void anActionAfterTheDayOfTheCasesSaysNothing() throws Exception {
        EdFiFiles files = students("1");
        action(files, "1", content("11", "2026-03-02", OUT, "3"));
        action(files, "1", content("12", "2026-03-03", OUT, "3"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly("[" + item(NOT_TOLD, "3", "") + "]");
        assertThat(read.report().passedOver()).containsEntry(ACTION, 1L);
    }

    @Test
    void anActionOfNobodyCanBeAnybodys() throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "1", content("11", "2025-10-01", OUT, "3"));
        action(files, "9", content("12", "2025-10-01", OUT, "3"));

        Delivery.Read read = files.delivery(ACTION).read();
        assertThat(suspensions(read)).containsExactly("[" + item(NOT_TOLD, "3", "") + "]", "[]");
        assertThat(read.of(Kind.NO_STUDENT)).containsExactly("StudentDiscipline.xml:3:0 null");

        files.record(
                "StudentDiscipline",
                "<DisciplineAction>" + content("13", "2025-10-01", OUT, "3") + "</DisciplineAction>");
        read = files.delivery(ACTION).read();
        assertThat(suspensions(read)).containsExactly(NOT_WHOLE, "");
        assertThat(read.of(Kind.BAD_ROW)).hasSize(1);
        assertThat(read.of(Kind.NOT_COMPLETE)).containsExactly("DisciplineAction:0:0 DisciplineAction");
    }

    /** The grade of an enrollment holds in the school year in which it began, and only while it lasted. */
    @Test
    void theGradeIsThatOfTheEnrollmentOnTheDay() throws Exception {
        EdFiFiles files = students("1", "2", "3", "4", "5", "6");
        for (int student = 1; student <= 6; student++) {
            action(files, "" + student, content("11", "2024-10-01", OUT, "3"));
        }
        enrolled(files, "1", "2024-10-01", "Seventh grade", EdFiFiles.exit("2024-10-01"));
        enrolled(files, "2", "2024-10-02", "Seventh grade", "");
        enrolled(files, "3", "2023-08-30", "Seventh grade", "");
        enrolled(files, "4", "2024-08-30", "Seventh grade", "");
        enrolled(files, "4", "2024-08-29", "Eighth grade", "");
        enrolled(files, "5", "2024-08-30", "Big kids", "");
        enrolled(files, "6", "never", "Seventh grade", "");

        Delivery.Read read = files.delivery(ACTION).read();

        // The first had left, and is met last but one.
        assertThat(suspensions(read).stream().map(each -> each.replaceAll("^.*\"days\":3,?(.*)}]$", "$1")))
                .containsExactly(
                        "",
                        "",
                        "\"grade\":" + CONTRADICTED,
                        "\"grade\":" + NOT_UNDERSTOOD,
                        "\"grade\":7",
                        "\"grade\":" + NOT_UNDERSTOOD);
        assertThat(read.noted())
                .filteredOn(n -> n.file().equals("StudentDiscipline.xml"))
                .extracting(n -> n.row() + " " + n.kind().word() + " " + n.element())
                .containsExactly(
                        "5 contradiction StudentSchoolAssociation.EntryGradeLevel",
                        "6 not-understood StudentSchoolAssociation.EntryGradeLevel",
                        "7 not-understood StudentSchoolAssociation.EntryGradeLevel");
    }

    @Test
    void moreThanAListCanHoldIsUnknown() throws Exception {
        EdFiFiles files = students("1", "2");
        for (int i = 0; i <= StudentItems.MOST; i++) {
            action(files, "1", content("" + i, "2025-10-01", OUT, "1"));
            if (i < StudentItems.MOST) {
                action(files, "2", content("" + i, "2025-10-01", OUT, i == 0 ? "2" : "1"));
            }
        }

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read).get(0)).isEqualTo(NOT_UNDERSTOOD);
        assertThat(suspensions(read).get(1).split("law", -1)).hasSize(StudentItems.MOST + 1);
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(1);
    }

    @Test
    void oneSameValueForEverybodyIsNotBelieved() throws Exception {
        String[] many = EdFiFiles.many(ImportOptions.USUAL_CONSTANT_FROM);
        EdFiFiles files = students(many);
        action(files, "1", content("11", "2025-10-01", "Community Service", "1"));
        Delivery.Read read = files.delivery(ACTION).read();
        assertThat(suspensions(read)).containsOnly(CONSTANT);
        assertThat(read.of(Kind.CONSTANT)).containsExactly("DisciplineAction:0:0 suspensions");

        files = students(many);
        for (String student : many) {
            action(files, student, content(student, "2025-10-01", OUT, "1"));
        }
        read = files.delivery(ACTION).read();
        assertThat(suspensions(read)).containsOnly("[" + item(NOT_TOLD, CONSTANT, "") + "]");
        assertThat(read.of(Kind.CONSTANT)).containsExactly("DisciplineAction:0:0 suspension.days");

        action(files, "1", content("77", "2025-10-01", OUT, "2"));
        assertThat(suspensions(files.delivery(ACTION).read()).get(1)).isEqualTo("[" + item(NOT_TOLD, "1", "") + "]");
    }

    @Test
    void aFileThatBreaksOffGivesNoList() throws Exception {
        EdFiFiles files = students("1", "2");
        action(files, "1", content("11", "2025-10-01", OUT, "3"));
        files.record("StudentDiscipline", "<DisciplineAct");

        assertThat(suspensions(
                        files.delivery(ACTION).asOf(LocalDate.of(2026, 3, 2)).read()))
                .containsExactly(NOT_WHOLE, "");
    }
}
