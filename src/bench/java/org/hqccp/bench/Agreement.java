package org.hqccp.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hqccp.bench.handwritten.Condition;
import org.hqccp.bench.handwritten.PathwayEligibility;
import org.hqccp.bench.handwritten.ProgramAnswer;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Result;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** Holds the hand-written decision against the service's: the same outcome and rank of every program, the same findings to the value. */
final class Agreement {
    private static final int CASES = 500;
    private static final int SHOWN = 20;

    private final List<String> differences = new ArrayList<>();

    /** Every difference over the timed case and the seeded ones. */
    static List<String> differences(BenchRules rules) {
        Agreement agreement = new Agreement();
        agreement.compare("six programs", rules, Cases.sixPrograms());
        Node.Mapping base = Cases.base();
        for (int seed = 1; seed <= CASES; seed++) {
            String json = SeededCases.of(rules.dictionary(), base, seed);
            agreement.compare("seed " + seed, rules, json.getBytes(StandardCharsets.UTF_8));
        }
        return agreement.differences;
    }

    /** Prints every difference. */
    public static void main(String[] args) {
        List<String> found = differences(BenchRules.load());
        found.stream().limit(SHOWN).forEach(System.out::println);
        System.out.println(found.size() + " differences over " + (CASES + 1) + " cases");
        if (!found.isEmpty()) {
            throw new IllegalStateException("the hand-written decision is no baseline any more");
        }
    }

    private void compare(String name, BenchRules rules, byte[] json) {
        Decision decision = rules.decide(json);
        List<ProgramAnswer> answers =
                PathwayEligibility.of(Cases.read(json, rules.dictionary())).decide();
        Map<String, Finding> found = new HashMap<>();
        decision.findings().forEach(f -> found.put(f.ruleId() + " of " + f.subject(), f));
        Map<String, Result> results = new HashMap<>();
        decision.results().forEach(r -> results.put(r.subject(), r));
        for (ProgramAnswer answer : answers) {
            Result result = results.get(answer.program());
            String outcome = answer.outcome() == null ? Decision.INDETERMINATE : answer.outcome();
            differ(name, answer.program() + " outcome", outcome, result == null ? null : result.outcome());
            differ(name, answer.program() + " rank", answer.rank(), result == null ? null : result.rank());
            answer.findings().forEach(f -> {
                String key = f.ruleId() + " of " + f.subject();
                Finding other = found.remove(key);
                differ(name, key, f.status(), other == null ? null : other.status());
                if (other != null && other.status() == f.status()) {
                    conditions(name, key, f.conditions(), other.conditions());
                }
            });
        }
        found.keySet().forEach(k -> differ(name, k, null, "a finding"));
    }

    private void conditions(String name, String key, List<Condition> mine, List<Finding.Condition> theirs) {
        differ(
                name,
                key,
                mine.stream()
                        .map(c -> List.of(c.fact(), shown(c.required()), shown(c.actual())))
                        .toList(),
                theirs.stream()
                        .map(c -> List.of(c.fact(), shown(c.required()), shown(c.actual())))
                        .toList());
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Collection<?> set) {
            return new TreeSet<>(set.stream().map(String::valueOf).toList()).toString();
        }
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private void differ(String name, String what, @Nullable Object mine, @Nullable Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            differences.add(name + ": " + what + ": by hand " + mine + ", the service " + theirs);
        }
    }
}
