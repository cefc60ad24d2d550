package org.hqccp.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;

/** Loads the rules again and again, one time in ten from a broken edit, deciding in between: memory must stay flat. */
final class Reloads {
    private static final int BROKEN = 10;
    private static final String EDITED = BenchRules.DECISION + "/universal";
    private static final double MEGABYTE = 1_048_576;

    private Reloads() {}

    static void run(int times, int lines) throws Exception {
        Path folder = copy(BenchRules.FOLDER);
        Path edited = first(folder.resolve(EDITED));
        String sound = Files.readString(edited);
        LiveRules rules = LiveRules.load(folder, Clock.systemUTC());
        DecisionService service = new DecisionService(rules, Clock.systemUTC());
        byte[] json = Cases.sixPrograms();
        System.out.printf(
                "%8s %8s %10s %8s %8s %12s %8s%n",
                "reloads", "refused", "median ms", "cpu ms", "heap MB", "metaspace MB", "classes");
        print(0, 0, List.of(), 0);
        int refused = 0;
        List<Long> took = new ArrayList<>();
        long cpu = cpuMillis();
        int sinceLine = 0;
        for (int i = 1; i <= times; i++) {
            boolean broken = i % BROKEN == 0;
            Files.writeString(edited, sound + (broken ? "broken " : "// edit ") + i + "\n");
            long before = System.nanoTime();
            if (rules.refresh() || !rules.refresh() || broken == (rules.refused() == null)) {
                throw new IllegalStateException("edit " + i + " was taken otherwise than it should");
            }
            sinceLine++;
            if (broken) {
                refused++;
            } else {
                took.add((System.nanoTime() - before) / 1_000_000);
            }
            service.decide(BenchRules.DECISION, json, false);
            if (i % Math.max(1, times / lines) == 0) {
                print(i, refused, took, (cpuMillis() - cpu) / sinceLine);
                took.clear();
                sinceLine = 0;
                cpu = cpuMillis();
            }
        }
    }

    private static Path first(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().findFirst().orElseThrow();
        }
    }

    private static void print(int done, int refused, List<Long> took, long cpuMillis) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%8d %8d %10s %8d %8.1f %12.1f %8d%n",
                done,
                refused,
                took.isEmpty() ? "-" : took.stream().sorted().toList().get(took.size() / 2),
                cpuMillis,
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                metaspace() / MEGABYTE,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(Reloads::used)
                .sum();
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    /** The processor time of this process so far. */
    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    private static Path copy(Path from) throws IOException {
        Path to = Files.createTempDirectory("hqccp-reloads");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readString(path).getBytes(StandardCharsets.UTF_8));
            }
        }
        return to;
    }
}
