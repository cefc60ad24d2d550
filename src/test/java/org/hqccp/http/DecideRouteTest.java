package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One case in, one decision out. */
class DecideRouteTest {
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
    void aCaseIsDecided() throws Exception {
        Answer answer = server.decide(TestServer.CASE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Server")).isEmpty();
        JsonNode decided = answer.json();
        assertThat(decided.path("recorded").asBoolean(true)).isFalse();
        assertThat(decided.at("/decision/outcome").asText()).isEqualTo("ALLOWED");
        assertThat(decided.at("/decision/caseId").asText()).isEqualTo("c");
    }

    @Test
    void theSameCaseGivesTheSameDecisionToTheByte() throws Exception {
        assertThat(decisionIn(server.decide(TestServer.CASE))).isEqualTo(decisionIn(server.decide(TestServer.CASE)));
    }

    private static String decisionIn(Answer answer) {
        return answer.body().replaceAll(".*(\"decision\":\\{.*}),\"decisionId\".*", "$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void jsonIsTakenWithAndWithoutItsCharset(String contentType) throws Exception {
        assertThat(server.post(TestServer.DECIDE, TestServer.CASE, "Content-Type", contentType)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/json; profile=x",
                "application/problem+json",
                "multipart/form-data; boundary=x"
            })
    void anotherKindOfBodyIsRefused(String contentType) throws Exception {
        JsonNode problem = server.post(TestServer.DECIDE, TestServer.CASE, "Content-Type", contentType)
                .problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);

        assertThat(problem.at("/errors/0/allowed/0").asText()).isEqualTo("application/json");
    }

    @Test
    void aBodyWithoutAKindIsRefused() throws Exception {
        server.post(TestServer.DECIDE, TestServer.CASE).problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aCompressedCaseIsRefused() throws Exception {
        server.post(TestServer.DECIDE, "x", "Content-Type", "application/json", "Content-Encoding", "gzip")
                .problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLargestCasePassesAndOneByteMoreDoesNot(boolean chunked) throws Exception {
        int largest = (int) Limit.CASE_BYTES.standard();

        assertThat(padded(largest, chunked).status()).isEqualTo(200);
        padded(largest + 1, chunked).problem(ProblemType.TOO_LARGE);
    }

    private static Answer padded(int size, boolean chunked) throws Exception {
        byte[] body = (TestServer.CASE + " ".repeat(size - TestServer.CASE.length())).getBytes(StandardCharsets.UTF_8);
        var publisher = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
        return server.send("POST", TestServer.DECIDE, publisher, "Content-Type", "application/json");
    }

    @Test
    void whoSendsALargerBodyCanReadTheRefusal() throws Exception {
        for (int i = 0; i < 5; i++) {
            padded(3_000_000, false).problem(ProblemType.TOO_LARGE);
        }
    }

    @Test
    void aMuchLargerBodyIsRefusedBeforeItIsSent() throws Exception {
        String answer = server.raw("POST " + TestServer.DECIDE + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 900000000\r\n\r\n");

        Answer.parse(answer).problem(ProblemType.TOO_LARGE);
    }

    @Test
    void aRequestWithoutABodyIsRefused() throws Exception {
        String answer = server.raw(
                "POST " + TestServer.DECIDE + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n");

        Answer.parse(answer).problem(ProblemType.LENGTH_REQUIRED);
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        JsonNode problem = server.decide("").problem(ProblemType.MALFORMED_CASE);

        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"caseId\":\"c\",                                              | MALFORMED_CASE | ",
                "{\"caseId\":\"c\",\"caseId\":\"d\",\"asOf\":\"2026-03-02\"}     | MALFORMED_CASE | ",
                "{\"caseId\":\"c\",\"asOf\":\"2026-02-30\"}                      | INVALID_CASE   | /asOf",
                "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"evnts\":[]}         | INVALID_CASE   | ''",
                "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":7}         | INVALID_CASE   | /events",
                "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"e\",\"seats\":null}]} | INVALID_CASE | /events/0/seats",
            })
    void aCaseThatDoesNotFitIsRefusedWithItsPlace(String body, ProblemType type, String pointer) throws Exception {
        JsonNode problem = server.decide(body).problem(type);

        assertThat(problem.path("errors")).isNotEmpty();
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        }
    }

    @Test
    void aMisspeltFactIsToldWhatWasMeant() throws Exception {
        JsonNode problem = server.decide("{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"evnts\":[]}")
                .problem(ProblemType.INVALID_CASE);

        assertThat(problem.at("/errors/0/advice").asText()).contains("events");
    }

    @Test
    void anUnknownDecisionIsRefusedWithTheOnesThereAre() throws Exception {
        JsonNode problem = server.post("/v1/decisions/event-permt", TestServer.CASE, "Content-Type", "application/json")
                .problem(ProblemType.NO_SUCH_DECISION);

        assertThat(problem.at("/errors/0/advice").asText()).isEqualTo("did you mean 'event-permit'?");
        assertThat(problem.at("/errors/0/allowed/0").asText()).isEqualTo("event-permit");
    }

    @Test
    void changesAreLookedForWhereAskedFor() throws Exception {
        Answer without = server.decide(TestServer.CASE);
        Answer with =
                server.post(TestServer.DECIDE + "?changes=true", TestServer.CASE, "Content-Type", "application/json");

        assertThat(with.status()).isEqualTo(200);
        assertThat(with.json().at("/decision/changes").isArray()).isTrue();
        assertThat(without.json().at("/decision/changes").isMissingNode()).isTrue();
    }

    @Test
    void aSummaryShowsTheSameDecisionWithLess() throws Exception {
        String closed = TestServer.CASE.replace("\"supervised\":true", "\"supervised\":false");
        JsonNode whole = server.post(TestServer.DECIDE + "?view=whole", closed, "Content-Type", "application/json")
                .json();
        JsonNode summary = server.post(TestServer.DECIDE + "?view=summary", closed, "Content-Type", "application/json")
                .json();

        assertThat(summary.at("/decision/outcome")).isEqualTo(whole.at("/decision/outcome"));
        assertThat(summary.at("/decision/sources").isMissingNode()).isTrue();
        assertThat(whole.at("/decision/sources").isArray()).isTrue();
        assertThat(summary.at("/decision/findings/0/sentence").asText()).isNotBlank();
        assertThat(summary.at("/decision/findings").size())
                .isLessThan(whole.at("/decision/findings").size());
    }

    @Test
    void anotherViewIsRefusedWithThoseThereAre() throws Exception {
        JsonNode problem = server.post(
                        TestServer.DECIDE + "?view=sumary", TestServer.CASE, "Content-Type", "application/json")
                .problem(ProblemType.BAD_QUERY);

        assertThat(problem.at("/errors/0/advice").asText()).isEqualTo("did you mean 'summary'?");
        assertThat(problem.at("/errors/0/allowed").toString()).isEqualTo("[\"whole\",\"summary\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=",
                "view=WHOLE",
                "changes=maybe",
                "changes=",
                "change=true",
                "changes=true&changes=true",
                "x",
                "&",
                "%zz",
                "changes=%f"
            })
    void anyOtherQueryIsRefused(String query) throws Exception {
        String answer = server.raw("POST " + TestServer.DECIDE + "?" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(Answer.parse(answer).status()).isEqualTo(400);
        assertThat(Answer.parse(answer).json().path("type").asText())
                .isIn("/problems/bad-query", "/problems/bad-request");
    }
}
