package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/**
 * The cases on which two versions of a rule are tried: every combination of the values that matter where there are few enough, else a
 * seeded draw from them.
 */
final class Trials {
    private static final long MOST = 60_000;
    private static final int DRAWN = 6_000;
    private static final int LONGEST_LIST = 4;
    private static final long SEED = 20_260_302L;

    private final String subject;
    private final Domain domain = new Domain();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<String, EntityType> lists = new LinkedHashMap<>();
    private final Set<String> entangled = new TreeSet<>();
    private final Set<String> around = new LinkedHashSet<>();
    private boolean looksAround;

    /** A fact that is read, and of what. */
    private record Spot(EntityType thing, Fact fact) {}

    Trials(String subject) {
        this.subject = subject;
    }

    /** Takes down all that a version of the rule reads. */
    void add(Rule rule, Reads reads, RuleSet ruleSet) {
        domain.add(rule);
        for (EntityType at = rule.subject(); at != null; at = at.parent()) {
            around.add(at.name());
        }
        clock(rule.clock(), ruleSet);
        reads.eachWithOwner(rule, (expr, owner) -> {
            domain.add(expr);
            if (expr instanceof Expr.FactValue v && !v.fact().derived()) {
                EntityType thing = ruleSet.dictionary().type(v.fact().entity());
                if (thing != null) {
                    spots.putIfAbsent(v.fact().path(), new Spot(thing, v.fact()));
                }
            } else if (expr instanceof Expr.ParameterValue p) {
                clock(p.parameter().clock(), ruleSet);
            } else if (expr instanceof Expr.Exists e) {
                list(e.of());
            } else if (expr instanceof Expr.Aggregate a) {
                list(a.of());
            }
            entangle(expr, reads);
        });
    }

    /** A list of things like the subject holds the subject alone in these cases. */
    private void list(EntityType type) {
        looksAround |= around.contains(type.name());
        lists.putIfAbsent(type.name(), type);
    }

    private void clock(Clock clock, RuleSet ruleSet) {
        for (EntityType type : ruleSet.dictionary().types()) {
            Fact fact = type.fact(clock.fact());
            if (fact != null && (around.contains(type.name()) || type.isSingle())) {
                spots.putIfAbsent(fact.path(), new Spot(type, fact));
            }
        }
    }

    /** Notes the facts whose value does more than be held against a constant. */
    private void entangle(Expr expr, Reads reads) {
        boolean plain = expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Not
                || expr instanceof Expr.In
                || expr instanceof Expr.Exists
                || expr instanceof Expr.Comparison c && (isFixed(c.left()) || isFixed(c.right()))
                || expr instanceof Expr.Contains k && isFixed(k.element());
        if (!plain) {
            Paths.parts(expr).forEach(part -> entangled(part, reads));
        }
    }

    private void entangled(Expr part, Reads reads) {
        Paths.walk(part, each -> {
            if (each instanceof Expr.FactValue v) {
                entangled.add(v.fact().path());
            }
        });
    }

    private static boolean isFixed(Expr expr) {
        return expr instanceof Expr.Constant || expr instanceof Expr.ParameterValue;
    }

    /** Shows every case; whether they leave out none that could be told apart. */
    boolean each(Consumer<Trial> seen) {
        List<Spot> single = new ArrayList<>();
        Map<String, List<Spot>> listed = new LinkedHashMap<>();
        for (Spot spot : spots.values()) {
            if (spot.thing().isList() && !around.contains(spot.thing().name())) {
                lists.putIfAbsent(spot.thing().name(), spot.thing());
                listed.computeIfAbsent(spot.thing().name(), n -> new ArrayList<>())
                        .add(spot);
            } else {
                single.add(spot);
            }
        }
        lists.keySet().removeIf(around::contains);
        List<List<Object>> values =
                single.stream().map(s -> domain.values(s.fact())).toList();
        long combinations = 1;
        for (List<Object> each : values) {
            combinations = Math.min(MOST + 1, combinations * Math.max(1, each.size()));
        }
        boolean whole = single.stream()
                .allMatch(s ->
                        domain.isWhole(s.fact(), !entangled.contains(s.fact().path())));
        if (lists.isEmpty() && combinations <= MOST) {
            combinations(single, values, seen);
            return whole && !looksAround;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < DRAWN; i++) {
            Trial trial = start();
            for (int s = 0; s < single.size(); s++) {
                put(
                        trial,
                        single.get(s),
                        values.get(s),
                        random.nextInt(Math.max(1, values.get(s).size())));
            }
            lists.forEach((name, type) -> trial.elements(name, elements(listed.getOrDefault(name, List.of()), random)));
            seen.accept(trial);
        }
        return false;
    }

    private Trial start() {
        Trial trial = new Trial(subject);
        trial.set("case", "asOf", domain.anyDay());
        return trial;
    }

    private static void put(Trial trial, Spot spot, List<Object> values, int which) {
        if (!values.isEmpty()) {
            trial.set(spot.thing().name(), spot.fact().name(), values.get(which));
        }
    }

    private void combinations(List<Spot> spots, List<List<Object>> values, Consumer<Trial> seen) {
        int[] at = new int[spots.size()];
        while (true) {
            Trial trial = start();
            for (int s = 0; s < at.length; s++) {
                put(trial, spots.get(s), values.get(s), at[s]);
            }
            seen.accept(trial);
            int next = 0;
            while (next < at.length
                    && ++at[next] >= Math.max(1, values.get(next).size())) {
                at[next++] = 0;
            }
            if (next == at.length) {
                return;
            }
        }
    }

    /** Some elements, often alike, so that counts of each size come up. */
    private List<Map<String, Object>> elements(List<Spot> facts, SplittableRandom random) {
        int length = random.nextInt(Math.max(LONGEST_LIST, domain.most() + 2));
        boolean alike = random.nextBoolean();
        List<Map<String, Object>> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (alike && i > 0) {
                elements.add(elements.get(0));
                continue;
            }
            Map<String, Object> element = new LinkedHashMap<>();
            for (Spot spot : facts) {
                List<Object> values = domain.values(spot.fact());
                if (!values.isEmpty()) {
                    element.put(spot.fact().name(), values.get(random.nextInt(values.size())));
                }
            }
            elements.add(element);
        }
        return elements;
    }
}
