package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that only read: check, rules, facts. */
class ReferenceCommandsTest {
    @TempDir
    private Path temp;

    @Test
    void soundRulesAreFine() {
        CommandLineRun run = CommandLineRun.of("check");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("No problems in 16 files: 5 rules of 1 decision, version ");
        assertThat(CommandLineRun.of("check", "--json").out())
                .startsWith("{\"files\":16,\"rules\":5,\"version\":\"")
                .endsWith("\"problems\":[]}\n");
    }

    @Test
    void problemsAreToldInOrderWithPlaceAndAdvice() throws IOException {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
        Path second = rules.resolve("event-permit/safety/EV-02-supervised.drl");
        Path first = rules.resolve("event-permit/safety/EV-01-seats.drl");
        Files.writeString(second, Files.readString(second).replace("DESIGN", "DESING"));
        Files.writeString(first, Files.readString(first).replace("seats >=", "seets >="));
        CommandLineRun run = CommandLineRun.of("check", rules.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .contains("did you mean 'seats'?", "did you mean 'DESIGN'?")
                .endsWith("2 problems in 2 files of 16\n");
        assertThat(run.out().indexOf("EV-01-seats.drl:8:"))
                .isNotNegative()
                .isLessThan(run.out().indexOf("EV-02-supervised.drl:2:"));
        assertThat(CommandLineRun.of("check", rules.toString(), "--json").out())
                .contains("\"line\":8", "\"advice\":\"did you mean 'seats'?\"");
    }

    /** The form that docs/rule-language.md promises. */
    @Test
    void problemsForMachinesHaveTheFormThatIsDocumented() throws IOException {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
        Path rule = rules.resolve("event-permit/safety/EV-01-seats.drl");
        Files.writeString(rule, Files.readString(rule).replace("seats >=", "seets >="));
        Files.delete(rules.resolve("event-permit/example.yaml"));
        JsonNode told = new ObjectMapper()
                .readTree(CommandLineRun.of("check", rules.toString(), "--json").out());

        assertThat(told.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("files", "toFillIn", "warnings", "problems");
        assertThat(told.at("/problems/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("file", "code", "message", "advice");
        assertThat(told.at("/problems/1").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("file", "line", "column", "code", "message", "advice");
        assertThat(told.at("/problems/0/file").asText()).isEqualTo("event-permit/example.yaml");
        assertThat(told.at("/problems/1/file").asText()).isEqualTo("event-permit/safety/EV-01-seats.drl");
    }

    @Test
    void aFolderThatIsNotThereCannotBeChecked() {
        CommandLineRun run = CommandLineRun.of("check", "nowhere");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("hqccp: there is no rule folder nowhere.\n");
    }

    @Test
    void rulesAreListedByDecisionAndGroup() {
        CommandLineRun run = CommandLineRun.of("rules");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "event-permit  May the event take place?\n  Safety\n    EV-01           An event under a roof has enough seats\n    EV-02           A grown-up is in the room [DESIGN]\n")
                .contains("  Outcome\n    RO-01");
        assertThat(CommandLineRun.of("rules", "--decision", "event-permits").err())
                .contains("did you mean 'event-permit'?");
    }

    @Test
    void oneRuleIsShownInEnglishWithItsTextSourcesAndDates() {
        CommandLineRun run = CommandLineRun.of("rules", "EV-01");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("EV-01  An event under a roof has enough seats\n")
                .contains(
                        "It is met when there are at least 20 seats.",
                        "What to do: Put out more chairs.",
                        "In force from 2020-01-01",
                        "Source HOUSE (SOURCED): the house rules of the hall",
                        "      @appliesTo( indoors == true )\n");
        assertThat(CommandLineRun.of("rules", "EV-01", "--json").out())
                .startsWith("{\"id\":\"EV-01\",\"statement\":\"An event under a roof has enough seats\"");
    }

    @Test
    void aRuleOrFactThatIsNotThereIsAnsweredWithTheNearest() {
        CommandLineRun rule = CommandLineRun.of("rules", "EV-1");
        CommandLineRun fact = CommandLineRun.of("facts", "event.seets");

        assertThat(rule.code()).isEqualTo(1);
        assertThat(rule.err()).isEqualTo("hqccp: there is no rule EV-1; did you mean 'EV-01'?\n");
        assertThat(fact.code()).isEqualTo(1);
        assertThat(fact.err()).isEqualTo("hqccp: there is no fact event.seets; did you mean 'event.seats'?\n");
    }

    @Test
    void theDictionaryIsShown() {
        assertThat(CommandLineRun.of("facts").out())
                .contains("event  (events)\n", "  seats  ", "guest  (guests, a list inside event)");
        assertThat(CommandLineRun.of("facts", "guest").out())
                .contains("name of the guest")
                .doesNotContain("seats");
        assertThat(CommandLineRun.of("facts", "seats").out())
                .contains(
                        "event.seats  number of seats\n",
                        "whole-number, seats, GREEN; at least 0",
                        "Question: How many seats are there? Asked by: hall keeper.",
                        "Can be changed by: school.",
                        "Read by: EV-01.");
        assertThat(CommandLineRun.of("facts", "guestCount").out())
                .contains("whole-number, guests, worked out, GREEN", "Read by: EV-03.");
        assertThat(CommandLineRun.of("facts", "name").out()).contains("No rule reads it.");
        assertThat(CommandLineRun.of("facts", "seats", "--json").out())
                .contains("\"name\":\"event.seats\"", "\"askedOf\":\"hall keeper\"", "\"min\":0");
    }
}
