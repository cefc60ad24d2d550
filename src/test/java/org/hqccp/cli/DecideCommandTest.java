package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideCommandTest {
    private static final String EXAMPLE =
            SmallPolicy.RULES.resolve("event-permit/example.yaml").toString();
    private static final String CASE =
            "{\"caseId\":\"e\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"concert\",\"indoors\":true,\"seats\":19,\"supervised\":true,\"guests\":[]}]}";

    @TempDir
    private Path temp;

    @Test
    void aYamlCaseIsDecidedAndExplained() {
        CommandLineRun run = CommandLineRun.of("decide", "event-permit", EXAMPLE);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("May the event take place?\nCase example-event, as of 2026-03-02")
                .contains(
                        "concert: ALLOWED, the event may take place\n",
                        "number of guests: 1.",
                        "[DESIGN] rests on our own modelling choice");
    }

    @Test
    void aCasePipedInSaysWhatIsNotMetAndWhatToDo() {
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, CASE, "decide", "event-permit", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "concert: NOT_ALLOWED",
                        "✗ EV-01",
                        "The event needs at least 20\n                    seats; it has 19.",
                        "> Put out more chairs.",
                        "✓ 1 other rule is met");
    }

    @Test
    void whatDecidesTheOutcomeIsAskedFirstByRole() {
        String open = "{\"caseId\":\"e\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"concert\",\"indoors\":true}]}";
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, open, "decide", "event-permit", "-");

        assertThat(run.out())
                .contains(
                        "concert: INDETERMINATE",
                        "The outcome waits for: number of seats; grown-up in the room.",
                        """
                        Ask first: these answers decide the outcome
                          The hall keeper asks
                            ? How many seats are there? (event.seats for EV-01)
                        """,
                        "Still missing beside that\n  The hall keeper asks\n    ? Please send the list of guests");
    }

    @Test
    void changesAreShownWhereAskedFor() {
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, CASE, "decide", "event-permit", "-", "--changes");
        CommandLineRun json =
                CommandLineRun.in(SmallPolicy.FOLDER, CASE, "decide", "event-permit", "-", "--changes", "--json");

        assertThat(run.out()).contains("""
                        What would change this
                          • EV-01 for concert:
                            - Raise the number of seats from 19 to 20.
                            Then: ALLOWED.
                        """);
        assertThat(json.out())
                .contains(
                        "\"changes\":[{\"edits\":[{\"fact\":\"event.seats\",\"from\":19,\"label\":\"number of seats\","
                                + "\"pointer\":\"/events/0/seats\",\"sentence\":\"Raise the number of seats from 19 to 20.\",\"to\":20}],"
                                + "\"outcomeThen\":\"ALLOWED\",\"ruleId\":\"EV-01\",\"subject\":\"concert\"}]");
    }

    @Test
    void yamlMayBePipedInToo() throws IOException {
        String yaml = Files.readString(Path.of(EXAMPLE));

        assertThat(CommandLineRun.in(SmallPolicy.FOLDER, yaml, "decide", "event-permit", "-")
                        .out())
                .contains("concert: ALLOWED");
    }

    @Test
    void jsonIsTheAnswerThatApplicationsGet() {
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, CASE, "decide", "event-permit", "-", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("{\"decidedAt\":\"2026-01-01T00:00:00Z\",\"decision\":{")
                .endsWith("}\n")
                .contains("\"outcome\":\"NOT_ALLOWED\"");
    }

    @Test
    void eachFaultOfACaseIsToldWithItsPlaceAndAdvice() {
        String bad = "{\"caseId\":\"e\",\"asOf\":\"2026-02-30\",\"events\":[{\"id\":\"a\",\"seets\":3}]}";
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, bad, "decide", "event-permit", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "/asOf: ",
                        "/events/0: name 2 of this object is no fact of event (did you mean 'seats'?)",
                        "the case cannot be decided: 2 problems.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"caseId\":1}", "not a case", "a: [", "\u0000"})
    void whatIsNoCaseIsRefusedInWords(String piped) {
        CommandLineRun run = CommandLineRun.in(SmallPolicy.FOLDER, piped, "decide", "event-permit", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("hqccp: ").doesNotContain("incident", "Exception");
    }

    @Test
    void aDecisionThatIsNotThereIsAnsweredWithThoseThatAre() {
        CommandLineRun run = CommandLineRun.of("decide", "event-permits", EXAMPLE);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("hqccp: there is no such decision; there are event-permit.\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CommandLineRun run = CommandLineRun.of("decide", "event-permit", "nowhere.json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("hqccp: there is no nowhere.json.\n");
    }

    @Test
    void rulesWithProblemsDecideNothing() throws IOException {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
        Path file = rules.resolve("event-permit/safety/EV-01-seats.drl");
        Files.writeString(file, Files.readString(file).replace("seats >=", "seets >="));
        CommandLineRun run = CommandLineRun.of("decide", "event-permit", EXAMPLE, "--rules", rules.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("event-permit/safety/EV-01-seats.drl:8", "did you mean 'seats'?");
    }
}
