package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders that must not be opened, and that are left as they were. */
class RefusedFolderTest {
    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void fill() throws Exception {
        folder = temporary.resolve("data");
        LogFixture.filled(folder, 5);
    }

    @Test
    void aWholeFolderIsOpened() throws Exception {
        LogFixture.open(folder).close();
    }

    @Test
    void aFolderWithOtherFiles() throws Exception {
        Files.writeString(folder.resolve("holiday.jpg"), "x");

        refused("holiday.jpg", "empty folder");
    }

    @Test
    void aFileInThePlaceOfAFolder() throws Exception {
        folder = Files.writeString(temporary.resolve("file"), "x");

        assertThat(refusal().message()).contains("is not a folder");
    }

    @Test
    void aFolderInUse() throws Exception {
        try (DecisionLog log = LogFixture.open(folder)) {
            assertThat(log.size()).isPositive();
            assertThat(refusal().message()).contains("Another service is using");
        }
    }

    @Test
    void aLogWithoutItsKeyFile() throws Exception {
        Files.delete(folder.resolve("keys"));

        refused("key file", "Put back");
    }

    @Test
    void aLogWithTheKeyFileOfAnother() throws Exception {
        Path other = temporary.resolve("other");
        LogFixture.filled(other, 1);
        Files.copy(other.resolve("keys"), folder.resolve("keys"), StandardCopyOption.REPLACE_EXISTING);

        refused("not the one this log was started with", "right key file");
    }

    @Test
    void aKeyFileThatOthersMayRead() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("rw-r-----"));

        refused("read by others", "chmod 600");
    }

    @Test
    void aKeyFileThatWasChanged() throws Exception {
        String keys = Files.readString(folder.resolve("keys"));
        Files.writeString(
                folder.resolve("keys"),
                keys.replace("\"dataKey\":\"", "\"dataKey\":\"00").replaceFirst("..\",\"format", "\",\"format"));

        refused("", "");
    }

    @Test
    void aKeyFileWithoutItsLog() throws Exception {
        Files.delete(folder.resolve("log.db"));

        refused("is gone", "Restore log.db");
    }

    @Test
    void aLogThatWasEmptied() throws Exception {
        Files.write(folder.resolve("log.db"), new byte[0]);
        Files.delete(folder.resolve("checkpoint"));

        refused("gone or empty", "backup");
    }

    @Test
    void aLogWithoutItsCheckpointFile() throws Exception {
        LogFixture.filled(folder, 3);
        Files.delete(folder.resolve("checkpoint"));

        refused("checkpoint is missing", "backup");
    }

    @Test
    void aLogThatWasPutBackToAnOlderCopy() throws Exception {
        Path copy = Files.copy(folder.resolve("log.db"), temporary.resolve("copy"));
        LogFixture.filled(folder, 3);
        Files.copy(copy, folder.resolve("log.db"), StandardCopyOption.REPLACE_EXISTING);

        refused("its end was cut off", "backup");
    }

    @Test
    void aLogWhoseLastEntriesWereDeleted() throws Exception {
        sql("DELETE FROM entry WHERE place >= 5");

        refused("does not verify", "backup");
    }

    @Test
    void aLogOfANewerVersion() throws Exception {
        sql("PRAGMA user_version = 2");

        refused("newer version", "newer version");
    }

    @Test
    void aDatabaseThatIsNoLog() throws Exception {
        sql("PRAGMA application_id = 7");

        refused("not a decision log", "another data folder");
    }

    @Test
    void aLogWithATableMore() throws Exception {
        sql("CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE place = new.place; END");

        refused("tables of the decision log were changed", "backup");
    }

    @Test
    void aLogFromBeforeThereWasAnIndexIsOpenedAndGetsIt() throws Exception {
        sql("DROP INDEX entry_changes");

        try (DecisionLog log = LogFixture.open(folder)) {
            Entry correction = log.entry(log.size() - 1);
            assertThat(log.archive().changesOf(correction.leaf().supersedes(), 9))
                    .extracting(e -> e.leaf().id())
                    .containsExactly(correction.leaf().id());
        }
        sql("DROP INDEX entry_changes");
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Files.writeString(
                folder.resolve("log.db"),
                "not a database, but a text that is long enough to be taken for one".repeat(99));

        refused("damaged", "backup");
    }

    @Test
    void aDatabaseWithABrokenPage() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("log.db"));
        for (int i = 4096; i < 4096 + 2048; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(folder.resolve("log.db"), bytes, StandardOpenOption.TRUNCATE_EXISTING);

        refused("", "");
    }

    @Test
    void aClockThatWasSetBack() throws Exception {
        LogFixture.HandClock clock = new LogFixture.HandClock();
        clock.set(LogFixture.START.minusSeconds(6));

        FolderRefused refused =
                catchThrowableOfType(FolderRefused.class, () -> DecisionLog.open(LogFixture.settings(folder, clock)));

        assertThat(refused.message()).contains("clock", "2026-11-24T10:00:00Z");
        assertThat(refused.advice()).contains("Set the clock right");
        clock.set(LogFixture.START.minusSeconds(5));
        DecisionLog.open(LogFixture.settings(folder, clock)).close();
    }

    @Test
    void aDiskThatIsNearlyFull() throws Exception {
        Settings usual = LogFixture.settings(folder);
        Settings full = new Settings(
                folder,
                usual.keyFile(),
                SqliteStore::open,
                usual.engine(),
                usual.clock(),
                LogFixture.disk(() -> 511L << 20, 1L << 30),
                usual.answers(),
                usual.onFailure());

        FolderRefused refused = catchThrowableOfType(FolderRefused.class, () -> DecisionLog.open(full));

        assertThat(refused.message()).contains("nearly full");
        assertThat(refused.advice()).contains("512 MB");
    }

    @Test
    void aFirstStartThatWasCutShortGoesOnWhereItStopped() throws Exception {
        for (String cut : new String[] {"keys only", "keys and an empty log", "all but the last step"}) {
            Path fresh = temporary.resolve(cut);
            LogFixture.open(fresh).close();
            Files.move(fresh.resolve("keys"), fresh.resolve("keys.new"));
            Files.delete(fresh.resolve("checkpoint"));
            if (cut.equals("keys only")) {
                Files.delete(fresh.resolve("log.db"));
            } else if (cut.equals("keys and an empty log")) {
                Files.write(fresh.resolve("log.db"), new byte[0]);
            }
            try (DecisionLog log = LogFixture.open(fresh)) {
                assertThat(log.size()).as(cut).isEqualTo(1);
            }
            assertThat(fresh.resolve("keys")).as(cut).exists();
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void refused(String message, String advice) throws Exception {
        Map<String, String> before = content();

        FolderRefused refused = refusal();

        assertThat(refused.message()).contains(message);
        assertThat(refused.advice()).contains(advice).isNotBlank();
        assertThat(content()).as("nothing was changed").isEqualTo(before);
    }

    private FolderRefused refusal() {
        return catchThrowableOfType(
                FolderRefused.class, () -> LogFixture.open(folder).close());
    }

    private Map<String, String> content() throws Exception {
        Map<String, String> content = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith("-shm") && !name.endsWith("-wal") && !name.equals("lock")) {
                    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    content.put(name, HexFormat.of().formatHex(hash));
                }
            }
        }
        return content;
    }
}
