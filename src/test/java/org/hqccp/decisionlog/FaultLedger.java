package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Totals of the fault tests, added to a file in the build folder; what is worth keeping is copied from there by hand. */
final class FaultLedger {
    private static final Path FILE =
            Path.of(System.getProperty("hqccp.home", "."), "target", "decision-log-faults.csv");

    private FaultLedger() {}

    /**
     * The totals of one test.
     *
     * @param test what was done
     * @param rounds how often
     * @param acknowledged how many decisions were acknowledged
     * @param missing how many of them are not in the log
     * @param doubled how many idempotency keys have more than one entry
     * @param phantom how many entries nobody asked for
     */
    record Line(String test, long rounds, long acknowledged, long missing, long doubled, long phantom) {
        String csv() {
            return String.join(
                    ",",
                    test,
                    String.valueOf(rounds),
                    String.valueOf(acknowledged),
                    String.valueOf(missing),
                    String.valueOf(doubled),
                    String.valueOf(phantom));
        }
    }

    static synchronized void add(Line line) throws IOException {
        Files.createDirectories(FILE.getParent());
        if (!Files.exists(FILE)) {
            write("test,rounds,acknowledged,missing,doubled,phantom");
        }
        write(line.csv());
    }

    private static void write(String line) throws IOException {
        Files.writeString(
                FILE, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
