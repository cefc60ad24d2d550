package org.hqccp.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.Fault;

/** Keeps count over several processes on one folder: what was asked for, what was acknowledged, and what is in the log. */
final class FaultRun {
    private static final int THREADS = 8;

    private final Set<Long> asked = new HashSet<>();
    private final Map<Long, String> acknowledged = new HashMap<>();
    private long next;
    private int rounds;

    /** A process that records. */
    final class Child {
        final Process process;
        private final BufferedReader out;
        private final Thread reading;
        private volatile boolean ready;
        private volatile String refused = "";

        private Child(Process process) {
            this.process = process;
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.reading = new Thread(this::read);
            reading.start();
        }

        private void read() {
            try {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String[] words = line.split(" ", -1);
                    // A line may be cut short by the end of the process.
                    if (words[0].equals("ASK") && words.length == 2) {
                        asked.add(Long.parseLong(words[1]));
                    } else if (words[0].equals("ACK") && words.length == 3 && words[2].length() == 36) {
                        acknowledged.put(Long.parseLong(words[1]), words[2]);
                    } else if (line.equals("READY")) {
                        ready = true;
                    } else {
                        refused = line;
                    }
                }
            } catch (IOException e) {
                refused = "the output could not be read";
            }
        }

        /** Waits until it records, or has ended. */
        boolean started() throws InterruptedException {
            while (!ready && process.isAlive()) {
                Thread.sleep(5);
            }
            return ready;
        }

        /** Kills it; what it said before can still be read, which {@code Process.destroyForcibly} would throw away. */
        void kill() {
            process.toHandle().destroyForcibly();
        }

        String refused() {
            return refused;
        }

        /** Waits until it has ended and everything it said was read. */
        int ended() throws InterruptedException {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            reading.join();
            next = asked.stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
            rounds++;
            return process.exitValue();
        }
    }

    /** Starts a process on a folder; it asks again for what the one before it asked for last, and goes on until something ends it. */
    Child start(Path folder, List<String> before) throws IOException {
        return start(folder, before, List.of(String.valueOf(Math.max(0, next - 2 * THREADS)), String.valueOf(THREADS)));
    }

    /** Starts a process that asks for so many, one after the other and the same ones each time, and then closes the log. */
    Child startShort(Path folder, List<String> before, int decisions) throws IOException {
        return start(folder, before, List.of("0", "1", String.valueOf(decisions)));
    }

    private Child start(Path folder, List<String> before, List<String> asks) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                FaultChild.class.getName(),
                folder.toString()));
        command.addAll(asks);
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Reads the log, checks it, and holds it against what was said. */
    FaultLedger.Line settle(String test, Path folder) throws Exception {
        LogKeys keys = KeyFile.read(folder.resolve("keys"));
        Map<Long, List<String>> recorded = new HashMap<>();
        try (LogReader reader = SqliteReader.open(folder)) {
            List<Fault> faults = new WholeCheck(reader, keys.signing().verifier(), keys, (done, of) -> {}).run();
            assertThat(faults).isEmpty();
            for (long at = 0; at < reader.size(); at++) {
                Entry entry = Entry.open(reader.entries(at, 1).get(0), keys);
                if (entry.leaf().kind().holdsDecision()) {
                    Map<?, ?> claim = (Map<?, ?>) entry.record().head().get("idempotency");
                    long number = Long.parseLong(((String) claim.get("key")).substring(1));
                    recorded.computeIfAbsent(number, n -> new ArrayList<>())
                            .add(entry.leaf().id());
                }
            }
        }
        long missing = acknowledged.entrySet().stream()
                .filter(ack -> !recorded.getOrDefault(ack.getKey(), List.of()).contains(ack.getValue()))
                .count();
        long doubled = recorded.values().stream().filter(ids -> ids.size() > 1).count();
        long phantom =
                recorded.keySet().stream().filter(n -> !asked.contains(n)).count();
        return new FaultLedger.Line(test, rounds, acknowledged.size(), missing, doubled, phantom);
    }
}
