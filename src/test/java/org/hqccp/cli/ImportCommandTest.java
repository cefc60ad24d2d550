package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district's files to decisions, in one command, under the real policy. */
class ImportCommandTest {
    private static final Path HOME = Path.of("");

    @TempDir
    Path folder;

    private Path sims = Path.of("");

    @BeforeEach
    void write() throws IOException {
        sims = folder.resolve("sims.csv");
        StringBuilder rows =
                new StringBuilder("DOE001,DOE002,DOE003,DOE006,DOE010,DOE016,DOE017,DOE018,DOE019,DOE025\n");
        for (int i = 1; i <= 40; i++) {
            rows.append("L")
                    .append(i)
                    .append(",S")
                    .append(i)
                    .append(",Given,05/04/2010,33,10,")
                    .append(90 + i % 7)
                    .append(",110,0")
                    .append(i % 2)
                    .append(",0")
                    .append(i % 3 == 0 ? 1 : 0)
                    .append('\n');
        }
        Files.writeString(sims, rows);
        Files.writeString(folder.resolve("key"), "a key for the tests, and no secret\n");
    }

    private CommandLineRun run(Object... more) {
        List<String> args = new ArrayList<>(List.of("import"));
        for (Object each : more) {
            args.add(String.valueOf(each));
        }
        args.addAll(List.of("--key", folder.resolve("key").toString(), "--as-of", "2026-03-02"));
        return CommandLineRun.in(HOME, "", args.toArray(String[]::new));
    }

    @Test
    void casesOfATableAreDecidedAndSayWhy() throws Exception {
        CommandLineRun cases = run(sims, "--format", "sims");

        assertThat(cases.code()).isZero();
        List<String> lines = cases.out().lines().toList();
        assertThat(lines).hasSize(40);
        assertThat(cases.out()).doesNotContain("S1\"", "L1", "Given");
        assertThat(cases.err()).contains("40 students", "DOE010");
        Path one = Files.writeString(folder.resolve("one.json"), lines.get(0));
        CommandLineRun decided = CommandLineRun.in(HOME, "", "decide", "student-supports", one.toString(), "--json");
        assertThat(decided.code()).isZero();

        CommandLineRun answers = run(sims, "--format", "sims", "--decide", "student-supports");
        assertThat(answers.code()).isZero();
        String first = answers.out().lines().findFirst().orElseThrow();
        // Low income (DOE019 = 01), and 19 of 110 days missed (DOE018 - DOE017).
        assertThat(first).contains("\"outcome\":\"FLAGGED\"", "\"because\":[\"B-01\",\"B-10\"]");
        String second = answers.out().lines().skip(1).findFirst().orElseThrow();
        assertThat(second).contains("\"because\":[\"B-10\"]");
    }

    @Test
    void oneRosterAndEdFiAreDecidedToo() throws Exception {
        Path roster = Files.createDirectory(folder.resolve("roster"));
        Files.writeString(
                roster.resolve("orgs.csv"), "sourcedId,status,name,type\ns,,Charlestown High School,school\n");
        Files.writeString(
                roster.resolve("users.csv"),
                "sourcedId,status,orgSourcedIds,role,grades\nu,,s,student,11\nt,,s,teacher,\n");
        CommandLineRun answers = run(roster, "--format", "oneroster", "--decide", "student-supports");
        assertThat(answers.code()).isZero();
        assertThat(answers.out().lines()).hasSize(1);
        // OneRoster says nothing of income, language or housing: those are asked for, and never taken for a no.
        assertThat(answers.out()).contains("\"outcome\":\"ASK\"", "\"student.lowIncome\"", "\"B-01\"");

        Path edFi = Files.createDirectory(folder.resolve("ed-fi"));
        Files.writeString(
                edFi.resolve("Student.xml"),
                "<InterchangeStudent xmlns='http://ed-fi.org/5.2.0'><Student><StudentUniqueId>1</StudentUniqueId></Student>"
                        + "</InterchangeStudent>");
        Files.writeString(
                edFi.resolve("StudentProgram.xml"),
                "<InterchangeStudentProgram xmlns='http://ed-fi.org/5.2.0'><StudentHomelessProgramAssociation><StudentReference>"
                        + "<StudentIdentity><StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference>"
                        + "</StudentHomelessProgramAssociation></InterchangeStudentProgram>");
        CommandLineRun flagged = run(edFi, "--format", "ed-fi", "--decide", "student-supports");
        assertThat(flagged.code()).isZero();
        assertThat(flagged.out()).contains("\"outcome\":\"FLAGGED\"", "{\"id\":\"B-03\",\"mode\":\"FLAG\"");
    }

    @Test
    void brokenOffItGoesOnWhereItWasWithoutDoublesOrGaps() throws Exception {
        Path whole = folder.resolve("whole.ndjson");
        Path other = folder.resolve("other.ndjson");
        String[] args = {sims.toString(), "--format", "sims", "--decide", "student-supports", "--out"};
        assertThat(run(args[0], args[1], args[2], args[3], args[4], args[5], whole)
                        .code())
                .isZero();
        List<String> lines = Files.readAllLines(whole);
        assertThat(lines).hasSize(40).doesNotHaveDuplicates();

        // A folder in the place of the file keeps it from getting its name, as a kill would a moment earlier.
        Files.createDirectories(other.resolve("in the way"));
        assertThat(run(args[0], args[1], args[2], args[3], args[4], args[5], other)
                        .code())
                .isEqualTo(1);
        Path part = folder.resolve("other.ndjson.part");
        byte[] written = Files.readAllBytes(part);
        int half = String.join("\n", lines.subList(0, 17)).getBytes(StandardCharsets.UTF_8).length + 1 + 100;
        Files.write(part, Arrays.copyOf(written, half));
        Files.delete(other.resolve("in the way"));

        CommandLineRun changed = run(args[0], args[1], args[2], args[3], "pathway-eligibility", args[5], other);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains("begun with other files, rules or options");

        CommandLineRun resumed = run(args[0], args[1], args[2], args[3], args[4], args[5], other);
        assertThat(resumed.code()).isZero();
        assertThat(resumed.err()).contains("Goes on behind the 17 lines already written.");
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(whole));
        assertThat(part).doesNotExist();
        assertThat(folder.resolve("other.ndjson.part.from")).doesNotExist();
    }

    @Test
    void whatAPowerCutLeavesIsNoLine() throws Exception {
        Path target = folder.resolve("cut.ndjson");
        try (ImportedFile file = ImportedFile.open(target, "from")) {
            file.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
            file.write("{\"b\":2}".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("cut.ndjson.part"), new byte[4096], StandardOpenOption.APPEND);
        try (ImportedFile file = ImportedFile.open(target, "from")) {
            assertThat(file.lines()).isEqualTo(2);
            assertThatThrownBy(() -> ImportedFile.open(target, "from")).hasMessageContaining("another import");
            file.write("{\"c\":3}".getBytes(StandardCharsets.UTF_8));
            file.publish();
        }
        assertThat(Files.readString(target)).isEqualTo("{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n");
    }

    @Test
    void aKeyIsMadeOnceAndKeepsTheReferences() throws Exception {
        Path key = folder.resolve("new.key");
        String[] args = {"import", sims.toString(), "--format", "sims", "--key", key.toString(), "--as-of", "2026-03-02"
        };
        CommandLineRun first = CommandLineRun.in(HOME, "", args);
        CommandLineRun second = CommandLineRun.in(HOME, "", args);

        assertThat(first.err()).contains("Made a new key in " + key);
        assertThat(second.err()).doesNotContain("Made a new key");
        assertThat(second.out())
                .isEqualTo(first.out())
                .isNotEqualTo(run(sims, "--format", "sims").out());
    }

    @Test
    void wrongOptionsAreRefusedInPlainWords() {
        assertThat(run(sims, "--format", "csv").err()).contains("--format is one of oneroster, sims, ed-fi.");
        assertThat(run(sims, "--format", "sims", "--complete", "SIM").err()).contains("did you mean 'SIMS'?");
        assertThat(run(sims, "--format", "sims", "--encoding", "klingon").err())
                .contains("there is no encoding klingon");
        assertThat(run(sims, "--format", "sims", "--decide", "supports").err())
                .contains("there is no decision supports");
        assertThat(run(folder, "--format", "sims").err()).contains("--key would be among the files that are read");
        assertThat(run(folder.resolve("none"), "--format", "sims").code()).isEqualTo(1);
    }

    @Test
    void aColumnOfADamagedFileGivesTheCodeForALoss() throws Exception {
        Files.writeString(sims, Files.readString(sims, StandardCharsets.UTF_8) + "L,S,too short\n");
        Path report = folder.resolve("report.csv");

        CommandLineRun run = run(sims, "--format", "sims", "--report", report);

        assertThat(run.code()).isEqualTo(ExitCode.IMPORT_LOST.code());
        assertThat(run.out().lines()).hasSize(40);
        assertThat(run.err()).contains("sims.csv:42:5", "bad-row");
        assertThat(Files.readAllLines(report))
                .startsWith("what,file,row,column,element,times,message")
                .contains("read,,,,SIMS,40,read")
                .contains("bad-row,sims.csv,42,5,,1,\"it has 3 cells, and the header 10: the row is left out\"")
                .contains("refused,sims.csv,,,DOE010,40,\"race and ethnicity: dropped, never held\"");
    }
}
