package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/**
 * The cases on which two versions of a rule are tried: every combination of the values that matter where there are few enough, else a
 * seeded draw from them. Where that leaves values out, the places at which the answers turn are looked for too.
 */
final class Trials {
    private static final long MOST = 60_000;
    private static final int DRAWN = 6_000;
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
            entangle(expr);
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
    private void entangle(Expr expr) {
        boolean plain = expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Not
                || expr instanceof Expr.In
                || expr instanceof Expr.Exists
                || expr instanceof Expr.Comparison c && (isFixed(c.left()) || isFixed(c.right()))
                || expr instanceof Expr.Contains k && isFixed(k.element());
        if (!plain) {
            Paths.parts(expr).forEach(this::entangled);
        }
    }

    private void entangled(Expr part) {
        Paths.walk(part, each -> {
            if (each instanceof Expr.FactValue v) {
                entangled.add(v.fact().path());
            }
        });
    }

    private static boolean isFixed(Expr expr) {
        return expr instanceof Expr.Constant || expr instanceof Expr.ParameterValue;
    }

    private List<Object> values(Fact fact) {
        return domain.values(fact, entangled.contains(fact.path()));
    }

    /**
     * Shows every case.
     *
     * @param look tries a case, and tells what both versions come to
     * @return whether the cases leave out none that could be told apart
     */
    boolean each(Function<Trial, String> look) {
        lists.keySet().removeIf(around::contains);
        List<Single> singles = new ArrayList<>();
        Map<String, Map<Fact, List<Object>>> listed = new LinkedHashMap<>();
        boolean whole = true;
        long combinations = 1;
        for (Spot spot : spots.values()) {
            String thing = spot.thing().name();
            List<Object> values = values(spot.fact());
            if (spot.thing().isList() && !around.contains(thing)) {
                lists.putIfAbsent(thing, spot.thing());
                listed.computeIfAbsent(thing, n -> new LinkedHashMap<>()).put(spot.fact(), values);
            } else if (!values.isEmpty()) {
                singles.add(new Single(thing, spot.fact(), values));
                whole &= domain.isWhole(
                        spot.fact(), !entangled.contains(spot.fact().path()));
                combinations = Math.min(MOST + 1, combinations * values.size());
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        Turns turns = new Turns(look, random);
        ListTrials inLists = new ListTrials(lists, listed, domain.lengths(), random);
        if (lists.isEmpty() && combinations <= MOST) {
            combinations(singles, turns);
            if (whole && !looksAround) {
                return true;
            }
        } else {
            for (int i = 0; i < DRAWN; i++) {
                Trial trial = start();
                singles.forEach(s -> s.put(trial, random.nextInt(s.values().size())));
                inLists.fill(trial);
                turns.see(trial);
            }
        }
        List<Dial> dials = singles.stream().map(Single::dial).toList();
        turns.search(trial -> inLists.dials(trial, dials));
        return false;
    }

    private Trial start() {
        Trial trial = new Trial(subject);
        trial.set("case", "asOf", domain.anyDay());
        return trial;
    }

    /** A fact of which a case holds one. */
    private record Single(String thing, Fact fact, List<Object> values) {
        void put(Trial trial, int which) {
            trial.set(thing, fact.name(), values.get(which));
        }

        Dial dial() {
            return Dial.of(fact.type(), values, (trial, value) -> trial.set(thing, fact.name(), value));
        }
    }

    private void combinations(List<Single> singles, Turns turns) {
        int[] at = new int[singles.size()];
        while (true) {
            Trial trial = start();
            for (int s = 0; s < at.length; s++) {
                singles.get(s).put(trial, at[s]);
            }
            turns.see(trial);
            int next = 0;
            while (next < at.length && ++at[next] >= singles.get(next).values().size()) {
                at[next++] = 0;
            }
            if (next == at.length) {
                return;
            }
        }
    }
}
