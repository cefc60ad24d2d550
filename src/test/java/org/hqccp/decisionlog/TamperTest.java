package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.SigningKey;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write to the file of the log cannot change it unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperTest {
    private static final long SEED = 603_23;
    private static final int DECISIONS = 6;

    private Path temporary;
    private Path clean;
    private LogKeys keys;
    private int copies;

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        temporary = folder;
        clean = temporary.resolve("clean");
        LogFixture.filled(clean, DECISIONS);
        LogFixture.filled(clean, 2);
        keys = KeyFile.read(clean.resolve("keys"));
    }

    @Test
    void theCleanLogVerifies() throws Exception {
        assertThat(check(clean, true)).isEmpty();
        assertThat(check(clean, false)).isEmpty();
    }

    /** Every value of every row of every table, by one bit, by its end, and by another row's value. */
    @TestFactory
    Stream<DynamicTest> aChangedValueIsFound() throws Exception {
        Map<String, List<String>> tables = LogFile.columns(clean);
        assertThat(tables.keySet()).containsExactly("checkpoint", "entry", "ruleset");
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            for (String column : table.getValue()) {
                String name = table.getKey() + "." + column;
                tests.add(dynamicTest(name + " with a bit changed", () -> everyRow(table.getKey(), column, this::bit)));
                tests.add(dynamicTest(name + " cut short", () -> everyRow(table.getKey(), column, TamperTest::cut)));
                tests.add(dynamicTest(name + " of another row", () -> swapped(table.getKey(), column)));
            }
        }
        return tests.stream();
    }

    private interface Change {
        Object of(Object value, SplittableRandom random);
    }

    private void everyRow(String table, String column, Change change) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (long row : LogFile.rows(clean, table)) {
            Path changed = copy();
            Object value = LogFile.value(changed, table, column, row);
            if (value == null) {
                continue;
            }
            Object other = change.of(value, random);
            LogFile.update(changed, table, column, row, other);
            found(changed, "seed " + SEED + ": " + table + "." + column + " of row " + row);
        }
    }

    private Object bit(Object value, SplittableRandom random) {
        if (value instanceof byte[] bytes) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        } else if (value instanceof String text) {
            int at = random.nextInt(text.length());
            return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
        }
        return ((Number) value).longValue() ^ (32L << random.nextInt(7));
    }

    private static Object cut(Object value, SplittableRandom random) {
        if (value instanceof byte[] bytes) {
            return Arrays.copyOf(bytes, bytes.length - 1);
        }
        return value instanceof String text
                ? text.substring(0, text.length() - 1)
                : (Object) (((Number) value).longValue() + 1000);
    }

    private void swapped(String table, String column) throws Exception {
        List<Long> rows = LogFile.rows(clean, table);
        for (int i = 0; i + 1 < rows.size(); i++) {
            Path changed = copy();
            Object one = LogFile.value(changed, table, column, rows.get(i));
            Object other = LogFile.value(changed, table, column, rows.get(i + 1));
            if (Objects.deepEquals(one, other)) {
                continue;
            }
            // By way of a third value, because a column may be unique, or be the row's own number.
            Object between =
                    other instanceof Number ? (Object) 99_999L : other instanceof String ? "-" : new byte[] {1};
            boolean number = column.equals("place") || column.equals("size");
            LogFile.update(changed, table, column, rows.get(i), between);
            LogFile.update(changed, table, column, rows.get(i + 1), one);
            LogFile.update(changed, table, column, number ? 99_999L : rows.get(i), other);
            found(changed, table + "." + column + " of rows " + rows.get(i) + " and " + rows.get(i + 1));
        }
    }

    @Test
    void aDeletedEntryIsFound() throws Exception {
        for (int place = 0; place < DECISIONS; place++) {
            Path folder = copy();
            LogFile.run(folder, "DELETE FROM entry WHERE place = " + place);
            found(folder, "entry " + place + " deleted");
            LogFile.run(folder, "UPDATE entry SET place = place - 1 WHERE place > " + place);
            found(folder, "entry " + place + " deleted and the gap closed");
        }
    }

    @Test
    void anEndThatWasCutOffIsFound() throws Exception {
        for (int place = 1; place < DECISIONS; place++) {
            Path folder = copy();
            LogFile.run(folder, "DELETE FROM entry WHERE place >= " + place);
            found(folder, "cut at " + place);
            LogFile.run(folder, "DELETE FROM checkpoint WHERE size > " + place);
            found(folder, "cut at " + place + ", and the checkpoints after it too");
        }
    }

    @Test
    void anEntryThatWasAddedOrDoubledIsFound() throws Exception {
        String others = "leaf, tree, code, NULL, NULL, sealed";
        for (int place = 1; place < DECISIONS; place++) {
            Path folder = copy();
            LogFile.run(
                    folder,
                    "INSERT INTO entry SELECT (SELECT max(place) + 1 FROM entry), randomblob(16), " + others
                            + " FROM entry WHERE place = " + place);
            found(folder, "entry " + place + " doubled at the end");
            Path inserted = copy();
            LogFile.run(inserted, "UPDATE entry SET place = -place WHERE place >= " + place);
            LogFile.run(inserted, "UPDATE entry SET place = 1 - place WHERE place < 0");
            LogFile.run(
                    inserted,
                    "INSERT INTO entry SELECT " + place + ", randomblob(16), " + others
                            + " FROM entry WHERE place = 0");
            found(inserted, "an entry put in at " + place);
        }
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() throws Exception {
        for (int place = 1; place < DECISIONS; place++) {
            Path folder = copy();
            LogFile.run(folder, "UPDATE entry SET place = -1 WHERE place = " + place);
            LogFile.run(folder, "UPDATE entry SET place = " + place + " WHERE place = " + (place + 1));
            LogFile.run(folder, "UPDATE entry SET place = " + (place + 1) + " WHERE place = -1");
            found(folder, "entries " + place + " and " + (place + 1));
        }
    }

    @Test
    void aForgedCheckpointIsFound() throws Exception {
        SigningKey forger = SigningKey.generate(keys.origin());
        String forged = new Checkpoint(keys.origin(), 5, TreeHash.empty()).sign(forger);
        Path folder = copy();
        LogFile.run(folder, "INSERT INTO checkpoint VALUES (5, '" + forged + "')");
        found(folder, "signed by another");

        String lying = new Checkpoint(keys.origin(), 5, TreeHash.empty()).sign(keys.signing());
        Path split = copy();
        Files.writeString(split.resolve("checkpoint"), lying);
        found(split, "a second history signed with the right key");
    }

    @Test
    void anEntryThatWasWrittenAnewWithAllHashesPutRightIsFound() throws Exception {
        Path folder = temporary.resolve("rewritten");
        Files.createDirectories(folder);
        Files.copy(clean.resolve("keys"), folder.resolve("keys"));
        // As good as a forger without keys can be: another log in the same form, under the old name.
        Path other = temporary.resolve("other");
        LogFixture.filled(other, DECISIONS + 4);
        Files.copy(other.resolve("log.db"), folder.resolve("log.db"));
        Files.copy(clean.resolve("checkpoint"), folder.resolve("checkpoint"));
        LogFile.run(folder, "DELETE FROM checkpoint");

        assertThat(check(folder, false)).isNotEmpty();
        assertThat(check(folder, true)).isNotEmpty();
    }

    @Test
    void aRuleSetThatWasRemovedIsFound() throws Exception {
        Path folder = copy();
        LogFile.run(folder, "DELETE FROM ruleset");
        assertThat(check(folder, false)).anyMatch(f -> f.what().contains("not kept"));
    }

    private void found(Path folder, String as) throws Exception {
        List<Fault> faults;
        try {
            faults = check(folder, true);
        } catch (FolderRefused | StoreException e) {
            return;
        }
        assertThat(faults).as(as).isNotEmpty();
        assertThat(faults)
                .allMatch(f -> !f.what().contains("case ") && !f.what().contains("ELIGIBLE"));
    }

    private List<Fault> check(Path folder, boolean withKeys) throws Exception {
        try (LogReader reader = SqliteReader.open(folder)) {
            WholeCheck check =
                    new WholeCheck(reader, keys.signing().verifier(), withKeys ? keys : null, (done, of) -> {});
            check.outside("the checkpoint file", Files.readString(folder.resolve("checkpoint")));
            return check.run();
        }
    }

    private Path copy() throws Exception {
        Path copy = Files.createDirectory(temporary.resolve("copy-" + copies++));
        for (String file : new String[] {"log.db", "checkpoint", "keys"}) {
            Files.copy(clean.resolve(file), copy.resolve(file));
        }
        return copy;
    }
}
