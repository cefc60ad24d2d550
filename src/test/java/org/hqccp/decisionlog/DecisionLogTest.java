package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.ProofCheck;
import org.hqccp.decisionlog.format.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log promises while all goes well. */
class DecisionLogTest {
    @TempDir
    Path folder;

    @Test
    void aNewLogBeginsWithItsNameAndKeyAndAKeyFileOnlyItsOwnerReads() throws Exception {
        try (DecisionLog log = LogFixture.open(folder)) {
            Entry first = log.entry(0);

            assertThat(first.leaf().kind()).isEqualTo(EntryKind.START);
            assertThat(first.leaf().vkey())
                    .isEqualTo(log.archive().verifierKey().text());
            assertThat(first.leaf().time()).isEqualTo("2026-11-24T10:00:00.000Z");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("keys.new")).doesNotExist();
    }

    @Test
    void whatIsRecordedIsReadBackToTheByte() throws Exception {
        String id;
        Recorded recorded;
        try (DecisionLog log = LogFixture.ready(folder)) {
            Draft draft = LogFixture.decision(log, 7);
            id = draft.id();
            recorded = LogFixture.get(log.record(draft));
        }
        try (DecisionLog log = LogFixture.open(folder)) {
            Entry entry = log.entry(id);

            assertThat(entry.leaf().index()).isEqualTo(2);
            assertThat(entry.leaf().ruleSet()).isEqualTo(LogFixture.RULE_SET);
            assertThat(entry.leaf().time()).isEqualTo(recorded.time());
            assertThat(entry.record().caseJson()).isEqualTo(LogFixture.body(7));
            assertThat(entry.record().decisionJson()).asString().isEqualTo("{\"outcome\":7}");
            assertThat(entry.record().head().get("outcome")).isEqualTo("ELIGIBLE");
            assertThat(entry.receipt().bytes()).isEqualTo(recorded.receipt().bytes());
            assertThat(log.archive().ruleSet(LogFixture.RULE_SET)).isEqualTo(LogFixture.RULES);
            assertThat(log.entry(log.newId())).isNull();
        }
    }

    @Test
    void nothingOfACaseStandsInClearInAnyFile() throws Exception {
        try (DecisionLog log = LogFixture.ready(folder)) {
            Draft draft = LogFixture.decision(
                    log,
                    7,
                    log.claims()
                            .claim("portal", "canary-key", "d", LogFixture.body(7))
                            .claim());
            LogFixture.get(log.record(draft));
            // While it is open, the write-ahead log is there too.
            assertThat(clear("case 7", "canary-key", "\"outcome\"", "ELIGIBLE")).isEmpty();
        }
        assertThat(clear("case 7", "canary-key", "\"outcome\"", "ELIGIBLE")).isEmpty();
        assertThat(clear("pathway-eligibility")).isNotEmpty();
    }

    private List<String> clear(String... canaries) throws Exception {
        List<String> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : canaries) {
                    if (bytes.contains(canary)) {
                        found.add(canary + " in " + file.getFileName());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void everyEntryHasAProofUnderTheLastCheckpointOnceTheLogIsClosed() throws Exception {
        LogFixture.filled(folder, 9);
        try (DecisionLog log = LogFixture.open(folder)) {
            Checkpoint last = Checkpoint.open(
                    Files.readString(folder.resolve("checkpoint")),
                    log.archive().verifierKey());
            assertThat(last.size()).isEqualTo(11).isEqualTo(log.size());
            for (long place = 0; place < log.size(); place++) {
                InclusionProof proof = log.archive().proof(place);
                assertThat(InclusionProof.read(proof.bytes())
                                .check(log.archive().verifierKey())
                                .index())
                        .isEqualTo(place);
                Receipt receipt = log.entry(place).receipt();
                assertThat(ProofCheck.included(receipt.leafHash(), place, last.size(), proof.path(), last.root()))
                        .isTrue();
            }
        }
    }

    @Test
    void theCheckpointsOfSeveralRunsAreConsistent() throws Exception {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            try (DecisionLog log = LogFixture.ready(folder)) {
                for (int i = 0; i < 3 * run; i++) {
                    LogFixture.get(log.record(LogFixture.decision(log, i)));
                }
            }
            try (DecisionLog log = LogFixture.open(folder)) {
                checkpoints.add(Checkpoint.open(
                        log.archive().checkpoint(), log.archive().verifierKey()));
                Checkpoint first = checkpoints.get(0);
                Checkpoint newest = checkpoints.get(run);
                assertThat(ProofCheck.consistent(
                                first.size(),
                                first.root(),
                                newest.size(),
                                newest.root(),
                                log.archive().consistency(first.size(), newest.size())))
                        .isTrue();
            }
        }
    }

    @Test
    void manyThreadsGetContiguousPlacesAndDistinctIds() throws Exception {
        int threads = 16;
        int each = 60;
        Set<Long> places = new HashSet<>();
        Set<String> ids = new HashSet<>();
        try (DecisionLog log = LogFixture.ready(folder)) {
            List<CompletableFuture<Recorded>> futures = new ArrayList<>();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Thread worker = new Thread(() -> {
                    try {
                        go.await();
                        for (int i = 0; i < each; i++) {
                            CompletableFuture<Recorded> future = log.record(LogFixture.decision(log, i));
                            synchronized (futures) {
                                futures.add(future);
                            }
                        }
                    } catch (LogRefused | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                worker.start();
                workers.add(worker);
            }
            go.countDown();
            for (Thread worker : workers) {
                worker.join();
            }
            for (CompletableFuture<Recorded> future : futures) {
                Recorded recorded = LogFixture.get(future);
                places.add(recorded.receipt().index());
                ids.add(recorded.id());
            }
            assertThat(log.size()).isEqualTo(2 + threads * each);
        }
        assertThat(places).hasSize(threads * each).doesNotContain(0L, 1L);
        assertThat(ids).hasSize(threads * each);
    }

    @Test
    void aDecisionUnderARuleSetThatIsNotKeptIsOurDefect() throws Exception {
        try (DecisionLog log = LogFixture.open(folder)) {
            assertThatThrownBy(() -> log.record(LogFixture.decision(log, 1))).isInstanceOf(IllegalStateException.class);
            assertThat(log.size()).isEqualTo(1);
        }
    }

    @Test
    void aRuleSetIsKeptOnceHoweverOftenItGoesLive() throws Exception {
        for (int run = 0; run < 3; run++) {
            LogFixture.ready(folder).close();
        }
        try (DecisionLog log = LogFixture.open(folder)) {
            assertThat(log.size()).isEqualTo(4);
            assertThat(log.archive().entries(1, 3))
                    .allMatch(e -> LogFixture.RULE_SET.equals(e.leaf().ruleSet()));
        }
    }

    @Test
    void aClosedLogTakesNothing() throws Exception {
        DecisionLog log = LogFixture.ready(folder);
        Draft draft = LogFixture.decision(log, 1);
        log.close();

        assertThatThrownBy(() -> log.record(draft))
                .isInstanceOfSatisfying(
                        LogRefused.class, r -> assertThat(r.reason()).isEqualTo(LogRefused.Reason.STOPPED));
    }

    @Test
    void idsAreInOrderOfTimeAndDiffer() throws Exception {
        LogFixture.HandClock clock = new LogFixture.HandClock();
        try (DecisionLog log = DecisionLog.open(LogFixture.settings(folder, clock))) {
            String earlier = log.newId();
            clock.set(LogFixture.START.plusMillis(1));
            String later = log.newId();

            assertThat(later)
                    .isGreaterThan(earlier)
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(log.newId()).isNotEqualTo(later);
        }
    }
}
