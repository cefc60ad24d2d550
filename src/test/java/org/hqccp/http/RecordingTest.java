package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered is in the log, once. */
class RecordingTest {
    private static final String OTHER_CASE = TestServer.CASE.replace("\"seats\":40", "\"seats\":41");
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

    private Answer decide(String body, String path, String... headers) throws Exception {
        String[] all = List.of(headers).isEmpty()
                ? new String[] {"Content-Type", "application/json"}
                : new String[] {"Content-Type", "application/json", headers[0], headers[1]};
        return server.post(path, body, all);
    }

    private Answer keyed(String body, String key) throws Exception {
        return decide(body, TestServer.DECIDE, "Idempotency-Key", key);
    }

    @Test
    void theAnswerNamesItsEntryAndTheEntryHoldsTheAnswer() throws Exception {
        Answer answer = server.decide(TestServer.CASE);

        JsonNode json = answer.json();
        Entry entry = log.entry(json.path("decisionId").asText());
        assertThat(json.path("recorded").asBoolean()).isTrue();
        assertThat(entry.leaf().time()).isEqualTo(json.path("decidedAt").asText());
        assertThat(entry.leaf().decision()).isEqualTo("event-permit");
        assertThat(entry.leaf().ruleSet())
                .isEqualTo(json.at("/decision/ruleSetVersion").asText());
        assertThat(entry.receipt().bytes())
                .isEqualTo(Receipt.read(json.path("receipt").toString().getBytes(StandardCharsets.UTF_8))
                        .bytes());
        assertThat(answer.body()).contains(new String(entry.record().decisionJson(), StandardCharsets.UTF_8));
        assertThat(entry.record().head().get("outcome"))
                .isEqualTo(json.at("/decision/outcome").asText());
        assertThat(log.archive().ruleSet(entry.leaf().ruleSet()))
                .isEqualTo(server.rules.current().ruleSet().files());
    }

    @Test
    void aSummaryIsOfAWholeDecisionThatIsRecordedAndTheSameKeyGivesTheWhole() throws Exception {
        JsonNode summary = decide(TestServer.CASE, TestServer.DECIDE + "?view=summary", "Idempotency-Key", "\"one\"")
                .json();
        JsonNode whole = keyed(TestServer.CASE, "\"one\"").json();

        assertThat(summary.at("/decision/sources").isMissingNode()).isTrue();
        assertThat(whole.at("/decision/sources").isMissingNode()).isFalse();
        assertThat(summary.path("decisionId")).isEqualTo(whole.path("decisionId"));
        assertThat(summary.path("receipt")).isEqualTo(whole.path("receipt"));
        Entry entry = log.entry(summary.path("decisionId").asText());
        assertThat(new String(entry.record().decisionJson(), StandardCharsets.UTF_8))
                .isEqualTo(whole.path("decision").toString());
    }

    @Test
    void manyFirstDecisionsAtOnceKeepTheirRuleSetOnce() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return server.decide(TestServer.CASE);
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        },
                        call -> new Thread(call).start()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(log.failure()).isNull();
    }

    /** Answers are written in buffers that serve one after another: none may ever hold what is another's. */
    @Test
    void eachOfManyAnswersAtOnceIsTheAnswerToItsOwnCase() throws Exception {
        List<String> cases = IntStream.range(0, 30)
                .mapToObj(i -> TestServer.CASE
                        .replace("\"c\"", "\"case-" + "x".repeat(2 * i) + "\"")
                        .replace("40", String.valueOf(10 * i)))
                .toList();
        List<String> decisions = new ArrayList<>();
        for (String each : cases) {
            decisions.add(decide(each, TestServer.DECIDE + "?record=false")
                    .json()
                    .path("decision")
                    .toString());
        }
        List<CompletableFuture<Void>> callers = IntStream.range(0, 12)
                .mapToObj(caller -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = caller; i < caller + 60; i++) {
                                String path = TestServer.DECIDE + (i % 3 == 0 ? "?record=false" : "");
                                try {
                                    assertThat(decide(cases.get(i % cases.size()), path)
                                                    .body())
                                            .contains("\"decision\":" + decisions.get(i % cases.size()) + ",");
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            }
                        },
                        call -> new Thread(call).start()))
                .toList();

        callers.forEach(CompletableFuture::join);
    }

    @Test
    void aDryRunLeavesNoEntry() throws Exception {
        long before = log.size();
        JsonNode json =
                decide(TestServer.CASE, TestServer.DECIDE + "?record=false").json();

        assertThat(json.path("recorded").asBoolean(true)).isFalse();
        assertThat(json.path("receipt").isNull()).isTrue();
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void theSameRequestWithTheSameKeyGetsTheFirstAnswerToTheByte() throws Exception {
        Answer first = keyed(TestServer.CASE, "\"k\"");
        long size = log.size();

        assertThat(keyed(TestServer.CASE, "\"k\"").body()).isEqualTo(first.body());
        assertThat(log.size()).isEqualTo(size);
        assertThat(server.decide(TestServer.CASE).body()).isNotEqualTo(first.body());
        keyed(OTHER_CASE, "\"k\"").problem(ProblemType.KEY_REUSED);
        assertThat(decide(TestServer.CASE, TestServer.DECIDE + "?changes=true", "Idempotency-Key", "\"k\"")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aKeyOfACaseThatWasRefusedIsFreeAgain() throws Exception {
        assertThat(keyed("{\"caseId\":\"c\"}", "\"k\"").status()).isEqualTo(422);

        assertThat(keyed(TestServer.CASE, "\"k\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "\"", "\"\"", "\"a", "a\"", "\"a\"b\"", "\"a\\b\"", "\"a\";p=1"})
    void aKeyThatIsNoTextInQuotesIsRefused(String key) throws Exception {
        keyed(TestServer.CASE, key).problem(ProblemType.BAD_KEY);
    }

    @Test
    void quotesInAKeyAreEscaped() throws Exception {
        Answer first = keyed(TestServer.CASE, "\"a\\\"b\\\\c\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(log.entry(first.json().path("decisionId").asText())
                        .record()
                        .head()
                        .get("idempotency"))
                .asString()
                .contains("a\"b\\c");
    }

    @Test
    void manyAtOnceWithOneKeyMakeOneEntry() throws Exception {
        long before = log.size();
        List<CompletableFuture<Answer>> asked = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return keyed(TestServer.CASE, "\"one\"");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }))
                .toList();
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 409);
        assertThat(answers.stream()
                        .filter(a -> a.status() == 200)
                        .map(Answer::body)
                        .distinct())
                .hasSize(1);
        assertThat(log.size() - before).isLessThanOrEqualTo(2);
        assertThat(log.archive().entries(before, 9))
                .filteredOn(e -> e.leaf().kind() == EntryKind.DECISION)
                .hasSize(1);
    }

    @Test
    void everyLineOfABatchIsRecordedAndABatchSentAgainIsAnsweredAsBefore() throws Exception {
        String lines = TestServer.CASE + "\n{\"caseId\":1}\n" + OTHER_CASE + "\n";
        String[] headers = {"Content-Type", "application/x-ndjson", "Idempotency-Key", "\"b\""};
        Answer first = server.post(TestServer.DECIDE + "/batch", lines, headers);
        long size = log.size();
        Answer again = server.post(TestServer.DECIDE + "/batch", lines, headers);

        List<String> told = first.body().lines().toList();
        List<String> toldAgain = again.body().lines().toList();
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).contains("\"recorded\":true");
        assertThat(told.get(1)).contains("\"line\":2");
        assertThat(toldAgain.get(0)).isEqualTo(told.get(0));
        assertThat(toldAgain.get(2)).isEqualTo(told.get(2));
        assertThat(log.size()).isEqualTo(size);
    }

    @Test
    void aLongBatchComesBackInItsOrder() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append(TestServer.CASE.replace("\"caseId\":\"c\"", "\"caseId\":\"c" + i + "\""))
                    .append('\n');
        }
        Answer answer =
                server.post(TestServer.DECIDE + "/batch", lines.toString(), "Content-Type", "application/x-ndjson");

        List<String> told = answer.body().lines().toList();
        assertThat(told).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(told.get(i)).contains("\"caseId\":\"c" + i + "\"", "\"recorded\":true");
        }
    }

    @Test
    void aCorrectionNamesTheDecisionItTakesThePlaceOf() throws Exception {
        String first = server.decide(TestServer.CASE).json().path("decisionId").asText();
        JsonNode corrected =
                decide(OTHER_CASE, TestServer.DECIDE + "?supersedes=" + first).json();

        Entry entry = log.entry(corrected.path("decisionId").asText());
        assertThat(entry.leaf().kind()).isEqualTo(EntryKind.CORRECTION);
        assertThat(entry.leaf().supersedes()).isEqualTo(first);
        decide(OTHER_CASE, TestServer.DECIDE + "?supersedes=" + log.newId()).problem(ProblemType.NO_SUCH_ENTRY);
        decide(OTHER_CASE, TestServer.DECIDE + "?supersedes=nonsense").problem(ProblemType.NO_SUCH_ENTRY);
    }

    @Test
    void whileTheLogTakesNothingNothingIsDecidedAndTheServiceIsNotReady() throws Exception {
        assertThat(server.get("/readyz").json().path("durability").asText()).startsWith("D");
        log.close();

        server.decide(TestServer.CASE).problem(ProblemType.NOT_RECORDED);
        assertThat(server.get("/readyz").status()).isEqualTo(503);
        assertThat(server.get("/readyz").json().path("refusal").asText()).isEqualTo(LogRefused.Reason.STOPPED.words());
    }
}
