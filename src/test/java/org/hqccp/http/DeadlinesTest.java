package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** Decisions that take too long, or are too many. */
class DeadlinesTest {

    @Test
    void aDecisionThatTakesTooLongIsAnsweredInTime() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(TestServer.limited(Limit.DEADLINE_MS, 100), (d, body, changes) -> {
            Latches.await(release);
            return real(body);
        })) {
            Answer answer = server.decide(TestServer.CASE);

            answer.problem(ProblemType.DEADLINE);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            release.countDown();
            assertThat(server.get("/livez").status()).isEqualTo(200);
        }
    }

    @Test
    void aFaultAfterTheDeadlineSpoilsNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(TestServer.limited(Limit.DEADLINE_MS, 100), (d, body, changes) -> {
            Latches.await(release);
            throw new IllegalStateException("late");
        })) {
            server.decide(TestServer.CASE).problem(ProblemType.DEADLINE);
            release.countDown();
            assertThat(server.get("/livez").status()).isEqualTo(200);
        }
    }

    /** Nothing is read or written meanwhile; the server must not take that for a caller who has gone. */
    @Test
    void aDecisionMayTakeLongerThanAConnectionMayBeSilent() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(TestServer.limited(Limit.IDLE_MS, 300), (d, body, changes) -> {
            Latches.await(release);
            return real(body);
        })) {
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> decide(server));
            Thread.sleep(1_500);
            release.countDown();
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void moreDecisionsThanMayBeAreRefusedAtOnceAndHealthIsStillAnswered() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(TestServer.limited(Limit.DECISIONS, 1), (d, body, changes) -> {
            begun.countDown();
            Latches.await(release);
            return real(body);
        })) {
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> decide(server));
            Latches.await(begun);

            server.decide(TestServer.CASE).problem(ProblemType.BUSY);
            assertThat(server.get("/livez").status()).isEqualTo(200);

            release.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(server.decide(TestServer.CASE).status()).isEqualTo(200);
        }
    }

    private static org.hqccp.service.Decided real(byte[] body)
            throws org.hqccp.json.CaseRefused, org.hqccp.service.NoSuchDecision {
        return new DecisionService(TestServer.rules(SmallPolicy.RULES), SmallPolicy.CLOCK)
                .decide("event-permit", body, false);
    }

    private static Answer decide(TestServer server) {
        try {
            return server.decide(TestServer.CASE);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
