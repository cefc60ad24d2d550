package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.Discipline.ACTION;
import static org.hqccp.importing.Discipline.OUT;
import static org.hqccp.importing.Discipline.action;
import static org.hqccp.importing.Discipline.content;
import static org.hqccp.importing.Discipline.item;
import static org.hqccp.importing.Discipline.suspensions;
import static org.hqccp.importing.EdFiFiles.CONTRADICTED;
import static org.hqccp.importing.EdFiFiles.NOT_TOLD;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disciplinary actions that are damaged: what cannot be told of one stays unknown, and nobody else pays. */
class EdFiDamagedDisciplineTest {
    private static final String LENGTH = "DisciplineAction.ActualDisciplineActionLength";

    @TempDir
    Path folder;

    private EdFiFiles students(String... ids) {
        return Discipline.students(folder, ids);
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

    /** One unclear code shows that the district fills the element in: then it is no sign of a machine that nobody has a suspension. */
    @Test
    void anUnclearCodeOfOneCostsNobodyElse() throws Exception {
        EdFiFiles files = students(EdFiFiles.many(ImportOptions.USUAL_CONSTANT_FROM));
        action(files, "1", content("11", "2025-10-01", "Other", "1"));

        Delivery.Read read = files.delivery(ACTION).read();

        assertThat(suspensions(read)).startsWith(NOT_TOLD, "[]").hasSize(ImportOptions.USUAL_CONSTANT_FROM);
        assertThat(read.of(Kind.CONSTANT)).isEmpty();
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
