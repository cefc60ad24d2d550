package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page on how the log is tested tells the totals of the ledger, and the ledger tells of nothing lost. */
class FaultPageTest {
    private static final Path DOCS = Path.of(System.getProperty("hqccp.home", "."), "docs");

    @Test
    void thePageShowsTheTotalsOfTheLedger() throws Exception {
        Map<String, long[]> totals = new TreeMap<>();
        for (String line : Files.readAllLines(DOCS.resolve("decision-log-faults.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            long[] total = totals.computeIfAbsent(cells[0], test -> new long[5]);
            for (int i = 0; i < total.length; i++) {
                total[i] += Long.parseLong(cells[i + 1]);
            }
        }
        StringBuilder table = new StringBuilder();
        totals.forEach((test, total) -> table.append(String.format(
                "| %s | %,d | %,d | %d | %d | %d |%n", test, total[0], total[1], total[2], total[3], total[4])));

        assertThat(Files.readString(DOCS.resolve("decision-log-tests.md")))
                .contains("|---:|\n" + table + "<!-- end of totals -->");
        assertThat(totals.values()).allMatch(total -> total[2] + total[3] + total[4] == 0);
    }
}
