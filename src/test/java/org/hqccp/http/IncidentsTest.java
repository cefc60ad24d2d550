package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of ours: an id outside, the kind and place inside, the case nowhere. */
class IncidentsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFaultIsAnsweredWithItsIdAndLoggedWithoutTheCase(boolean error) throws Exception {
        try (CapturedLog log = new CapturedLog();
                TestServer server = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
                    if (error) {
                        throw new StackOverflowError("canary-51");
                    }
                    throw new IllegalStateException("canary-52", new ArithmeticException("canary-53"));
                })) {
            Answer answer = server.decide(TestServer.CASE.replace("concert", "canary-54"));

            String instance =
                    answer.problem(ProblemType.INCIDENT).path("instance").asText();
            assertThat(answer.body()).doesNotContain("canary");
            assertThat(log.text())
                    .contains(
                            "incident " + instance,
                            error ? "StackOverflowError" : "ArithmeticException",
                            "IncidentsTest")
                    .doesNotContain("canary");
        }
    }
}
