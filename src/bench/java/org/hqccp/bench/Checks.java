package org.hqccp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.verification.Verification;

/** How long the whole rule base takes to check: in a process that runs already, as a service does, and as a command of its own. */
final class Checks {
    private Checks() {}

    static void run(int times) throws IOException, InterruptedException {
        System.out.printf("%-8s %12s %12s %12s %12s%n", "", "problems ms", "warnings ms", "together ms", "process ms");
        List<Long> together = new ArrayList<>();
        List<Long> whole = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            long start = System.nanoTime();
            List<Problem> problems = new ArrayList<>();
            SortedMap<String, String> files = RuleFolder.read(BenchRules.FOLDER, problems);
            RuleSet rules = Objects.requireNonNull(RuleSetReader.read(files, problems));
            long read = System.nanoTime();
            int warnings = Verification.of(rules).size();
            long checked = System.nanoTime();
            long process = process();
            if (!problems.isEmpty() || warnings > 0) {
                throw new IllegalStateException("the rules hold problems or warnings");
            }
            together.add(millis(checked - start));
            whole.add(process);
            System.out.printf(
                    "%-8d %,12d %,12d %,12d %,12d%n",
                    i, millis(read - start), millis(checked - read), millis(checked - start), process);
        }
        // The first round warms up, as the start of a service does.
        System.out.printf(
                "%-8s %12s %12s %,12d %,12d%n",
                "median", "", "", Start.median(together.subList(1, times)), Start.median(whole));
    }

    private static long process() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process check = new ProcessBuilder("./hqccp", "check", Path.of("rules").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!check.waitFor(2, TimeUnit.MINUTES) || check.exitValue() != 0) {
            throw new IOException("hqccp check failed");
        }
        return millis(System.nanoTime() - start);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
