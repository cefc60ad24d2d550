package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that nobody touched is never called changed. */
class CleanLogsTest {
    private static final int LOGS = Integer.getInteger("hqccp.cleanLogs", 10_000);
    private static final long SEED = 10_000;

    @TempDir
    Path folder;

    @Test
    void thousandsOfRandomLogsGiveNoFalseAlarm() throws Exception {
        LogKeys keys = LogKeys.generate(new SecureRandom());
        IntStream.range(0, LOGS).parallel().forEach(i -> {
            SplittableRandom random = new SplittableRandom(SEED + i);
            MemoryStore store = new MemoryStore();
            assertThat(catchThrowable(() -> {
                        RandomLog.write(store, keys, random.nextInt(1, 9), random);
                        WholeCheck check = new WholeCheck(store, keys.signing().verifier(), keys, (done, of) -> {});
                        assertThat(check.run()).isEmpty();
                    }))
                    .as("seed %d", SEED + i)
                    .isNull();
        });
    }

    @Test
    void largerRandomLogsInFilesGiveNoFalseAlarmEither() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5; i++) {
            LogKeys keys = LogKeys.generate(new SecureRandom());
            Path file = Files.createDirectory(folder.resolve("log-" + i));
            try (SqliteStore store = SqliteStore.open(file)) {
                RandomLog.write(store, keys, random.nextInt(200, 1_200), random.split());
                WholeCheck check = new WholeCheck(store, keys.signing().verifier(), keys, (done, of) -> {});

                assertThat(check.run()).as("seed %d, log %d", SEED, i).isEmpty();
            }
        }
    }
}
