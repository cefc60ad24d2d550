package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hqccp.decisionlog.format.VerifierKey;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.ExportCheck;
import org.hqccp.decisionlog.verify.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that left the house can be checked where there is neither service nor database. */
class ExportTest {
    @TempDir
    Path folder;

    private LogKeys keys;
    private byte[] export;

    @BeforeEach
    void write() throws Exception {
        LogFixture.filled(folder, 4);
        LogFixture.filled(folder, 2);
        keys = KeyFile.read(folder.resolve("keys"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogReader reader = SqliteReader.open(folder)) {
            assertThat(Export.write(reader, key(), out)).isEqualTo(9);
        }
        export = out.toByteArray();
    }

    @Test
    void aWholeExportVerifiesWithAndWithoutTheSecretKeys() throws Exception {
        assertThat(check(export, null)).isEmpty();
        assertThat(check(export, keys)).isEmpty();
        assertThat(new ExportCheck(null, null).run(new ByteArrayInputStream(export), null))
                .isEmpty();
    }

    @Test
    void anExportOfALogWithAnotherKeyIsFound() throws Exception {
        VerifierKey other = LogKeys.generate(new SecureRandom()).signing().verifier();

        assertThat(new ExportCheck(other, null).run(new ByteArrayInputStream(export), null))
                .singleElement()
                .matches(f -> f.what().contains("another signing key"));
    }

    @Test
    void anyChangedByteIsFoundByWhoeverHoldsTheKeysAndAnyOfALeafOrSealedRecordByEverybody() throws Exception {
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            byte[] changed = export.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] == 'a' ? 'b' : 'a');
            assertThat(check(changed, keys)).as("seed %d, byte %d", seed, at).isNotEmpty();
        }
    }

    @Test
    void linesThatAreMissingDoubledOrInAnotherOrderAreFound() throws Exception {
        List<String> lines = new String(export, StandardCharsets.UTF_8).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            boolean entry = lines.get(i).startsWith("{\"code\"");
            List<String> missing = new ArrayList<>(lines);
            missing.remove(i);
            if (entry || lines.get(i).contains("ruleSet")) {
                assertThat(check(joined(missing), null))
                        .as("without line %d", i)
                        .isNotEmpty();
            }
            if (entry) {
                List<String> doubled = new ArrayList<>(lines);
                doubled.add(i, lines.get(i));
                assertThat(check(joined(doubled), null)).as("line %d twice", i).isNotEmpty();
            }
            if (entry && i + 1 < lines.size()) {
                List<String> swapped = new ArrayList<>(lines);
                swapped.set(i, lines.get(i + 1));
                swapped.set(i + 1, lines.get(i));
                assertThat(check(joined(swapped), null))
                        .as("line %d after the next", i)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void anOlderExportIsFoundByACheckpointKeptOutside() throws Exception {
        LogFixture.filled(folder, 2);
        String newer = Files.readString(folder.resolve("checkpoint"));

        List<Fault> faults = new ExportCheck(key(), null).run(new ByteArrayInputStream(export), newer);

        assertThat(faults).singleElement().matches(f -> f.what().contains("its end was cut off"));
    }

    private List<Fault> check(byte[] bytes, LogKeys opener) throws Exception {
        return new ExportCheck(key(), opener)
                .run(new ByteArrayInputStream(bytes), Files.readString(folder.resolve("checkpoint")));
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private VerifierKey key() {
        return keys.signing().verifier();
    }
}
