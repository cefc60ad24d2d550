package org.hqccp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long the launcher takes: until the service is ready, and for one decision without a service. Time on the wall, and of processors. */
final class Start {
    private Start() {}

    static void run(int times) throws IOException, InterruptedException {
        // Builds, and prepares quick starts, where that was not done before.
        new ProcessBuilder("./hqccp", "--version").inheritIO().start().waitFor();
        System.out.printf("%-8s %12s %10s %12s %10s%n", "", "serve ms", "cpu ms", "decide ms", "cpu ms");
        List<Long> serve = new ArrayList<>();
        List<Long> decide = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            Taken first = serve();
            Taken second = decide();
            serve.add(first.wallMillis);
            decide.add(second.wallMillis);
            System.out.printf(
                    "%-8d %,12d %,10d %,12d %,10d%n",
                    i, first.wallMillis, first.cpuMillis, second.wallMillis, second.cpuMillis);
        }
        System.out.printf("%-8s %,12d %10s %,12d%n", "median", median(serve), "", median(decide));
    }

    private record Taken(long wallMillis, long cpuMillis) {}

    private static Taken serve() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hqccp-start");
        long before = System.nanoTime();
        Process process =
                start("serve", "--port", "0", "--data", folder.resolve("data").toString());
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("curl")) {
                    return taken(process, before);
                }
            }
            throw new IOException("the service did not start");
        } finally {
            process.destroy();
            process.waitFor(15, TimeUnit.SECONDS);
        }
    }

    private static Taken decide() throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process =
                start("decide", BenchRules.DECISION, BenchRules.FOLDER.resolve(BenchRules.DECISION) + "/example.yaml");
        Taken last = taken(process, before);
        // A process that has ended tells no more what it used.
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            last = taken(process, before);
        }
        return new Taken((System.nanoTime() - before) / 1_000_000, last.cpuMillis);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./hqccp"));
        command.addAll(List.of(arguments));
        boolean read = arguments[0].equals("serve");
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(read ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Taken taken(Process process, long since) {
        long cpu = process.toHandle()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        return new Taken((System.nanoTime() - since) / 1_000_000, cpu);
    }

    static long median(List<Long> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
