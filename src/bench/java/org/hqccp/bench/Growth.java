package org.hqccp.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hqccp.bench.handwritten.PathwayEligibility;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.explanation.Explainer;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** How the cost of a decision grows: with the number of rules, all of which apply as the first ones do, and with the programs of a case. */
final class Growth {
    private static final int[] RULES = {1, 2, 4, 8};
    private static final int[] PROGRAMS = {1, 10, 100};
    private static final int ROUNDS = 5;
    private static final double MICRO = 1_000;
    private static @Nullable Object sink;

    private Growth() {}

    static void rules() throws IOException {
        System.out.printf("%-8s %8s %12s %14s %10s%n", "rules", "rules", "ready ms", "decision us", "growth");
        double first = 0;
        for (int times : RULES) {
            long before = System.nanoTime();
            LoadedRules loaded = LoadedRules.of(multiplied(times), Instant.EPOCH);
            double ready = (System.nanoTime() - before) / MICRO / MICRO;
            double micros = micros(decision(loaded, facts(loaded.ruleSet().dictionary(), 1)));
            first = times == 1 ? micros : first;
            System.out.printf(
                    "x %-6d %8d %,12.0f %,14.0f %9.1fx%n",
                    times, loaded.ruleSet().rulesOf(BenchRules.DECISION).size(), ready, micros, micros / first);
        }
    }

    static void programs() {
        BenchRules rules = BenchRules.load();
        LoadedRules loaded = rules.service().rules().current();
        System.out.printf("%-9s %14s %9s %14s %9s%n", "programs", "decision us", "growth", "by hand us", "growth");
        double first = 0;
        double firstByHand = 0;
        for (int times : PROGRAMS) {
            Entity facts = facts(rules.dictionary(), times);
            PathwayEligibility hand = PathwayEligibility.of(facts);
            double micros = micros(decision(loaded, facts));
            double byHand = micros(hand::decide);
            first = times == 1 ? micros : first;
            firstByHand = times == 1 ? byHand : firstByHand;
            System.out.printf(
                    "%-9d %,14.0f %8.1fx %,14.0f %8.1fx%n",
                    6 * times, micros, micros / first, byHand, byHand / firstByHand);
        }
    }

    private static Entity facts(FactsDictionary dictionary, int times) {
        return Cases.widened(Cases.read(Cases.sixPrograms(), dictionary), dictionary, times);
    }

    private static Supplier<Object> decision(LoadedRules loaded, Entity facts) {
        DecisionProgram program = BenchRules.of(loaded.programs().get(BenchRules.DECISION));
        Explainer explainer = BenchRules.of(loaded.explainers().get(BenchRules.DECISION));
        LocalDate asOf = LocalDate.of(2026, 9, 15);
        return () -> explainer.explain(program.evaluate(facts.copy()), "case", asOf);
    }

    /** The rule set with every criterion of the timed decision several times, under ids of their own; roll-ups stay as they are. */
    private static RuleSet multiplied(int times) throws IOException {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> original = RuleFolder.read(BenchRules.FOLDER, problems);
        SortedMap<String, String> files = new TreeMap<>(original);
        original.forEach((file, text) -> {
            boolean criterion = file.startsWith(BenchRules.DECISION)
                    && file.endsWith(".drl")
                    && !file.contains("/roll-up/")
                    && !file.contains("/next-best/");
            if (criterion) {
                String id = text.substring(text.indexOf('"') + 1, text.indexOf(' ', text.indexOf('"')));
                for (int i = 1; i < times; i++) {
                    String copy = id + (id.contains(".") ? "-" : ".") + "copy" + i;
                    files.put(
                            file.replace("/" + id + "-", "/" + copy + "-"),
                            text.replace("\"" + id + " ", "\"" + copy + " "));
                }
            }
        });
        // The copies are no named exceptions: what may be read changes nothing of the work.
        files.computeIfPresent(
                BenchRules.DECISION + "/decision.yaml",
                (file, text) -> text.replaceAll("(?m)^reads: .*", "reads: [GREEN, AMBER]")
                        .replaceAll("(?m)^may-read: .*\n", ""));
        RuleSet ruleSet = RuleSetReader.read(files, problems);
        if (ruleSet == null) {
            throw new IllegalStateException(problems.toString());
        }
        return ruleSet;
    }

    /** The median time of one run in microseconds, over rounds of a second, once warm. */
    private static double micros(Supplier<Object> work) {
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            int runs = 0;
            do {
                sink = work.get();
                runs++;
            } while (System.nanoTime() - start < 1e9);
            if (i >= ROUNDS) {
                rounds.add((System.nanoTime() - start) / MICRO / runs);
            }
        }
        return rounds.stream().sorted().toList().get(ROUNDS / 2);
    }
}
