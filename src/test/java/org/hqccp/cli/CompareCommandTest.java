package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands compare and cohort, from the command line to the exit code. */
class CompareCommandTest {
    @TempDir
    private Path home;

    private Path young;

    @BeforeEach
    void copy() throws Exception {
        SmallPolicy.copy(SmallPolicy.RULES, home.resolve("rules"));
        SmallPolicy.copy(SmallPolicy.CASES, home.resolve("test-cases"));
        young = SmallPolicy.copy(SmallPolicy.RULES, home.resolve("young"));
        Path parameters = young.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("event.seats,20,", "event.seats,30,"));
    }

    private CommandLineRun compare(String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "compare";
        args[1] = home.resolve("rules").toString();
        args[2] = young.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return CommandLineRun.in(home, "", args);
    }

    private Path cohort(int inGroup, int seats) throws Exception {
        StringBuilder lines = new StringBuilder("{\"cohort\":{\"decisions\":[\"event-permit\"]}}\n");
        for (int i = 0; i < inGroup; i++) {
            for (String race : List.of("A", "B")) {
                lines.append(
                                "{\"case\":{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"e\",\"indoors\":true,\"seats\":")
                        .append(race.equals("B") && i % 2 == 0 ? seats : 50)
                        .append(",\"supervised\":true,\"guests\":[]}]},\"groups\":{\"race\":\"")
                        .append(race)
                        .append("\"}}\n");
            }
        }
        Path equity = Files.createDirectories(home.resolve("test-cases/equity"));
        Files.writeString(equity.resolve("allowed.yaml"), """
                equity-test: allowed
                about: No group loses its events.
                decision: event-permit
                outcomes: [ALLOWED]
                groups: race
                may-fall-by: 0.02
                source: DESIGN
                """);
        return Files.writeString(home.resolve("cohort.ndjson"), lines);
    }

    @Test
    void whatDiffersIsToldInWords() {
        CommandLineRun run = compare();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Rules: 1 changed by what it reads. Beside the rules: 1 difference.")
                .contains("becomes “… are at least 30 seats.”")
                .contains("Only stricter: no case comes out better.")
                .contains("A case that shows it: before MET, after NOT_MET:");
    }

    @Test
    void anEquityTestThatFailsEndsWithThree() throws Exception {
        CommandLineRun run = compare("--cohort", cohort(40, 25).toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("fail  allowed (equity/allowed.yaml)")
                .contains("A: pass; ")
                .contains("B: fail; ")
                .contains("80 cases under both rule sets in");
    }

    @Test
    void anEquityTestThatPassesOrHasTooFewPeopleEndsWithNought() throws Exception {
        assertThat(compare("--cohort", cohort(40, 35).toString()).code()).isZero();
        CommandLineRun few = compare("--cohort", cohort(5, 25).toString());
        assertThat(few.code()).isZero();
        assertThat(few.out()).contains("numbers too small  allowed");
    }

    @Test
    void theReportAndTheObjectForMachinesHoldTheSame() throws Exception {
        Path page = home.resolve("change.html");
        CommandLineRun run = compare("--cohort", cohort(40, 25).toString(), "--report", page.toString(), "--json");

        Node.Mapping json = (Node.Mapping) Documents.yaml(run.out());
        assertThat(json.entries())
                .containsKeys("before", "after", "rules", "others", "cases", "equityTests", "measures");
        assertThat(run.out()).contains("\"direction\":\"STRICTER\"", "\"verdict\":\"FAIL\"");
        assertThat(Files.readString(page)).contains("Equity tests: allowed: fail.", "allowed: fail");
    }

    @Test
    void testCasesAndRecordedCasesAreTried() throws Exception {
        assertThat(compare("--test-cases").out()).contains("event-permit: ");
        Path data = home.resolve("data");
        PolicyLog.decide(data, home.resolve("rules"), 25, 25, 50);
        CommandLineRun run = compare("--log", data.toString(), "--purpose", "effect of more chairs");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("event-permit: 2 of 3 come out otherwise.")
                .doesNotContain("Examples");
        assertThat(compare("--log", data.toString()).err()).contains("--purpose says why the log is read");
    }

    @Test
    void rulesThatWereLiveAreFoundByTheirVersion() throws Exception {
        Path data = home.resolve("data");
        PolicyLog.decide(data, home.resolve("rules"), 25);
        String version = compare("--json").out().replaceFirst(".*\"before\":\"([0-9a-f]{64})\".*\\s*", "$1");

        CommandLineRun run = CommandLineRun.in(
                home, "", "compare", version.substring(0, 12), young.toString(), "--data", data.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("From the rules kept in the decision log (version " + version.substring(0, 12));
        CommandLineRun none = CommandLineRun.in(home, "", "compare", "abcdef", "--data", data.toString());
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("holds no rules of version abcdef");
    }

    @Test
    void whatIsNotThereIsTold() throws Exception {
        assertThat(CommandLineRun.in(home, "", "compare", "nowhere").err()).contains("there is no rule folder nowhere");
        assertThat(compare("--decision", "nothing").err())
                .contains("there is no decision nothing; there are event-permit");
        assertThat(compare("--cases", "nowhere.ndjson").err()).contains("there is no nowhere.ndjson");
        Path broken = Files.writeString(home.resolve("broken.ndjson"), "{\"groups\":{}}\n");
        Path people = Files.writeString(
                home.resolve("people.ndjson"),
                IntStream.range(0, 70)
                        .mapToObj(i -> "{\"case\":{},\"groups\":{\"name\":\"n" + i + "\"}}\n")
                        .collect(Collectors.joining()));
        assertThat(compare("--cohort", people.toString()).err()).contains("a group is made of many people");
        assertThat(compare("--cohort", broken.toString()).err())
                .contains("line 1: a line of a cohort holds its case under 'case'");
    }

    @Test
    void aCohortIsMadeUpAndSaysSo() throws Exception {
        Path shares = Path.of("test-cases/cohort/marginals.csv").toAbsolutePath();
        Path out = home.resolve("students.ndjson");
        CommandLineRun run = CommandLineRun.in(
                home,
                "",
                "cohort",
                "--students",
                "3",
                "--seed",
                "1",
                "--marginals",
                shares.toString(),
                "--out",
                out.toString());
        CommandLineRun shown = CommandLineRun.in(
                home, "", "cohort", "--students", "3", "--seed", "1", "--marginals", shares.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Nobody in it exists.");
        assertThat(Files.readString(out)).isEqualTo(shown.out());
        assertThat(CommandLineRun.in(home, "", "cohort", "--students", "0", "--seed", "1")
                        .code())
                .isEqualTo(1);
    }
}
