package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.ExportCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker in Python, written from the description of the format, and the one in Java agree. */
class SecondImplementationTest {
    private static final Path SCRIPT = Path.of(System.getProperty("hqccp.home", "."), "docs", "verify_export.py");

    @TempDir
    Path folder;

    private Path export;
    private Path checkpoint;
    private LogKeys keys;

    @BeforeEach
    void write() throws Exception {
        assumeTrue(hasPython(), "SKIPPED: there is no python3 here, so the second implementation was not run");
        Path data = folder.resolve("data");
        LogFixture.filled(data, 6);
        keys = KeyFile.read(data.resolve("keys"));
        export = folder.resolve("export.ndjson");
        checkpoint = data.resolve("checkpoint");
        try (LogReader reader = SqliteReader.open(data);
                OutputStream out = Files.newOutputStream(export)) {
            Export.write(reader, keys.signing().verifier(), out);
        }
    }

    @Test
    void bothAcceptAnExportAndNameTheSameRoot() throws Exception {
        ExportCheck java = new ExportCheck(keys.signing().verifier(), null);
        assertThat(java.run(Files.newInputStream(export), Files.readString(checkpoint)))
                .isEmpty();

        Run python = python();

        assertThat(python.out())
                .isEqualTo("8 entries verify; root " + HexFormat.of().formatHex(java.root()) + "\n");
        assertThat(python.code()).isZero();
    }

    @Test
    void bothFindWhatWasChanged() throws Exception {
        String whole = Files.readString(export);
        String[][] changes = {
            {"\"caller\":\"portal\"", "\"caller\":\"portaI\""},
            {"\"kind\":\"decision\"", "\"kind\":\"override\""},
            {"\"sealed\":\"", "\"sealed\":\"AAAA"},
            {"\"files\":\"", "\"files\":\"AAAA"},
            {"\"size\":8", "\"size\":7"},
            {"\"time\":\"2026", "\"time\":\"2025"},
            {"\"tree\":\"", "\"tree\":\"00"},
        };
        for (String[] change : changes) {
            Files.writeString(export, whole.replaceFirst(change[0], change[1]));
            assertThat(new ExportCheck(keys.signing().verifier(), null)
                            .run(Files.newInputStream(export), Files.readString(checkpoint)))
                    .as(change[0])
                    .isNotEmpty();
            assertThat(python().code()).as(change[0]).isEqualTo(4);
        }
    }

    private record Run(int code, String out) {}

    private Run python() throws Exception {
        Process process = new ProcessBuilder(
                        "python3",
                        SCRIPT.toString(),
                        export.toString(),
                        checkpoint.toString(),
                        "--key",
                        keys.signing().verifier().text())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
