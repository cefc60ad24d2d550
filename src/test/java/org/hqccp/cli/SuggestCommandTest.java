package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases at the borders of a rule are shown with today's answers; what the author confirms is added, and nothing else changes. */
class SuggestCommandTest {
    private static final String FILE = "test-cases/event-permit/safety/EV-01-seats.yaml";

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        SmallPolicy.copy(SmallPolicy.FOLDER, home);
        file = home.resolve(FILE);
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.in(home, "", args);
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    @Test
    void whereNobodyIsAskedTheCasesAreShownAndNothingIsWritten() throws IOException {
        String before = text();
        CommandLineRun run = run("cases", "suggest", "EV-01");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("EV-01  An event under a roof has enough seats\n")
                .contains(FILE + " does not hold yet, with today's")
                .contains("The rule begins\n", "    as-of: 2020-01-01\n")
                .endsWith("Nothing was written. On a terminal you are asked about each; --all adds them all.\n");
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void bothSidesOfANumberAreShown() throws IOException {
        String before = text();
        Files.writeString(
                file, "rule: EV-01\nlike: concert\ncases:\n  - name: It is as it is\n    expect: {status: MET}\n");
        String shown = run("cases", "suggest", "EV-01").out();

        assertThat(before).contains("event.seats: 20", "event.seats: 19");
        assertThat(shown)
                .contains("{event.seats: 20}\n        expect: {status: MET}")
                .contains("{event.seats: 19}\n        expect: {status: NOT_MET}")
                .contains("{event.seats: unknown}\n        expect: {status: UNKNOWN, missing: [event.seats]}")
                .contains("as-of: 2019-12-31\n        expect: {status: none}")
                .contains("Not met: An event under a roof has enough seats.")
                .contains("expect: {status: NOT_APPLICABLE}");
    }

    @Test
    void whatIsConfirmedPassesAndIsNotSuggestedAgain() throws IOException {
        String before = text();
        CommandLineRun all = run("cases", "suggest", "EV-01", "--all");

        assertThat(all.out()).containsPattern("[0-9]+ cases? added to " + FILE + "\n$");
        assertThat(text()).startsWith(before).hasSizeGreaterThan(before.length());
        assertThat(run("test", "--only", "EV-01").code()).isZero();
        JsonNode again = new ObjectMapper()
                .readTree(run("cases", "suggest", "EV-01", "--json").out());
        for (JsonNode each : again.path("cases")) {
            assertThat(text()).doesNotContain(each.path("case").asText());
        }
    }

    @Test
    void onATerminalTheAuthorIsAskedAboutEach() throws IOException {
        String before = text();
        CommandLineRun run = CommandLineRun.typing(
                home, "what?\nyes\nno\nperhaps\nnot applicable\nskip\nquit\n", "cases", "suggest", "EV-01");
        CommandLineRun test = run("test", "--only", "EV-01");

        assertThat(run.out())
                .contains("yes adds the case; no asks what should come out;")
                .contains("What should come out? (")
                .contains("2 cases added to " + FILE)
                .endsWith("1 case fails until the rule gives the answer you expect: see hqccp test.\n");
        assertThat(text()).startsWith(before);
        assertThat(test.out()).contains("expected NOT_APPLICABLE, got ").endsWith("6 passed, 1 failed\n");
    }

    /** Whoever stops midway keeps what was confirmed so far. */
    @Test
    void anEndOfTheAnswersEndsTheQuestions() throws IOException {
        String before = text();
        CommandLineRun none = CommandLineRun.typing(home, "", "cases", "suggest", "EV-01");
        assertThat(none.out()).endsWith("Nothing was written.\n");
        assertThat(text()).isEqualTo(before);

        CommandLineRun one = CommandLineRun.typing(home, "y\n", "cases", "suggest", "EV-01");
        assertThat(one.out()).endsWith("1 case added to " + FILE + "\n");
        assertThat(text()).startsWith(before).hasSizeGreaterThan(before.length());
    }

    @Test
    void aRuleWithoutCasesGetsAFile() throws IOException {
        Files.delete(file);
        CommandLineRun run = run("cases", "suggest", "EV-01", "--all");

        assertThat(run.code()).isZero();
        assertThat(text()).startsWith("rule: EV-01\nlike: ").contains("status: NOT_MET", "status: UNKNOWN");
        assertThat(run("test", "--only", "EV-01").code()).isZero();
    }

    @Test
    void everyRuleHasAnswersThatComeOut() {
        for (String rule : List.of("EV-02", "EV-03", "RO-01", "RO-02")) {
            CommandLineRun run = run("cases", "suggest", rule);
            assertThat(run.err()).as(rule).isEmpty();
            assertThat(run.code()).as(rule).isZero();
        }
    }

    @Test
    void whatCannotBeDoneIsToldAndNothingIsWritten() throws IOException {
        assertThat(run("cases", "suggest", "EV-1").err()).contains("there is no rule EV-1; did you mean 'EV-01'?");
        assertThat(run("cases", "suggest", "EV-01", "--cases", "nowhere").err())
                .contains("there is no case folder nowhere; name one with --cases.");
        String flow = "rule: EV-01\nlike: concert\ncases: [{name: It is as it is, expect: {status: MET}}]\n";
        Files.writeString(file, flow);
        CommandLineRun run = run("cases", "suggest", "EV-01", "--all");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("does not list its cases one below the other, under a line 'cases:'");
        assertThat(text()).isEqualTo(flow);
    }

    @Test
    void ofManyWhoAddAtOnceNothingIsLost() throws Exception {
        String before = text();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<CommandLineRun>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String typed = "skip\n".repeat(i) + "yes\nquit\n";
                runs.add(threads.submit(() -> CommandLineRun.typing(home, typed, "cases", "suggest", "EV-01")));
            }
            for (Future<CommandLineRun> run : runs) {
                assertThat(run.get().out()).contains("1 case added");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(text()).startsWith(before);
        assertThat(text().split("  - name: ", -1)).hasSize(before.split("  - name: ", -1).length + 4);
        assertThat(run("test", "--only", "EV-01").code()).isZero();
    }
}
