package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request finds its way, or is told that it has lost it. */
class RoutesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/v1/decision", "/v1/decisions/event-permit/exampl", "/livez/x", "/v1/../livez"})
    void anUnknownPathIsRefusedWithTheOnesThereAre(String path) throws Exception {
        Answer answer = Answer.parse(server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        assertThat(answer.problem(ProblemType.NO_SUCH_ROUTE)
                        .at("/errors/0/allowed")
                        .toString())
                .contains("/v1/decisions/{decision}", "/readyz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "POST"})
    void anotherMethodIsRefusedWithTheOnesThereAre(String method) throws Exception {
        Answer answer =
                Answer.parse(server.raw(method + " /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));

        answer.problem(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void whatAnswersGetAnswersHead() throws Exception {
        Answer head = server.send("HEAD", "/readyz", BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(String.valueOf(server.get("/readyz").body().length()));
        assertThat(server.send("HEAD", "/v1/decisions/none/example", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHeaderCannotChangeTheMethod() throws Exception {
        server.post("/livez", "", "X-HTTP-Method-Override", "GET").problem(ProblemType.BAD_REQUEST);
    }

    @Test
    void theLongestAddressPassesAndOneByteMoreDoesNot() throws Exception {
        String most = "/livez?" + "a".repeat((int) Limit.URI_BYTES.standard() - "/livez?".length());

        server.get(most).problem(ProblemType.BAD_QUERY);
        server.get(most + "a").problem(ProblemType.URI_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, */*;q=0.8",
                "application/json;q=0.1, text/html",
                "text/html;q=0, application/json",
                "Application/Json; charset=utf-8"
            })
    void anAnswerThatIsWelcomeIsSent(String accept) throws Exception {
        assertThat(server.get("/livez", "Accept", accept).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, text/*",
                "application/json;q=0",
                "application/json;q=0.000, */*",
                "*/*;q=0",
                "nonsense"
            })
    void anAnswerThatIsNotWelcomeIsRefused(String accept) throws Exception {
        JsonNode problem = server.get("/livez", "Accept", accept).problem(ProblemType.NOT_ACCEPTABLE);

        assertThat(problem.at("/errors/0/allowed/0").asText()).isEqualTo("application/json");
    }

    @Test
    void theListNamesEachDecisionAndItsExampleDecides() throws Exception {
        JsonNode listed = server.get("/v1/decisions").json().path("decisions");
        assertThat(listed).isNotEmpty();
        for (JsonNode decision : listed) {
            Answer example = server.get(decision.path("example").asText());
            Answer decided =
                    server.post(decision.path("self").asText(), example.body(), "Content-Type", "application/json");

            assertThat(decided.status()).isEqualTo(200);
            assertThat(decided.json().at("/decision/outcome").asText()).isNotEqualTo("INDETERMINATE");
        }
    }

    @Test
    void readinessTellsTheLiveVersionAndThatNothingIsRecorded() throws Exception {
        try (TestServer standard = TestServer.start(TestServer.settings(Limits.STANDARD, null))) {
            JsonNode ready = standard.get("/readyz").json();

            assertThat(ready.path("ready").asBoolean()).isTrue();
            assertThat(ready.path("ruleSetVersion").asText())
                    .isEqualTo(standard.rules.current().ruleSet().version());
            assertThat(ready.path("recorded").asBoolean(true)).isFalse();
            assertThat(ready.path("durability").asText()).isEqualTo("none");
            assertThat(ready.path("raisedLimits")).isEmpty();
        }
    }

    @Test
    void aRaisedLimitShows() throws Exception {
        try (TestServer raised =
                TestServer.start(TestServer.settings(Limits.STANDARD.with(Limit.DEADLINE_MS, 3_000), null))) {
            assertThat(raised.get("/readyz").json().at("/raisedLimits/0/limit").asText())
                    .isEqualTo("deadline-ms");
        }
    }
}
