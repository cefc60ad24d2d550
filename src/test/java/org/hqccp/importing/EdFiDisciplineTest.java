package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.Discipline.ACTION;
import static org.hqccp.importing.Discipline.OUT;
import static org.hqccp.importing.Discipline.action;
import static org.hqccp.importing.Discipline.content;
import static org.hqccp.importing.Discipline.enrolled;
import static org.hqccp.importing.Discipline.item;
import static org.hqccp.importing.Discipline.suspensions;
import static org.hqccp.importing.EdFiFiles.CONSTANT;
import static org.hqccp.importing.EdFiFiles.CONTRADICTED;
import static org.hqccp.importing.EdFiFiles.NOT_TOLD;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;
import static org.hqccp.importing.EdFiFiles.code;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suspensions of Ed-Fi: records that become items of a list, told only where the list is whole. */
class EdFiDisciplineTest {
    @TempDir
    Path folder;

    private EdFiFiles students(String... ids) {
        return Discipline.students(folder, ids);
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

    @Test
    void anActionAfterTheDayOfTheCasesSaysNothing() throws Exception {
        EdFiFiles files = students("1");
        action(files, "1", content("11", "2026-03-02", OUT, "3"));
        action(files, "1", content("12", "2026-03-03", OUT, "3"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).containsExactly("[" + item(NOT_TOLD, "3", "") + "]");
        assertThat(read.report().passedOver()).containsEntry(ACTION, 1L);
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
}
