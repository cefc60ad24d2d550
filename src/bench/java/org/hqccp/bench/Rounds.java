package org.hqccp.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks against a baseline in interleaved rounds and prints the median of each and of the ratios, so that a machine that is busy for
 * a while slows both. Arguments: rounds, baseline, others; a name is {@code DecisionBenchmark.byHand}.
 */
final class Rounds {
    private Rounds() {}

    public static void main(String[] args) throws RunnerException {
        int rounds = Integer.parseInt(args[0]);
        List<String> names = Arrays.asList(args).subList(1, args.length);
        Map<String, List<Double>> times = new TreeMap<>();
        for (int i = 0; i < rounds; i++) {
            for (String name : names) {
                times.computeIfAbsent(name, n -> new ArrayList<>()).add(once(name));
            }
        }
        List<Double> baseline = times.getOrDefault(names.get(0), List.of());
        System.out.printf("%-36s %12s %12s %12s%n", "", "median us", "baseline/it", "least ratio");
        for (String name : names) {
            List<Double> own = times.getOrDefault(name, List.of());
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                ratios.add(baseline.get(i) / own.get(i));
            }
            System.out.printf(
                    "%-36s %12.2f %12.4f %12.4f%n",
                    name,
                    median(own),
                    median(ratios),
                    ratios.stream().min(Double::compare).orElse(0.0));
        }
    }

    private static double once(String name) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\b" + name.replace(".", "\\.") + "$")
                        .forks(1)
                        .warmupIterations(20)
                        .measurementIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return results.iterator().next().getPrimaryResult().getScore();
    }

    private static double median(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
