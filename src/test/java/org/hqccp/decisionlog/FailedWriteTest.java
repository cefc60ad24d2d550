package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The N-th write or sync to the disk fails, as the kernel would say it. Needs strace and the right to use it. Long form:
 * {@code -Dhqccp.failures=200} lets each of the first 200 fail while many ask, {@code -Dhqccp.failures=all} each one there is, from the
 * first to the last, of a short run that begins a log, or goes on with one, and closes it.
 */
class FailedWriteTest {
    private static final boolean ALL = "all".equals(System.getProperty("hqccp.failures"));
    private static final int FAILURES = Integer.getInteger("hqccp.failures", 4);

    /** Of a short run so many are left out between two that are made to fail, where not all are wanted. */
    private static final int STEP = ALL ? 1 : 23;

    private static final int DECISIONS = 3;
    private static final int COULD_NOT_START = 3;
    private static final int FIRST = Integer.getInteger("hqccp.failures.from", 40);
    private static final int STORAGE_FAILED = 74;
    private static final String SYNCS = "fsync,fdatasync";
    private static final String WRITES = "pwrite64";

    @TempDir
    Path temporary;

    @BeforeEach
    void needsStrace() throws Exception {
        boolean allowed;
        try {
            allowed = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            allowed = false;
        }
        assumeTrue(allowed, "SKIPPED: this machine has no strace, or forbids it, so no write was made to fail");
    }

    @Test
    void aFailedSyncStopsTheServiceAndNothingAcknowledgedIsMissing() throws Exception {
        failEach(SYNCS, "EIO", "failed fsync");
    }

    @Test
    void aFailedWriteStopsTheServiceAndNothingAcknowledgedIsMissing() throws Exception {
        failEach(WRITES, "ENOSPC", "failed write");
    }

    @ParameterizedTest
    @CsvSource({"true,fsync", "false,fsync", "true,write", "false,write"})
    void everyWriteAndSyncOfAShortRunFailsInItsTurn(boolean begins, String what) throws Exception {
        String calls = what.equals("fsync") ? SYNCS : WRITES;
        String error = what.equals("fsync") ? "EIO" : "ENOSPC";
        int last = last(calls, begins);
        FaultLedger.Line total = new FaultLedger.Line("failed " + what + " (each of a short run)", 0, 0, 0, 0, 0);
        for (int nth = 1; nth <= last; nth += STEP) {
            Path folder = folder("fail-" + nth, begins);
            FaultRun run = new FaultRun();
            FaultRun.Child failing =
                    run.startShort(folder, strace("/dev/null", calls, error, String.valueOf(nth)), DECISIONS);
            // One that fails after the last answer, as the log is closed, may be of no consequence.
            assertThat(failing.ended()).as("%s %d of %d", what, nth, last).isIn(0, COULD_NOT_START, STORAGE_FAILED);
            FaultRun.Child after = run.startShort(folder, List.of(), DECISIONS);
            assertThat(after.ended())
                    .as("%s %d of %d: %s", what, nth, last, after.refused())
                    .isZero();
            FaultLedger.Line line = run.settle(total.test(), folder);
            total = new FaultLedger.Line(
                    total.test(),
                    total.rounds() + 1,
                    total.acknowledged() + line.acknowledged(),
                    total.missing() + line.missing(),
                    total.doubled() + line.doubled(),
                    total.phantom() + line.phantom());
        }
        FaultLedger.add(total);

        assertThat(total.rounds()).isPositive();
        assertThat(total)
                .isEqualTo(new FaultLedger.Line(total.test(), total.rounds(), total.rounds() * DECISIONS, 0, 0, 0));
    }

    /** How many of these calls the busiest thread of a short run makes: that is how strace counts. */
    private int last(String calls, boolean begins) throws Exception {
        Path seen = temporary.resolve("seen");
        List<String> watched = List.of("strace", "-f", "--seccomp-bpf", "-o", seen.toString(), "-e", "trace=" + calls);
        FaultRun.Child child = new FaultRun().startShort(folder("seen-folder", begins), watched, DECISIONS);
        assertThat(child.ended()).isZero();
        Map<String, Long> byThread = Files.readAllLines(seen).stream()
                .filter(line -> line.contains("(") && !line.contains(" resumed>"))
                .collect(Collectors.groupingBy(line -> line.split(" ", 2)[0], Collectors.counting()));
        return (int) byThread.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Path folder(String name, boolean begins) throws Exception {
        Path folder = temporary.resolve(name);
        if (!begins) {
            DecisionLog.open(LogFixture.settings(folder, Clock.systemUTC())).close();
        }
        return folder;
    }

    private static List<String> strace(String seen, String calls, String error, String when) {
        return List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-o",
                seen,
                "-e",
                "trace=" + calls,
                "-e",
                "inject=" + calls + ":error=" + error + ":when=" + when);
    }

    private void failEach(String calls, String error, String test) throws Exception {
        FaultRun run = new FaultRun();
        Path folder = temporary.resolve("data");
        // Begun whole, so that it is decisions that fail and not the first start.
        DecisionLog.open(LogFixture.settings(folder, Clock.systemUTC())).close();
        int failed = 0;
        for (int i = 0; i < FAILURES; i++) {
            FaultRun.Child child = run.start(folder, strace("/dev/null", calls, error, FIRST + i + "+"));
            child.started();
            if (!child.process.waitFor(60, TimeUnit.SECONDS)) {
                child.kill();
            }
            if (child.ended() == STORAGE_FAILED) {
                failed++;
            }
        }
        FaultLedger.Line line = run.settle(test, folder);
        FaultLedger.add(line);

        assertThat(failed).as("ended with exit code 74").isEqualTo(FAILURES);
        assertThat(line).isEqualTo(new FaultLedger.Line(test, FAILURES, line.acknowledged(), 0, 0, 0));
    }
}
