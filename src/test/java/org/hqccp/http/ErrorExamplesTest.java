package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each problem that the OpenAPI document shows is brought about, and is to the letter what the document shows, but for its id. */
class ErrorExamplesTest {
    private static final String DECIDE = "/v1/decisions/student-supports";
    private static final String CASE = "{\"caseId\":\"nia\",\"asOf\":\"2026-11-24\",\"student\":{\"gradeLevel\":9}}";
    private static final String JSON = "application/json";
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private static TestServer server;

    @TempDir
    private static Path folder;

    private interface Way {
        Answer take() throws Exception;
    }

    @BeforeAll
    static void start() {
        server = RealRules.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("BadRequest", () -> server.post(DECIDE, "{", "Content-Type", JSON));
        ways.put("NoToken", () -> withTokens(Role.APPLICATION, false));
        ways.put("Forbidden", () -> withTokens(Role.AUDITOR, true));
        ways.put("NotFound", () -> server.post("/v1/decisions/none", CASE, "Content-Type", JSON));
        ways.put("NotAcceptable", () -> server.post(DECIDE, CASE, "Content-Type", JSON, "Accept", "text/csv"));
        ways.put("RequestTimeout", ErrorExamplesTest::slowly);
        ways.put("KeyInUse", () -> whileOneIsDecided(TestServer.PATIENT));
        ways.put(
                "LengthRequired",
                () -> Answer.parse(
                        server.raw("POST " + DECIDE + " HTTP/1.1\r\n" + HOST + "Content-Type: " + JSON + "\r\n\r\n")));
        ways.put("TooLarge", () -> server.post(DECIDE, " ".repeat(262_145), "Content-Type", JSON));
        ways.put("UriTooLong", () -> server.get("/v1/rules/" + "a".repeat(4_096)));
        ways.put("UnsupportedMediaType", () -> server.post(DECIDE, CASE, "Content-Type", "text/plain"));
        ways.put(
                "InvalidCase",
                () -> server.post(DECIDE, CASE.replace("gradeLevel", "gradeLvel"), "Content-Type", JSON));
        ways.put(
                "HeadersTooLarge",
                () -> Answer.parse(
                        server.raw("GET /livez HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(20_000) + "\r\n\r\n")));
        ways.put("Incident", ErrorExamplesTest::broken);
        ways.put("NotNow", () -> whileOneIsDecided(TestServer.PATIENT.with(Limit.DECISIONS, 1)));
        return ways;
    }

    @TestFactory
    Stream<DynamicTest> eachIsWhatTheServiceAnswers() throws Exception {
        JsonNode responses = server.get("/openapi.json").json().at("/components/responses");
        Map<String, Way> ways = ways();
        assertThat(responses.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(ways.keySet());
        return ways.entrySet().stream()
                .map(way -> dynamicTest(way.getKey(), () -> {
                    JsonNode shown = responses.path(way.getKey()).at("/content/application~1problem+json/example");
                    Answer answer = way.getValue().take();

                    assertThat(answer.status())
                            .as(answer.body())
                            .isEqualTo(shown.path("status").asInt());
                    assertThat(withoutId(answer.json())).isEqualTo(withoutId(shown));
                }));
    }

    private static JsonNode withoutId(JsonNode problem) {
        assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
        ObjectNode rest = problem.deepCopy();
        rest.remove("instance");
        return rest;
    }

    private static Answer withTokens(Role role, boolean shown) throws Exception {
        Tokens.Issued issued = Tokens.issue("caller", role, new SecureRandom());
        Path file = Files.writeString(
                folder.resolve(role + ".csv"),
                Tokens.HEADER + "\n" + issued.holder().line());
        Tokens tokens = Tokens.read(file, new ArrayList<>());
        try (TestServer guarded = TestServer.start(TestServer.settings(TestServer.PATIENT, tokens))) {
            return guarded.post(
                    TestServer.DECIDE,
                    TestServer.CASE,
                    "Content-Type",
                    JSON,
                    "Authorization",
                    shown ? "Bearer " + issued.token() : "Bearer none");
        }
    }

    private static Answer slowly() throws Exception {
        try (TestServer quick = TestServer.start(TestServer.limited(Limit.IDLE_MS, 300));
                Socket socket = quick.connect()) {
            socket.setSoTimeout(5_000);
            String begun = "POST " + TestServer.DECIDE + " HTTP/1.1\r\n" + HOST + "Content-Type: " + JSON
                    + "\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return Answer.parse(TestServer.read(socket));
        }
    }

    private static Answer broken() throws Exception {
        try (CapturedLog log = new CapturedLog();
                TestServer server = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
                    throw new IllegalStateException("on purpose");
                })) {
            Answer answer = server.decide(TestServer.CASE);
            assertThat(log.text()).contains("incident");
            return answer;
        }
    }

    /** The same request with the same key, while the first is being decided. */
    private static Answer whileOneIsDecided(Limits limits) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DecisionService decisions = new DecisionService(TestServer.rules(SmallPolicy.RULES), SmallPolicy.CLOCK);
        Decider slow = (decision, body, changes) -> {
            begun.countDown();
            Latches.await(release);
            return decisions.decide(decision, body, changes);
        };
        try (TestServer busy = TestServer.recording(TestServer.settings(limits, null), slow, TestServer.log())) {
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> keyed(busy));
            Latches.await(begun);
            Answer second = keyed(busy);
            release.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            return second;
        }
    }

    private static Answer keyed(TestServer server) {
        try {
            return server.post(
                    TestServer.DECIDE, TestServer.CASE, "Content-Type", JSON, "Idempotency-Key", "\"the-same\"");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
