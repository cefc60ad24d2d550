package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.hqccp.decisionlog.Claims.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same idempotency key gives one decision, whoever repeats it and however often. */
class ClaimsTest {
    @TempDir
    Path folder;

    @Test
    void aKeyGoesFromFirstToInUseToAnswered() throws Exception {
        try (DecisionLog log = LogFixture.ready(folder)) {
            Claims.Answer first = claim(log, "portal", "k", 1);
            assertThat(first.standing()).isEqualTo(Standing.FIRST);
            assertThat(claim(log, "portal", "k", 1).standing()).isEqualTo(Standing.IN_USE);
            assertThat(claim(log, "portal", "k", 2).standing()).isEqualTo(Standing.OTHER_REQUEST);
            assertThat(claim(log, "other", "k", 2).standing()).isEqualTo(Standing.FIRST);

            Recorded recorded = LogFixture.get(log.record(LogFixture.decision(log, 1, first.claim())));

            Claims.Answer again = claim(log, "portal", "k", 1);
            assertThat(again.standing()).isEqualTo(Standing.ANSWERED);
            assertThat(log.entry(again.index()).leaf().id()).isEqualTo(recorded.id());
            assertThat(claim(log, "portal", "k", 2).standing()).isEqualTo(Standing.OTHER_REQUEST);
        }
        try (DecisionLog log = LogFixture.open(folder)) {
            assertThat(claim(log, "portal", "k", 1).standing()).isEqualTo(Standing.ANSWERED);
            assertThat(claim(log, "portal", "k", 2).standing()).isEqualTo(Standing.OTHER_REQUEST);
            assertThat(claim(log, "other", "k", 2).standing()).isEqualTo(Standing.FIRST);
        }
    }

    @Test
    void aCallerAndAKeyCannotBeTakenForAnotherCallerAndKey() throws Exception {
        try (DecisionLog log = LogFixture.ready(folder)) {
            assertThat(claim(log, "ab", "c", 1).standing()).isEqualTo(Standing.FIRST);
            assertThat(claim(log, "a", "bc", 1).standing()).isEqualTo(Standing.FIRST);
            assertThat(claim(log, "a", "b", 1).standing()).isEqualTo(Standing.FIRST);
        }
    }

    @Test
    void theSameBodyForAnotherDecisionIsAnotherRequest() throws Exception {
        try (DecisionLog log = LogFixture.ready(folder)) {
            log.claims().claim("portal", "k", "school-designation", LogFixture.body(1));
            assertThat(log.claims()
                            .claim("portal", "k", "student-supports", LogFixture.body(1))
                            .standing())
                    .isEqualTo(Standing.OTHER_REQUEST);
        }
    }

    @Test
    void aKeyThatWasGivenUpIsFreeAgain() throws Exception {
        try (DecisionLog log = LogFixture.ready(folder)) {
            Claims.Answer first = claim(log, "portal", "k", 1);
            log.claims().release(first.claim());
            assertThat(claim(log, "portal", "k", 2).standing()).isEqualTo(Standing.FIRST);
        }
    }

    @Test
    void manyThreadsWithFewKeysMakeOneEntryForEachKey() throws Exception {
        int threads = 12;
        int keys = 25;
        long seed = 425;
        Map<String, Integer> recorded = new ConcurrentHashMap<>();
        try (DecisionLog log = LogFixture.ready(folder)) {
            CountDownLatch go = new CountDownLatch(1);
            List<CompletableFuture<Void>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                SplittableRandom random = new SplittableRandom(seed + t);
                workers.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                go.await();
                                for (int i = 0; i < 80; i++) {
                                    int key = random.nextInt(keys);
                                    Claims.Answer answer = claim(log, "portal", "k" + key, key);
                                    if (answer.standing() == Standing.FIRST) {
                                        LogFixture.get(log.record(LogFixture.decision(log, key, answer.claim())));
                                        recorded.merge("k" + key, 1, Integer::sum);
                                    }
                                }
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        },
                        command -> new Thread(command).start()));
            }
            go.countDown();
            workers.forEach(CompletableFuture::join);
            Map<String, Integer> kept = new HashMap<>();
            for (Entry entry : log.archive().entries(2, 1_000)) {
                Map<?, ?> claim = (Map<?, ?>) entry.record().head().get("idempotency");
                kept.merge((String) claim.get("key"), 1, Integer::sum);
            }
            assertThat(kept)
                    .as("seed %d", seed)
                    .isEqualTo(recorded)
                    .hasSize(keys)
                    .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        }
    }

    private static Claims.Answer claim(DecisionLog log, String caller, String key, int body) throws StoreException {
        return log.claims().claim(caller, key, "d", LogFixture.body(body));
    }
}
