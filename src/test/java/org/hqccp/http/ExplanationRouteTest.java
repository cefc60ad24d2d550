package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One decision explained to an auditor by the running service. */
class ExplanationRouteTest {
    @TempDir
    private Path folder;

    private Path ruleFolder;
    private LiveRules rules;
    private DecisionLog log;
    private TestServer server;
    private String id;

    @BeforeEach
    void start() throws Exception {
        ruleFolder = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        rules = TestServer.rules(ruleFolder);
        log = TestServer.log();
        server = TestServer.recording(TestServer.SETTINGS, rules, log);
        id = server.decide(TestServer.CASE.replace("\"seats\":40", "\"seats\":10"))
                .json()
                .path("decisionId")
                .asText();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer explain(String of, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Purpose", "an appeal"));
        all.addAll(List.of(headers));
        return server.get("/v1/log/" + of + "/explanation", all.toArray(String[]::new));
    }

    @Test
    void itIsAPageToFileAndTheReadingIsTheNextEntry() throws Exception {
        Answer page = explain(id);

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(page.body())
                .startsWith("Decision " + id + "\n")
                .contains("the answer to event-permit for case c is NOT_ALLOWED", "Rule text at this version\n")
                .contains("What would have changed it\n", "The outcome would be ALLOWED")
                .contains("the decision is the same, to the byte")
                .endsWith("\n");
        Entry access = log.entry(log.size() - 1);
        assertThat(access.leaf().kind()).isEqualTo(EntryKind.ACCESS);
        assertThat(access.leaf().about()).isEqualTo(id);
        assertThat(access.record().head().get("parts")).isEqualTo("explanation");
        assertThat(access.record().head().get("purpose")).isEqualTo("an appeal");
    }

    @Test
    void whoPrefersJsonGetsTheSameForMachines() throws Exception {
        for (String accept : List.of("application/json", "text/plain;q=0.5, application/json", "application/*")) {
            Answer answer = explain(id, "Accept", accept);

            assertThat(answer.header("Content-Type")).as(accept).isEqualTo("application/json");
            assertThat(answer.json().at("/entry/leaf/id").asText()).isEqualTo(id);
            assertThat(answer.json().at("/replay/verdict").asText()).isEqualTo("SAME");
            assertThat(answer.json().path("rules")).isNotEmpty();
        }
        for (String accept : List.of("*/*", "text/*", "text/plain, application/json", "application/json;q=0, */*")) {
            assertThat(explain(id, "Accept", accept).header("Content-Type"))
                    .as(accept)
                    .startsWith("text/plain");
        }
        JsonNode refused = explain(id, "Accept", "text/html, text/plain;q=0").problem(ProblemType.NOT_ACCEPTABLE);
        assertThat(refused.at("/errors/0/allowed").toString()).isEqualTo("[\"text/plain\",\"application/json\"]");
    }

    @Test
    void aDecisionUnderAnEarlierRuleSetIsExplainedUnderThatOne() throws Exception {
        Path parameters = ruleFolder.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("event.seats,20,", "event.seats,5,"));
        rules.refresh();
        assertThat(rules.refresh()).as("the edit has settled").isTrue();

        assertThat(server.decide(TestServer.CASE.replace("\"seats\":40", "\"seats\":10"))
                        .body())
                .contains("\"outcome\":\"ALLOWED\"");
        assertThat(explain(id).body()).contains("is NOT_ALLOWED", "the decision is the same, to the byte");
    }

    @Test
    void withoutAPurposeOrForWhatIsNoDecisionThereIsNoPageAndNoEntry() throws Exception {
        long before = log.size();

        server.get("/v1/log/" + id + "/explanation").problem(ProblemType.NO_PURPOSE);
        explain(log.newId()).problem(ProblemType.NO_SUCH_ENTRY);
        explain(log.entry(0).leaf().id()).problem(ProblemType.NO_SUCH_ENTRY);

        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void itIsForAuditors() throws Exception {
        Tokens.Issued portal = Tokens.issue("portal", Role.APPLICATION, new SecureRandom());
        Tokens.Issued audit = Tokens.issue("audit", Role.AUDITOR, new SecureRandom());
        Path file = folder.resolve("tokens.csv");
        Files.writeString(
                file,
                Tokens.HEADER + "\n" + portal.holder().line() + "\n"
                        + audit.holder().line());
        Tokens tokens = Tokens.read(file, new ArrayList<>());
        DecisionLog own = TestServer.log();
        try (TestServer closed = TestServer.recording(TestServer.settings(TestServer.PATIENT, tokens), rules, own)) {
            String decided = closed.post(
                            TestServer.DECIDE,
                            TestServer.CASE,
                            "Authorization",
                            "Bearer " + portal.token(),
                            "Content-Type",
                            "application/json")
                    .json()
                    .path("decisionId")
                    .asText();
            String path = "/v1/log/" + decided + "/explanation";

            closed.get(path, "Authorization", "Bearer " + portal.token(), "Purpose", "p")
                    .problem(ProblemType.WRONG_ROLE);
            assertThat(closed.get(path, "Authorization", "Bearer " + audit.token(), "Purpose", "p")
                            .body())
                    .contains("Decision " + decided);
        }
    }
}
