package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case a line in, an answer a line out. */
class BatchRouteTest {
    static final String BATCH = TestServer.DECIDE + "/batch";
    private static final ObjectMapper JSON = new ObjectMapper();
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
    void linesAreSummedUpWhereAskedForAndProblemsStayWhole() throws Exception {
        Answer answer = server.post(
                BATCH + "?view=summary", line("a") + "\nnonsense\n", "Content-Type", "application/x-ndjson");

        List<JsonNode> lines = lines(answer);
        assertThat(lines).extracting(BatchRouteTest::told).containsExactly("a ALLOWED", "/problems/malformed-case 2");
        assertThat(lines.get(0).at("/decision/sources").isMissingNode()).isTrue();
        server.post(BATCH + "?view=page", line("a"), "Content-Type", "application/x-ndjson")
                .problem(ProblemType.BAD_QUERY);
    }

    @Test
    void everyLineIsAnsweredInOrderAndBadOnesDoNotStopTheRest() throws Exception {
        String body = line("a") + "\n{\"caseId\":\"b\",\"asOf\":\"2026-03-02\",\"evnts\":[]}\n\n" + line("c")
                + "\r\nnonsense\n" + line("d");

        Answer answer = batch(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        List<JsonNode> lines = lines(answer);
        assertThat(lines)
                .extracting(BatchRouteTest::told)
                .containsExactly(
                        "a ALLOWED",
                        "/problems/invalid-case 2",
                        "c ALLOWED",
                        "/problems/malformed-case 5",
                        "d ALLOWED");
        assertThat(lines.get(1).at("/errors/0/pointer").asText()).isEmpty();
        assertThat(lines.get(1).at("/errors/0/advice").asText()).contains("'events'");
    }

    @Test
    void aLineOverTheLimitOfOneCaseIsPassedOver() throws Exception {
        int largest = (int) Limit.CASE_BYTES.standard();
        String most = line("a") + " ".repeat(largest - line("a").length());

        assertThat(lines(batch(
                        most + "\n" + most + " \n" + most + "x".repeat(300_000) + "\n" + most + "\r\n" + line("e"))))
                .extracting(BatchRouteTest::told)
                .containsExactly(
                        "a ALLOWED", "/problems/too-large 2", "/problems/too-large 3", "a ALLOWED", "e ALLOWED");
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() throws Exception {
        assertThat(batch("").body()).isEmpty();
    }

    @Test
    void aFaultOfOursInOneLineDoesNotStopTheRest() throws Exception {
        String second = line("b");
        DecisionService real = new DecisionService(server.rules, SmallPolicy.CLOCK);
        try (CapturedLog log = new CapturedLog();
                TestServer broken = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
                    if (new String(body, StandardCharsets.UTF_8).equals(second)) {
                        throw new IllegalStateException("canary-81");
                    }
                    return real.decide(d, body, changes);
                })) {
            Answer answer = broken.post(
                    BATCH, line("a") + "\n" + second + "\n" + line("c"), "Content-Type", "application/x-ndjson");

            assertThat(lines(answer))
                    .extracting(BatchRouteTest::told)
                    .containsExactly("a ALLOWED", "/problems/incident 2", "c ALLOWED");
            assertThat(answer.body() + log.text()).doesNotContain("canary");
            assertThat(log.text())
                    .contains(lines(answer).get(1).path("instance").asText());
        }
    }

    @Test
    void severalLinesAreDecidedAtOnceAndAnsweredInTheirOrder() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor decides one line at a time");
        String first = line("a");
        CountDownLatch secondBegun = new CountDownLatch(1);
        DecisionService real = new DecisionService(server.rules, SmallPolicy.CLOCK);
        try (TestServer waiting = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
            if (!new String(body, StandardCharsets.UTF_8).equals(first)) {
                secondBegun.countDown();
            } else if (!waited(secondBegun)) {
                throw new IllegalStateException("the second line waits for the first");
            }
            return real.decide(d, body, changes);
        })) {
            Answer answer =
                    waiting.post(BATCH, first + "\n" + line("b") + "\n", "Content-Type", "application/x-ndjson");

            assertThat(lines(answer)).extracting(BatchRouteTest::told).containsExactly("a ALLOWED", "b ALLOWED");
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, , UNSUPPORTED_MEDIA_TYPE",
        "application/x-ndjson, br, UNSUPPORTED_MEDIA_TYPE",
        "application/x-ndjson, 'gzip, gzip', UNSUPPORTED_MEDIA_TYPE",
        "application/x-ndjson, gzip, BAD_REQUEST"
    })
    void anotherKindOfBodyIsRefused(String contentType, String encoding, ProblemType type) throws Exception {
        Answer answer = encoding == null
                ? server.post(BATCH, "{}", "Content-Type", contentType)
                : server.post(BATCH, "{}", "Content-Type", contentType, "Content-Encoding", encoding);

        answer.problem(type);
    }

    @Test
    void anUnknownDecisionIsRefusedBeforeAnyLineIsRead() throws Exception {
        server.post("/v1/decisions/event-permt/batch", line("a"), "Content-Type", "application/x-ndjson")
                .problem(ProblemType.NO_SUCH_DECISION);
    }

    @Test
    void answersBeginBeforeTheInputEnds() throws Exception {
        try (BatchConversation talk = new BatchConversation(server)) {
            for (String id : List.of("first", "second", "third")) {
                talk.send(line(id) + "\n");
                assertThat(told(JSON.readTree(talk.nextLine()))).isEqualTo(id + " ALLOWED");
            }
            talk.end();
            assertThat(talk.nextLine()).isNull();
        }
    }

    @Test
    void tenThousandLinesPassWhileTheirAnswersAreRead() throws Exception {
        int lines = 10_000;
        try (BatchConversation talk = new BatchConversation(server)) {
            AtomicInteger sent = new AtomicInteger();
            Thread sender = new Thread(() -> talk.sendAll(lines, sent));
            sender.start();
            int sentAtFirstAnswer = 0;
            for (int i = 0; i < lines; i++) {
                String answer = talk.nextLine();
                assertThat(answer).as("answer %d", i).contains("\"caseId\":\"n" + i + "\"");
                if (i == 0) {
                    sentAtFirstAnswer = sent.get();
                }
            }
            sender.join();
            assertThat(talk.nextLine()).isNull();
            assertThat(sentAtFirstAnswer)
                    .as("lines sent when the first answer came")
                    .isLessThan(lines / 2);
        }
    }

    @Test
    void aCallerWhoGoesAwayEndsTheWork() throws Exception {
        AtomicInteger decided = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        DecisionService real = new DecisionService(server.rules, SmallPolicy.CLOCK);
        try (TestServer slow = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
            decided.incrementAndGet();
            begun.countDown();
            return real.decide(d, body, changes);
        })) {
            int lines = 20_000;
            BatchConversation talk = new BatchConversation(slow);
            Thread sender = new Thread(() -> talk.sendAll(lines, new AtomicInteger()));
            sender.start();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            talk.close();
            sender.join();

            int before = -1;
            for (int i = 0; i < 200 && before != decided.get(); i++) {
                before = decided.get();
                Thread.sleep(100);
            }
            assertThat(decided.get()).isLessThan(lines);
        }
    }

    @Test
    void aSilentCallerIsToldInALastLine() throws Exception {
        try (TestServer impatient = TestServer.start(TestServer.limited(Limit.IDLE_MS, 300));
                BatchConversation talk = new BatchConversation(impatient)) {
            talk.send(line("a") + "\n" + "{\"caseId\":");
            assertThat(told(JSON.readTree(talk.nextLine()))).isEqualTo("a ALLOWED");
            assertThat(told(JSON.readTree(talk.nextLine()))).isEqualTo("/problems/request-timeout 2");
            assertThat(talk.nextLine()).isNull();
        }
    }

    @Test
    void aBatchWithTooManyLinesOrBytesIsToldInALastLine() throws Exception {
        String three = line("a") + "\n" + line("b") + "\n" + line("c") + "\n";
        try (TestServer few = TestServer.start(TestServer.limited(Limit.BATCH_LINES, 2));
                TestServer small = TestServer.start(TestServer.limited(Limit.BATCH_BYTES, three.length()))) {
            assertThat(lines(few.post(BATCH, three, "Content-Type", "application/x-ndjson")))
                    .extracting(BatchRouteTest::told)
                    .containsExactly("a ALLOWED", "b ALLOWED", "/problems/too-large 3");
            assertThat(lines(small.post(BATCH, three, "Content-Type", "application/x-ndjson")))
                    .hasSize(3)
                    .allMatch(l -> l.has("decision"));
            small.post(BATCH, three + "\n", "Content-Type", "application/x-ndjson")
                    .problem(ProblemType.TOO_LARGE);
        }
    }

    @Test
    void moreBatchesThanMayBeAreRefused() throws Exception {
        try (TestServer one = TestServer.start(TestServer.limited(Limit.BATCHES, 1));
                BatchConversation talk = new BatchConversation(one)) {
            talk.send(line("a") + "\n");
            assertThat(talk.nextLine()).isNotNull();

            one.post(BATCH, line("b"), "Content-Type", "application/x-ndjson").problem(ProblemType.BUSY);
            assertThat(one.decide(TestServer.CASE).status()).isEqualTo(200);
        }
    }

    @Test
    void aServiceThatStopsEndsABatchWithALine() throws Exception {
        TestServer stopping = TestServer.start();
        try (BatchConversation talk = new BatchConversation(stopping)) {
            talk.send(line("a") + "\n");
            assertThat(told(JSON.readTree(talk.nextLine()))).isEqualTo("a ALLOWED");
            Thread stop = new Thread(stopping::close);
            stop.start();
            while (!stopping.isStopping()) {
                Thread.sleep(10);
            }
            talk.send(line("b") + "\n");

            assertThat(told(JSON.readTree(talk.nextLine()))).isEqualTo("/problems/stopping 2");
            assertThat(talk.nextLine()).isNull();
            stop.join();
        }
    }

    static String line(String caseId) {
        return TestServer.CASE.replace("\"caseId\":\"c\"", "\"caseId\":\"" + caseId + "\"");
    }

    private static Answer batch(String body) throws Exception {
        return server.post(BATCH, body, "Content-Type", "application/x-ndjson");
    }

    static List<JsonNode> lines(Answer answer) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** A line in short: its case and outcome, or its problem and line. */
    static String told(JsonNode line) {
        return line.has("decision")
                ? line.at("/decision/caseId").asText() + " "
                        + line.at("/decision/outcome").asText()
                : line.path("type").asText() + " " + line.path("line").asText();
    }
}
