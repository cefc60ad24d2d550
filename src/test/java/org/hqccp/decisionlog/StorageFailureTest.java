package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hqccp.decisionlog.LogRefused.Reason;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, and what is in the log, when something goes wrong while it runs. */
class StorageFailureTest {
    @TempDir
    Path folder;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong free = new AtomicLong(100L << 30);
    private final LogFixture.HandClock clock = new LogFixture.HandClock();
    private FailingStore store;

    private DecisionLog open() throws Exception {
        DecisionLog log = DecisionLog.open(new Settings(
                folder,
                Settings.usualKeyFile(folder),
                path -> store = new FailingStore(SqliteStore.open(path)),
                "engine-1",
                clock,
                LogFixture.disk(free::get, 200L << 30),
                Runnable::run,
                stopped::countDown));
        LogFixture.get(log.live(LogFixture.RULES));
        return log;
    }

    @Test
    void aWriteThatFailsBeforeTheCommitIsNotRecordedAndNothingIsTakenAfterwards() throws Exception {
        String id;
        try (DecisionLog log = open()) {
            store.failBefore = true;
            Draft draft = LogFixture.decision(log, 1);
            id = draft.id();

            assertThat(refusal(log.record(draft)).reason()).isEqualTo(Reason.STOPPED);
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            store.failBefore = false;
            assertThat(catchThrowableOfType(LogRefused.class, () -> log.record(LogFixture.decision(log, 2)))
                            .reason())
                    .isEqualTo(Reason.STOPPED);
            assertThat(log.health().refusal()).isEqualTo(Reason.STOPPED);
            assertThat(log.failure()).isInstanceOf(StoreException.class);
        }
        try (DecisionLog log = open()) {
            assertThat(log.entry(id)).isNull();
        }
    }

    @Test
    void aCommitThatFailsSaysThatItIsNotKnownAndTheSameKeyTellsAfterTheRestart() throws Exception {
        String id;
        try (DecisionLog log = open()) {
            store.failAfter = true;
            Claim claim =
                    log.claims().claim("portal", "key", "d", LogFixture.body(1)).claim();
            Draft draft = LogFixture.decision(log, 1, claim);
            id = draft.id();

            LogRefused refused = refusal(log.record(draft));

            assertThat(refused.reason()).isEqualTo(Reason.COMMIT_UNKNOWN);
            assertThat(refused.id()).isEqualTo(id);
        }
        try (DecisionLog log = open()) {
            Claims.Answer again = log.claims().claim("portal", "key", "d", LogFixture.body(1));
            assertThat(again.standing()).isEqualTo(Claims.Standing.ANSWERED);
            assertThat(log.entry(again.index()).leaf().id()).isEqualTo(id);
        }
    }

    @Test
    void whatWaitedBehindAFailedWriteIsNotRecorded() throws Exception {
        try (DecisionLog log = open()) {
            store.gate.drainPermits();
            List<CompletableFuture<Recorded>> futures = new ArrayList<>();
            futures.add(log.record(LogFixture.decision(log, 0)));
            while (store.gate.getQueueLength() == 0) {
                Thread.onSpinWait();
            }
            for (int i = 1; i < 20; i++) {
                futures.add(log.record(LogFixture.decision(log, i)));
            }
            store.failBefore = true;
            store.gate.release();

            for (CompletableFuture<Recorded> future : futures) {
                assertThat(refusal(future).reason()).isEqualTo(Reason.STOPPED);
            }
        }
        try (DecisionLog log = open()) {
            assertThat(log.size()).isEqualTo(3);
        }
    }

    @Test
    void entriesThatWaitAreWrittenAsOneGroupAndMoreThanCanWaitAreRefusedAtOnce() throws Exception {
        try (DecisionLog log = open()) {
            store.gate.drainPermits();
            List<CompletableFuture<Recorded>> futures = new ArrayList<>();
            futures.add(log.record(LogFixture.decision(log, 0)));
            while (store.gate.getQueueLength() == 0) {
                Thread.onSpinWait();
            }
            LogRefused refused = null;
            while (refused == null) {
                try {
                    futures.add(log.record(LogFixture.decision(log, 1)));
                } catch (LogRefused e) {
                    refused = e;
                }
            }
            assertThat(refused.reason()).isEqualTo(Reason.BUSY);
            assertThat(futures).hasSizeGreaterThan(1_000).noneMatch(CompletableFuture::isDone);
            int before = store.groups.get();
            store.gate.release(1_000_000);
            for (CompletableFuture<Recorded> future : futures) {
                LogFixture.get(future);
            }
            assertThat(store.groups.get() - before).isLessThan(futures.size() / 50);
        }
    }

    @Test
    void nothingIsTakenWhileTheDiskIsNearlyFullAndAgainWhenThereIsRoom() throws Exception {
        try (DecisionLog log = open()) {
            free.set(9L << 30);
            assertThat(eventually(log)).isEqualTo(Reason.DISK_NEARLY_FULL);
            free.set(11L << 30);
            while (log.health().refusal() != null) {
                Thread.onSpinWait();
            }
            LogFixture.get(log.record(LogFixture.decision(log, 1)));
        }
    }

    private static Reason eventually(DecisionLog log) throws Exception {
        for (int i = 0; ; i++) {
            try {
                LogFixture.get(log.record(LogFixture.decision(log, i)));
            } catch (LogRefused e) {
                return e.reason();
            }
        }
    }

    @Test
    void aClockThatIsSetBackWhileItRunsStopsDecisionsUntilItIsRight() throws Exception {
        try (DecisionLog log = open()) {
            clock.set(LogFixture.START.minusSeconds(4));
            Recorded slightlyBack = LogFixture.get(log.record(LogFixture.decision(log, 1)));
            assertThat(slightlyBack.time()).isEqualTo("2026-11-24T10:00:00.000Z");
            clock.set(Instant.parse("2026-11-24T09:00:00Z"));
            assertThat(eventually(log)).isEqualTo(Reason.CLOCK_SET_BACK);
            clock.set(LogFixture.START.plusSeconds(1));
            while (log.health().refusal() != null) {
                Thread.onSpinWait();
            }
            assertThat(LogFixture.get(log.record(LogFixture.decision(log, 1))).time())
                    .isEqualTo("2026-11-24T10:00:01.000Z");
        }
    }

    private static LogRefused refusal(CompletableFuture<Recorded> future) {
        return catchThrowableOfType(LogRefused.class, () -> LogFixture.get(future));
    }
}
