package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while the service records: it is killed, and the file system under it is shut down at once without writing out what it
 * still holds. Needs root, a loop device and ext4. Long form: {@code -Dhqccp.cuts=50}.
 */
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("hqccp.cuts", 3);
    private static final long SEED = Long.getLong("hqccp.seed", 17);
    private static final String SHUT_DOWN = "import fcntl,os,struct,sys; "
            + "fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))";

    @TempDir
    Path temporary;

    private Path image;
    private Path mount;

    @BeforeEach
    void mount() throws Exception {
        image = temporary.resolve("disk");
        mount = Files.createDirectory(temporary.resolve("mnt"));
        boolean ready = run("truncate", "-s", "256M", image.toString())
                && run("mkfs.ext4", "-q", "-F", image.toString())
                && run("mount", "-o", "loop", image.toString(), mount.toString());
        assumeTrue(ready, "SKIPPED: this machine allows no loop device, so no power was cut");
        assumeTrue(run("python3", "--version"), "SKIPPED: there is no python3 to shut a file system down with");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", mount.toString());
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAfterEveryPowerCut() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Path folder = mount.resolve("data");
        FaultRun run = new FaultRun();
        for (int cut = 0; cut < CUTS; cut++) {
            FaultRun.Child child = run.start(folder, List.of());
            assertThat(child.started())
                    .as("seed %d, cut %d: %s", SEED, cut, child.refused())
                    .isTrue();
            Thread.sleep(random.nextInt(100, 900));
            // First the process, then the file system: the other way round writes would fail that nobody would have
            // seen fail.
            child.kill();
            child.ended();
            assertThat(run("python3", "-c", SHUT_DOWN, mount.toString())).isTrue();
            assertThat(run("umount", mount.toString())).isTrue();
            assertThat(run("mount", "-o", "loop", image.toString(), mount.toString()))
                    .isTrue();
        }
        FaultLedger.Line line = run.settle("power cut (ext4)", folder);
        FaultLedger.add(line);

        assertThat(line.acknowledged()).isPositive();
        assertThat(line).isEqualTo(new FaultLedger.Line("power cut (ext4)", CUTS, line.acknowledged(), 0, 0, 0));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
