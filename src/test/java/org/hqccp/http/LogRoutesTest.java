package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor gets from the log, and that the reading itself is recorded. */
class LogRoutesTest {
    static final String OVERRIDE =
            "{\"outcome\":\"%s\",\"reason\":\"PAPER_SEEN\",\"text\":\"The list of guests was on the desk.\"}";
    private static final LiveRules RULES = TestServer.rules(SmallPolicy.RULES);
    private DecisionLog log;
    private TestServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        log = TestServer.log();
        server = TestServer.recording(TestServer.SETTINGS, RULES, log);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer read(String path) throws Exception {
        return server.get(path, "Purpose", "yearly audit");
    }

    private String decide(int seats) throws Exception {
        return server.decide(TestServer.CASE.replace("\"seats\":40", "\"seats\":" + seats))
                .json()
                .path("decisionId")
                .asText();
    }

    private Entry last() throws Exception {
        return log.entry(log.size() - 1);
    }

    /** The proof of an entry, as soon as a checkpoint covers it. */
    static Answer proof(TestServer server, String id) throws Exception {
        Answer answer = server.get("/v1/log/" + id + "/proof", "Purpose", "audit");
        for (int i = 0; answer.status() == 503 && i < 600; i++) {
            answer.problem(ProblemType.NOT_SIGNED_YET);
            Thread.sleep(100);
            answer = server.get("/v1/log/" + id + "/proof", "Purpose", "audit");
        }
        return answer;
    }

    @Test
    void anEntryHoldsWhatWasAnsweredAndItsReadingIsTheNextEntry() throws Exception {
        Answer answered = server.decide(TestServer.CASE);
        String id = answered.json().path("decisionId").asText();

        Answer entry = read("/v1/log/" + id);

        assertThat(entry.status()).as(entry.body()).isEqualTo(200);
        assertThat(entry.json().at("/leaf/id").asText()).isEqualTo(id);
        assertThat(entry.json().path("receipt")).isEqualTo(answered.json().path("receipt"));
        assertThat(entry.body())
                .contains(new String(log.entry(id).record().decisionJson(), StandardCharsets.UTF_8))
                .contains("\"case\":{\"asOf\":\"2026-03-02\"");
        Entry access = last();
        assertThat(access.leaf().kind()).isEqualTo(EntryKind.ACCESS);
        assertThat(access.leaf().about()).isEqualTo(id);
        assertThat(access.leaf().caller()).isEqualTo(Guard.ANYONE);
        assertThat(access.record().head().get("purpose")).isEqualTo("yearly audit");
    }

    @Test
    void whoDoesNotSayWhyReadsNothing() throws Exception {
        String id = decide(40);
        long before = log.size();

        for (String path : List.of("/v1/log", "/v1/log/" + id, "/v1/log/" + id + "/proof")) {
            server.get(path).problem(ProblemType.NO_PURPOSE);
            server.get(path, "Purpose", "x".repeat(201)).problem(ProblemType.NO_PURPOSE);
        }
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void anEntryThatIsNotThereIsToldAndNotRecordedAsRead() throws Exception {
        long before = log.size();

        read("/v1/log/" + log.newId()).problem(ProblemType.NO_SUCH_ENTRY);
        read("/v1/log/nonsense/proof").problem(ProblemType.NO_SUCH_ENTRY);
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void theProofLeadsFromTheEntryToASignedCheckpoint() throws Exception {
        String id = decide(40);

        Answer proof = proof(server, id);
        Leaf leaf = InclusionProof.read(proof.body().getBytes(StandardCharsets.UTF_8))
                .check(log.archive().verifierKey());

        assertThat(leaf.bytes()).isEqualTo(log.entry(id).leaf().bytes());
        Answer checkpoint = server.get("/v1/log/checkpoint");
        assertThat(checkpoint.header("Content-Type")).startsWith("text/plain");
        assertThat(Checkpoint.open(checkpoint.body(), log.archive().verifierKey())
                        .size())
                .isPositive();
    }

    @Test
    void aSearchGivesEveryHitOnceHoweverMuchIsRecordedMeanwhile() throws Exception {
        List<String> decided = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            decided.add(decide(40 + i));
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; cursor != null && pages < 20; pages++) {
            JsonNode page =
                    read("/v1/log?limit=2&decision=event-permit" + cursor).json();
            page.path("entries").forEach(hit -> found.add(hit.path("id").asText()));
            cursor = page.has("cursor") ? "&cursor=" + page.path("cursor").asText() : null;
            decide(90 + pages);
        }

        assertThat(found).isEqualTo(decided);
        assertThat(read("/v1/log?kind=access").json().path("entries").toString())
                .contains("\"parts\":\"search\"", "\"purpose\":\"yearly audit\"");
    }

    @Test
    void aSearchKeepsWhatFits() throws Exception {
        String first = decide(40);
        decide(41);
        server.post(TestServer.DECIDE + "?supersedes=" + first, TestServer.CASE, "Content-Type", "application/json");
        Map<String, Integer> expected = Map.of(
                "decision=event-permit", 3,
                "decision=other", 0,
                "from=2100-01-01", 0,
                "to=2000-01-01", 0,
                "from=2026-01-01&to=2026-01-01", 3,
                "outcome=NOTHING", 0,
                "kind=start", 1,
                "kind=correction", 1,
                "rule=NO-01", 0);

        for (Map.Entry<String, Integer> each : expected.entrySet()) {
            assertThat(read("/v1/log?" + each.getKey()).json().path("entries"))
                    .as(each.getKey())
                    .hasSize(each.getValue());
        }
    }

    @Test
    void aSearchByOutcomeRuleRuleSetAndWhatItIsAboutFindsTheDecision() throws Exception {
        String id = decide(40);
        JsonNode entry = read("/v1/log/" + id).json();
        String outcome = entry.at("/record/head/outcome").asText();
        String rule = entry.at("/record/head/rules/0").asText();
        String ruleSet = entry.at("/leaf/ruleSet").asText();

        for (String query : List.of("outcome=" + outcome, "rule=" + rule, "ruleSet=" + ruleSet.substring(0, 12))) {
            assertThat(read("/v1/log?" + query).body()).as(query).contains(id);
        }
        assertThat(read("/v1/log?kind=access&about=" + id).body()).contains("\"parts\":\"entry\"");
    }

    @Test
    void aCursorOfAnotherQueryOrOfNoneIsRefused() throws Exception {
        decide(40);
        decide(41);
        String cursor = read("/v1/log?limit=1").json().path("cursor").asText();

        assertThat(read("/v1/log?limit=9&cursor=" + cursor).status()).isEqualTo(200);
        JsonNode other = read("/v1/log?decision=event-permit&cursor=" + cursor).problem(ProblemType.BAD_QUERY);
        assertThat(other.at("/errors/0/message").asText()).isEqualTo("the cursor belongs to another query");
        assertThat(other.at("/errors/0/advice").asText()).contains("leave the cursor out");
        for (String bad : List.of("x", "%20", "A".repeat(64), cursor.substring(1), cursor + "AAAA")) {
            assertThat(read("/v1/log?cursor=" + bad)
                            .problem(ProblemType.BAD_QUERY)
                            .at("/errors/0/code")
                            .asText())
                    .as(bad)
                    .isEqualTo("bad-cursor");
        }
    }

    @Test
    void aQueryThatCannotBeReadIsRefused() throws Exception {
        for (String query : List.of(
                "from=2026-02-29", "to=soon", "from=2026-02-02&to=2026-02-01", "kind=x", "limit=0", "limit=101")) {
            read("/v1/log?" + query).problem(ProblemType.BAD_QUERY);
        }
    }

    @Test
    void aCorrectionOfAnotherQuestionOrAnotherCaseIsRefused() throws Exception {
        String id = decide(40);
        long before = log.size();
        JsonNode other = server.post(
                        TestServer.DECIDE + "?supersedes=" + id,
                        TestServer.CASE.replace("\"caseId\":\"c\"", "\"caseId\":\"d\""),
                        "Content-Type",
                        "application/json")
                .problem(ProblemType.WRONG_CORRECTION);

        assertThat(other.at("/errors/0/advice").asText()).contains("caseId");
        assertThat(log.size()).isEqualTo(before);
        String student = "{\"caseId\":\"nia\",\"asOf\":\"2026-11-24\",\"student\":{\"gradeLevel\":9}}";
        String[] json = {"Content-Type", "application/json"};
        try (TestServer real = RealRules.serve()) {
            String supports = real.post("/v1/decisions/student-supports", student, json)
                    .json()
                    .path("decisionId")
                    .asText();
            JsonNode question = real.post("/v1/decisions/student-plan?supersedes=" + supports, student, json)
                    .problem(ProblemType.WRONG_CORRECTION);
            assertThat(question.at("/errors/0/advice").asText()).contains("same decision");
        }
    }

    @Test
    void auditorsReadAndApplicationsDoNotAndTheReaderIsNamed() throws Exception {
        Tokens.Issued portal = Tokens.issue("portal", Role.APPLICATION, new SecureRandom());
        Tokens.Issued audit = Tokens.issue("audit", Role.AUDITOR, new SecureRandom());
        Path file = folder.resolve("tokens.csv");
        Files.writeString(
                file,
                Tokens.HEADER + "\n" + portal.holder().line() + "\n"
                        + audit.holder().line());
        Tokens tokens = Tokens.read(file, new ArrayList<>());
        DecisionLog own = TestServer.log();
        try (TestServer closed = TestServer.recording(TestServer.settings(TestServer.PATIENT, tokens), RULES, own)) {
            String[] as = {"Authorization", "Bearer " + portal.token(), "Content-Type", "application/json"};
            String id = closed.post(TestServer.DECIDE, TestServer.CASE, as)
                    .json()
                    .path("decisionId")
                    .asText();
            String[] application = {"Authorization", "Bearer " + portal.token(), "Purpose", "p"};
            String[] auditor = {"Authorization", "Bearer " + audit.token(), "Purpose", "p"};

            for (String path : List.of("/v1/log", "/v1/log/" + id, "/v1/log/" + id + "/proof")) {
                closed.get(path, application).problem(ProblemType.WRONG_ROLE);
            }
            assertThat(closed.get("/v1/log/" + id, auditor).status()).isEqualTo(200);
            assertThat(own.entry(own.size() - 1).leaf().caller()).isEqualTo("audit");
            closed.post(
                            "/v1/log/" + id + "/override",
                            OVERRIDE.formatted("X"),
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            "Bearer " + audit.token())
                    .problem(ProblemType.WRONG_ROLE);
        }
    }

    @Test
    void whatCannotBeRecordedAsReadIsNotShown() throws Exception {
        String id = decide(40);
        log.close();

        assertThat(read("/v1/log/" + id).status()).isEqualTo(503);
        assertThat(read("/v1/log").status()).isEqualTo(503);
    }
}
