package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    @TempDir
    private Path home;

    private Path seats;

    @BeforeEach
    void copy() throws IOException {
        SmallPolicy.copy(SmallPolicy.RULES, home.resolve("rules"));
        SmallPolicy.copy(SmallPolicy.CASES, home.resolve("test-cases"));
        seats = home.resolve("test-cases/event-permit/safety/EV-01-seats.yaml");
    }

    private void write(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void allPass() {
        CommandLineRun run = CommandLineRun.in(home, "", "test");

        assertThat(run.out()).endsWith("21 passed, 0 failed\n").contains("Coverage: 5 of 5 rules");
        assertThat(run.code()).isZero();
    }

    @Test
    void failuresComeFirstWithTheDifferenceInWords() throws IOException {
        write(seats, "{status: MET, outcome: ALLOWED, values", "{status: NOT_MET, outcome: ALLOWED, values");
        CommandLineRun run = CommandLineRun.in(home, "", "test");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .startsWith(
                        "FAILED test-cases/event-permit/safety/EV-01-seats.yaml:4  Just enough seats\n  status of EV-01: expected NOT_MET, got MET\n")
                .endsWith("20 passed, 1 failed\n");
    }

    @Test
    void aFolderAFileOrARuleChooses() {
        Path rule = home.resolve("rules/event-permit/safety/EV-02-supervised.drl");

        assertThat(CommandLineRun.in(home, "", "test", seats.toString()).out()).endsWith("5 passed, 0 failed\n");
        assertThat(CommandLineRun.in(home, "", "test", rule.toString()).out()).endsWith("6 passed, 0 failed\n");
        assertThat(CommandLineRun.in(
                                home,
                                "",
                                "test",
                                home.resolve("test-cases/event-permit/roll-up").toString())
                        .out())
                .endsWith("6 passed, 0 failed\n");
        assertThat(CommandLineRun.in(home, "", "test", "--only", "EV-03").out()).endsWith("4 passed, 0 failed\n");
    }

    @Test
    void onlySomeFilesRunWhileAnotherRuleHoldsProblems() throws IOException {
        write(home.resolve("rules/event-permit/safety/EV-03-list.drl"), "guestCount", "gestCount");
        CommandLineRun all = CommandLineRun.in(home, "", "test");
        CommandLineRun only = CommandLineRun.in(home, "", "test", "--only", "EV-02");
        CommandLineRun itself = CommandLineRun.in(home, "", "test", "--only", "EV-03");

        assertThat(all.code()).isEqualTo(2);
        assertThat(only.code()).isZero();
        assertThat(only.out())
                .startsWith("Rule files left aside, with their test cases\nevent-permit/safety/EV-03-list.drl:")
                .contains("Coverage: 1 of 1 rule")
                .endsWith("6 passed, 0 failed\n");
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.out()).contains("event-permit/safety/EV-03-list.drl:").endsWith("0 passed, 0 failed\n");
    }

    @Test
    void whatIsWrongOutsideTheRuleFilesIsToldAsElsewhere() throws IOException {
        write(home.resolve("rules/parameters.csv"), "event.seats,20", "event.seats,some");
        CommandLineRun only = CommandLineRun.in(home, "", "test", "--only", "EV-02");

        assertThat(only.code()).isEqualTo(2);
        assertThat(only.out() + only.err()).contains("parameters.csv:2").doesNotContain("left aside");
    }

    @Test
    void aRuleFileThatCannotBeReadIsLeftAsideAndToldSo() throws IOException {
        Files.write(home.resolve("rules/event-permit/safety/EV-03-list.drl"), new byte[] {(byte) 0xff});
        CommandLineRun only = CommandLineRun.in(home, "", "test", "--only", "EV-02");

        assertThat(only.code()).isZero();
        assertThat(only.out())
                .contains("EV-03-list.drl")
                .contains("not UTF-8 text")
                .endsWith("6 passed, 0 failed\n");
    }

    @Test
    void problemsOfCaseFilesAreToldAndFail() throws IOException {
        write(seats, "expect: {status: none}", "expct: {status: none}");
        CommandLineRun run = CommandLineRun.in(home, "", "test");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("EV-01-seats.yaml:19:12: 'expct' is not known here  [KEY]\n    did you mean 'expect'?")
                .endsWith("20 passed, 0 failed, 2 problems\n");
    }

    @Test
    void whatIsNotCoveredIsListedOnRequest() throws IOException {
        write(seats, "event.seats: 19", "event.seats: 20");
        write(seats, "NOT_MET, outcome: NOT_ALLOWED, because: [EV-01]", "MET");

        assertThat(CommandLineRun.in(home, "", "test").out()).contains("Coverage: 4 of 5 rules");
        assertThat(CommandLineRun.in(home, "", "test", "--coverage").out())
                .contains(
                        "EV-01  event-permit/safety/EV-01-seats.drl\n    no case states NOT_MET\n    in no case does it fail that seats >= event.seats\n");
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        write(seats, "[EV-01]", "[EV-02]");
        CommandLineRun run = CommandLineRun.in(home, "", "test", "--json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .startsWith(
                        "{\"passed\":20,\"failed\":1,\"failures\":[{\"file\":\"test-cases/event-permit/safety/EV-01-seats.yaml\",\"line\":7,")
                .contains("\"what\":\"because\",\"expected\":\"EV-02\",\"got\":\"EV-01\"");
    }

    @Test
    void whatIsNotThereCannotBeRun() {
        assertThat(CommandLineRun.in(home, "", "test", "nowhere").err()).isEqualTo("hqccp: there is no nowhere.\n");
        assertThat(CommandLineRun.in(home, "", "test", "--cases", "nowhere").code())
                .isEqualTo(1);
        assertThat(CommandLineRun.in(home, "", "test", home.toString()).err())
                .contains("name another case folder with --cases");
    }

    @Test
    void mutantsThatNoCaseNoticesAreToldWithACaseThatWould() {
        CommandLineRun run = CommandLineRun.in(home, "", "test", "--mutants");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("NOT NOTICED EV-03  rules/event-permit/safety/EV-03-list.drl:1\n")
                .contains("facts: {event.guests: []}\n    expect: {status: NOT_MET}\n")
                .endsWith("  event-permit: 27 of 28\n  parameters: 2 of 2\n29 of 30 mutants noticed\n");
    }

    @Test
    void aMutantThatNeedNotBeNoticedIsToldWithTheReason() throws IOException {
        Path accepted = home.resolve("test-cases/accepted-mutants.csv");
        Files.writeString(
                accepted, "what,change,reason\nEV-03,if it said … instead of …,A hall without guests needs no list\n");
        CommandLineRun run = CommandLineRun.in(home, "", "test", "--mutants");

        assertThat(run.out())
                .doesNotContain("NOT NOTICED", "delete the line")
                .contains("Not noticed, and test-cases/accepted-mutants.csv says why\n    EV-03 if it said")
                .contains("without guests needs no list\n")
                .endsWith("29 of 30 mutants noticed\n");
        assertThat(CommandLineRun.in(home, "", "test", "--mutants", "--json").out())
                .contains("\"accepted\":\"A hall without guests needs no list\"");

        Files.writeString(accepted, "what,change,reason\nEV-03,if it asked nothing,No reason\nEV-03,,\n");
        CommandLineRun stale = CommandLineRun.in(home, "", "test", "--mutants", "--rule", "EV-03");
        assertThat(stale.code()).isEqualTo(3);
        assertThat(stale.out())
                .contains("accepted-mutants.csv:3:8: 'reason' is empty  [MISSING]")
                .contains("NOT NOTICED EV-03")
                .contains("accepted-mutants.csv:2: its mutant is noticed, or is there no more; delete the line.");
    }
}
