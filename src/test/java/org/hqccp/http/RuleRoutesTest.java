package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided, under which rules. */
class RuleRoutesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void rulesAreListedByDecisionAndGroup() throws Exception {
        assertThat(server.get("/v1/rules").json().path("rules")).hasSize(5);
        assertThat(server.get("/v1/rules?decision=event-permit").json().path("rules"))
                .hasSize(5);
        assertThat(server.get("/v1/rules?decision=event-permit&group=safety")
                        .json()
                        .path("rules"))
                .extracting(rule -> rule.path("id").asText())
                .containsExactly("EV-01", "EV-02", "EV-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision=event-permt", "group=safty", "decision=", "rule=EV-01"})
    void aFilterThatNamesNothingIsRefused(String query) throws Exception {
        JsonNode problem = server.get("/v1/rules?" + query).problem(ProblemType.BAD_QUERY);

        assertThat(problem.at("/errors/0/allowed")).isNotEmpty();
    }

    @Test
    void aRuleTellsWhatItSaysWhatItRestsOnAndTheNumbersItUses() throws Exception {
        JsonNode rule = server.get("/v1/rules/EV-01").json();

        assertThat(rule.path("english").asText()).contains("at least 20 seats");
        assertThat(rule.path("text").asText()).startsWith("rule \"EV-01 ");
        assertThat(rule.path("file").asText()).isEqualTo("event-permit/safety/EV-01-seats.drl");
        assertThat(rule.path("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(rule.path("from").asText()).isEqualTo("2020-01-01");
        assertThat(rule.at("/sources/0/tag").asText()).isEqualTo("HOUSE");
        assertThat(rule.at("/sources/0/mark").asText()).isEqualTo("SOURCED");
        assertThat(rule.at("/sources/0/where").asText()).isNotBlank();
        assertThat(rule.at("/parameters/0/name").asText()).isEqualTo("event.seats");
        assertThat(rule.at("/parameters/0/periods/0/value").isNumber()).isTrue();
        assertThat(rule.at("/parameters/0/periods/0/from").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void aRuleThatIsNotThereIsAnsweredWithTheNearest() throws Exception {
        JsonNode problem = server.get("/v1/rules/EV-1").problem(ProblemType.NO_SUCH_RULE);

        assertThat(problem.at("/errors/0/advice").asText()).isEqualTo("did you mean 'EV-01'?");
    }

    @Test
    void aDecisionTellsItsOutcomesAndShowsAnExample() throws Exception {
        JsonNode decision = server.get("/v1/decisions/event-permit").json();

        assertThat(decision.path("title").asText()).isEqualTo("May the event take place?");
        assertThat(decision.path("outcomes").path("ALLOWED").asText()).isNotBlank();
        assertThat(decision.at("/example/caseId").asText()).isEqualTo("example-event");
        server.get("/v1/decisions/event-permt").problem(ProblemType.NO_SUCH_DECISION);
    }

    @Test
    void aRefusedEditIsShownWithItsPlaceUntilItIsMended(@TempDir Path folder) throws Exception {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        Path file = rules.resolve("event-permit/safety/EV-02-supervised.drl");
        String sound = Files.readString(file);
        try (TestServer edited = TestServer.start(TestServer.SETTINGS, TestServer.rules(rules))) {
            String version =
                    edited.get("/v1/rulesets").json().at("/live/version").asText();
            Files.writeString(file, sound.replace("supervised == true", "supervisd == true"));
            JsonNode shown = null;
            for (int i = 0; i < 300 && (shown == null || !shown.has("refusedEdit")); i++) {
                Thread.sleep(50);
                shown = edited.get("/v1/rulesets").json();
            }

            assertThat(shown.at("/live/version").asText()).isEqualTo(version);
            assertThat(shown.at("/live/counts/rules").asInt()).isEqualTo(5);
            JsonNode problem = shown.at("/refusedEdit/problems/0");
            assertThat(problem.path("place").asText()).startsWith("event-permit/safety/EV-02-supervised.drl:");
            assertThat(problem.path("advice").asText()).contains("supervised");
            JsonNode ready = edited.get("/readyz").json();
            assertThat(ready.path("ready").asBoolean()).isTrue();
            assertThat(ready.path("editRefused").asBoolean()).isTrue();
            assertThat(edited.get("/metrics").body())
                    .contains("hqccp_rule_set_refused_edits_total 1.0", "hqccp_rule_set_edit_refused 1.0");
            assertThat(edited.decide(TestServer.CASE).status()).isEqualTo(200);
        }
    }

    @Test
    void everyTypeOfProblemHasAPage() throws Exception {
        String all = server.get("/problems").body();
        for (ProblemType type : ProblemType.values()) {
            Answer page = server.get(type.path());

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(page.body()).contains(type.title(), type.advice(), "Status " + type.status());
            assertThat(all).contains(type.path());
        }
        server.get("/problems/too-larg").problem(ProblemType.NO_SUCH_ROUTE);
    }
}
