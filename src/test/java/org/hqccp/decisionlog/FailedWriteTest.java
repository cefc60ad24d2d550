package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The N-th write or sync to the disk fails, as the kernel would say it. Needs strace and the right to use it. Long form:
 * {@code -Dhqccp.failures=200} lets each of the first 200 fail.
 */
class FailedWriteTest {
    private static final int FAILURES = Integer.getInteger("hqccp.failures", 4);
    private static final int FIRST = Integer.getInteger("hqccp.failures.from", 40);
    private static final int STORAGE_FAILED = 74;

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
        failEach("fsync,fdatasync", "EIO", "failed fsync");
    }

    @Test
    void aFailedWriteStopsTheServiceAndNothingAcknowledgedIsMissing() throws Exception {
        failEach("pwrite64", "ENOSPC", "failed write");
    }

    private void failEach(String calls, String error, String test) throws Exception {
        FaultRun run = new FaultRun();
        Path folder = temporary.resolve("data");
        // Begun whole, so that it is decisions that fail and not the first start.
        DecisionLog.open(LogFixture.settings(folder, Clock.systemUTC())).close();
        int failed = 0;
        for (int i = 0; i < FAILURES; i++) {
            FaultRun.Child child = run.start(
                    folder,
                    List.of(
                            "strace",
                            "-f",
                            "--seccomp-bpf",
                            "-o",
                            "/dev/null",
                            "-e",
                            "trace=" + calls,
                            "-e",
                            "inject=" + calls + ":error=" + error + ":when=" + (FIRST + i) + "+"));
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
