package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thousand spoilt cases for each decision: a clear answer to every one, and nothing of the case in a refusal or in the log. */
class MutationTest {
    private static final int MUTATIONS = 1_000;
    private static final long SEED = 20_261_124;

    @Test
    void everySpoiltCaseIsDecidedOrRefusedClearlyAndNeverEchoed() throws Exception {
        try (CapturedLog log = new CapturedLog();
                TestServer server = RealRules.serve()) {
            int refused = 0;
            for (var example : server.rules.current().ruleSet().examples().entrySet()) {
                Mutations mutations = new Mutations(SEED);
                for (int i = 0; i < MUTATIONS; i++) {
                    byte[] body = mutations.spoil(example.getValue());
                    Answer answer = server.send(
                            "POST",
                            "/v1/decisions/" + example.getKey(),
                            BodyPublishers.ofByteArray(body),
                            "Content-Type",
                            "application/json");
                    refused += check(answer, example.getKey() + ", mutation " + i + ", seed " + SEED);
                }
            }
            assertThat(refused).as("spoilt cases that were refused").isGreaterThan(MUTATIONS);
            assertThat(log.text()).doesNotContain(Mutations.CANARY).doesNotContain("incident");
        }
    }

    private static int check(Answer answer, String which) {
        if (answer.status() == 200) {
            return 0;
        }
        ProblemType type = switch (answer.status()) {
            case 400 -> ProblemType.MALFORMED_CASE;
            case 413 -> ProblemType.TOO_LARGE;
            default -> ProblemType.INVALID_CASE;
        };
        assertThat(answer.status()).as(which).isEqualTo(type.status());
        answer.problem(type);
        assertThat(answer.json().path("errors")).as(which).isNotEmpty();
        assertThat(List.of("canary", "987654321", "2026-02-30")).as(which).noneMatch(answer.body()::contains);
        return 1;
    }
}
