package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while it records, again and again. Long form: {@code -Dhqccp.kills=500}. */
class KillTest {
    private static final int KILLS = Integer.getInteger("hqccp.kills", 20);
    private static final long SEED = Long.getLong("hqccp.seed", 9);

    @TempDir
    Path temporary;

    @Test
    void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Path folder = temporary.resolve("data");
        FaultRun run = new FaultRun();
        for (int kill = 0; kill < KILLS; kill++) {
            FaultRun.Child child = run.start(folder, List.of());
            assertThat(child.started())
                    .as("seed %d, kill %d: %s", SEED, kill, child.refused())
                    .isTrue();
            Thread.sleep(random.nextInt(20, 250));
            child.kill();
            child.ended();
        }
        FaultLedger.Line line = run.settle("kill -9", folder);
        FaultLedger.add(line);

        assertThat(line.acknowledged()).isPositive();
        assertThat(line).isEqualTo(new FaultLedger.Line("kill -9", KILLS, line.acknowledged(), 0, 0, 0));
    }
}
