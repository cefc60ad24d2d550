package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the log stops, whoever runs the service reads why; nobody reads a case there. */
class StopNoticeTest {
    private static final String INCIDENT = "incident urn:uuid:[0-9a-f-]{36} the decision log stopped";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedWriteIsToldOnceWithItsKindAndAnIncident(boolean committing) throws Exception {
        String text = stopped(store -> {
            store.failBefore = !committing;
            store.failAfter = committing;
        });

        assertThat(text)
                .containsOnlyOnce("incident ")
                .containsPattern(INCIDENT)
                .contains(
                        committing
                                ? "may or may not be recorded: a commit failed, java.io.IOException at "
                                : "is not recorded: a write failed, java.io.IOException at ")
                .doesNotContain("case 61", "injected");
    }

    /** Records a decision about a case whose id is {@code case 61} while the store fails; gives what was logged. */
    private String stopped(Consumer<FailingStore> fail) throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        FailingStore[] store = new FailingStore[1];
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try (DecisionLog log = DecisionLog.open(new Settings(
                folder,
                Settings.usualKeyFile(folder),
                path -> store[0] = new FailingStore(SqliteStore.open(path)),
                "engine-1",
                new LogFixture.HandClock(),
                DiskSpace.of(folder),
                Runnable::run,
                stopped::countDown))) {
            LogFixture.get(log.live(LogFixture.RULES));
            fail.accept(store[0]);
            assertThatExceptionOfType(LogRefused.class)
                    .isThrownBy(() -> LogFixture.get(log.record(LogFixture.decision(log, 61))));
            assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            System.setErr(before);
        }
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWordsOfAFailureThatAreNotOursStayOut() {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            StopNotice.log(new IllegalStateException("canary-62", new IOException("canary-63")), true);
        } finally {
            System.setErr(before);
        }

        assertThat(logged.toString(StandardCharsets.UTF_8))
                .containsPattern(INCIDENT)
                .contains("java.io.IOException")
                .doesNotContain("canary");
    }
}
