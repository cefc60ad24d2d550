package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.hqccp.decisionlog.Export;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.format.VerifierKey;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at a decision log. */
class LogCommandsTest {
    @TempDir
    Path folder;

    private Path data;
    private Path rules;
    private String key;

    @BeforeEach
    void record() throws Exception {
        data = folder.resolve("data");
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        decide(40, 30, 20);
    }

    private void decide(int... seats) throws Exception {
        key = PolicyLog.decide(data, rules, seats).key();
    }

    private CommandLineRun log(String command, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = command;
        args[1] = "--data";
        args[2] = data.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return CommandLineRun.of(args);
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("log.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @Test
    void aWholeLogVerifies() {
        CommandLineRun run = log("verify-log");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("5 entries verify; root ");
    }

    @Test
    void aChangedLogDoesNotVerifyAndEndsWithFour() throws Exception {
        sql("UPDATE entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'portal', 'porter') AS BLOB) WHERE place = 3");

        CommandLineRun run = log("verify-log");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("entry 3: ", "The log does not verify");
    }

    @Test
    void aCheckpointKeptOutsideShowsThatTheLogWasPutBack() throws Exception {
        Path older = Files.createDirectory(folder.resolve("older"));
        for (String file : new String[] {"log.db", "keys", "checkpoint"}) {
            Files.copy(data.resolve(file), older.resolve(file));
        }
        decide(10);
        Path outside = Files.copy(data.resolve("checkpoint"), folder.resolve("outside"));
        for (String file : new String[] {"log.db", "checkpoint"}) {
            Files.copy(older.resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(log("verify-log").code()).isZero();
        CommandLineRun since = log("verify-log", "--since", outside.toString());
        assertThat(since.code()).isEqualTo(4);
        assertThat(since.out()).contains("its end was cut off");
    }

    @Test
    void anExportVerifiesWithoutTheDataFolder() throws Exception {
        Path file = folder.resolve("export.ndjson");
        try (LogReader reader = SqliteReader.open(data);
                OutputStream out = Files.newOutputStream(file)) {
            Export.write(reader, VerifierKey.read(key), out);
        }
        CommandLineRun run = CommandLineRun.of("verify-log", "--export", file.toString(), "--key", key);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("5 entries verify; root ");
    }

    @Test
    void everyDecisionIsTheSameWhenItIsMadeAgain() {
        CommandLineRun run = log("replay");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).isEqualTo("3 decisions the same, 0 different, 0 not replayable.\n");
    }

    @Test
    void decisionsUnderAnEarlierRuleSetAreMadeAgainUnderThatRuleSet() throws Exception {
        Path parameters = rules.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("must have", "has"));
        decide(40);

        assertThat(log("replay").out()).isEqualTo("4 decisions the same, 0 different, 0 not replayable.\n");
    }

    @Test
    void theKeyFileOfAnotherLogIsToldAsThatAndNotAsAChange() throws Exception {
        Path other = folder.resolve("other");
        PolicyLog.decide(other, rules, 40);
        Files.copy(other.resolve("keys"), data.resolve("keys"), StandardCopyOption.REPLACE_EXISTING);

        CommandLineRun verified = log("verify-log");
        assertThat(verified.code()).isEqualTo(4);
        assertThat(verified.out())
                .startsWith(
                        "the key file: it is not the one this log was started with, or the first entry was exchanged\n");
        CommandLineRun replayed = log("replay");
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(replayed.err())
                .contains(
                        "hqccp: The key file is not the one this log was started with.",
                        "Put back the right key file.");
    }

    @Test
    void anIdThatIsNotThereIsTold() {
        CommandLineRun run = log("replay", "0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is no entry");
    }
}
