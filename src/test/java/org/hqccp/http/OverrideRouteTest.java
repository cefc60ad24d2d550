package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person sets another outcome: it stands beside the decision. */
class OverrideRouteTest {
    private static final String OVERRIDE = LogRoutesTest.OVERRIDE;
    private DecisionLog log;
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        log = TestServer.log();
        server = TestServer.recording(TestServer.SETTINGS, TestServer.rules(SmallPolicy.RULES), log);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer read(String path) throws Exception {
        return server.get(path, "Purpose", "yearly audit");
    }

    private String decide() throws Exception {
        return server.decide(TestServer.CASE).json().path("decisionId").asText();
    }

    private Answer override(String id, String body, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return server.post("/v1/log/" + id + "/override", body, all.toArray(String[]::new));
    }

    @Test
    void anOverrideStandsBesideTheDecisionAndChangesNothing() throws Exception {
        String id = decide();
        byte[] before = log.entry(id).leaf().bytes();
        String outcome = "ALLOWED";

        Answer answer = override(id, OVERRIDE.formatted(outcome), "Idempotency-Key", "\"k\"");
        Answer again = override(id, OVERRIDE.formatted(outcome), "Idempotency-Key", "\"k\"");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answer.body());
        Entry recorded = log.entry(answer.json().path("overrideId").asText());
        assertThat(recorded.leaf().kind()).isEqualTo(EntryKind.OVERRIDE);
        assertThat(recorded.leaf().about()).isEqualTo(id);
        assertThat(log.entry(id).leaf().bytes()).isEqualTo(before);
        JsonNode shown = read("/v1/log/" + id).json().at("/overrides/0");
        assertThat(shown.path("caller").asText()).isEqualTo(Guard.ANYONE);
        assertThat(shown.path("reason").asText()).isEqualTo("PAPER_SEEN");
        assertThat(shown.path("text").asText()).isEqualTo("The list of guests was on the desk.");
        assertThat(read("/v1/log?decision=event-permit&kind=override").body()).contains("PAPER_SEEN");
        assertThat(read("/v1/log?decision=other&kind=override").json().path("entries"))
                .isEmpty();
    }

    @Test
    void anOverrideThatCannotBeIsRefused() throws Exception {
        String id = decide();
        long before = log.size();
        String three = "{\"outcome\":\"%s\",\"reason\":\"%s\",\"text\":\"%s\"%s}";
        Map<String, String> codes = Map.of(
                "{}",
                "form",
                "[]",
                "form",
                three.formatted("ALLOWED", "PAPER_SEEN", "t", ",\"more\":1"),
                "form",
                three.formatted("CANARY", "PAPER_SEEN", "t", ""),
                "unknown-outcome",
                three.formatted("ALLOWED", "CANARY", "t", ""),
                "unknown-reason",
                three.formatted("ALLOWED", "PAPER_SEEN", " ", ""),
                "text",
                three.formatted("ALLOWED", "PAPER_SEEN", "t", ",\"subject\":\"CANARY\""),
                "unknown-subject");

        for (Map.Entry<String, String> each : codes.entrySet()) {
            Answer answer = override(id, each.getKey());

            assertThat(answer.problem(ProblemType.INVALID_OVERRIDE)
                            .at("/errors/0/code")
                            .asText())
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
            assertThat(answer.body()).doesNotContain("CANARY");
        }
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void onlyADecisionCanBeOverridden() throws Exception {
        decide();
        String start = log.entry(0).leaf().id();

        override(start, OVERRIDE.formatted("X")).problem(ProblemType.NO_SUCH_ENTRY);
        override(log.newId(), OVERRIDE.formatted("X")).problem(ProblemType.NO_SUCH_ENTRY);
    }
}
