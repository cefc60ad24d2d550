package org.hqccp.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.RuleJudge;
import org.hqccp.engine.Truth;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The rules of one decision, each made ready to be tried by itself. */
final class Trying {
    private static final long SEED = 4;
    private static final int STARTS = 6;
    private static final int STEPS = 60;
    private final RuleSet ruleSet;
    private final DecisionModel decision;
    private final DecisionProgram program;
    private final Map<String, RuleJudge> judges = new LinkedHashMap<>();
    private final Map<Fact, DerivedFact> derived;
    private final Nearness nearness;

    Trying(DecisionModel decision, RuleSet ruleSet) {
        this.decision = decision;
        this.ruleSet = ruleSet;
        List<Rule> rules = ruleSet.rulesOf(decision.name());
        this.program = DecisionProgram.tried(decision, rules, ruleSet.dictionary(), ruleSet.derived());
        rules.forEach(rule -> judges.put(rule.id(), program.judge(rule)));
        this.derived = Cuts.derived(ruleSet);
        this.nearness = new Nearness(program, derived);
    }

    DecisionModel decision() {
        return decision;
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    List<Rule> rules() {
        return judges.values().stream().map(RuleJudge::rule).toList();
    }

    /** Every case that could matter to some rules. */
    Space space(Rule... rules) {
        EntityType standing =
                rules[0].stage() == Stage.FINDINGS ? null : decision.ownTypes().standing();
        return new Space(List.of(rules), ruleSet, derived, standing);
    }

    /** Whether some case is one that two rules apply to. */
    boolean meet(Rule a, Rule b) {
        if (a.appliesTo() == null || b.appliesTo() == null) {
            return true;
        }
        Expr nothing = new Expr.And(List.of());
        Space space = space(a.with(a.appliesTo(), nothing, null), b.with(b.appliesTo(), nothing, null));
        return find(
                        space,
                        place -> applies(a, place) == Truth.TRUE && applies(b, place) == Truth.TRUE,
                        List.of(
                                place -> nearness.of(Objects.requireNonNull(a.appliesTo()), true, place.about()),
                                place -> nearness.of(Objects.requireNonNull(b.appliesTo()), true, place.about())))
                != null;
    }

    Truth applies(Rule rule, Space.Place place) {
        return judge(rule).applies(place.about());
    }

    Truth test(Rule rule, Space.Place place) {
        return judge(rule).test(place.about());
    }

    private RuleJudge judge(Rule rule) {
        return Objects.requireNonNull(judges.get(rule.id()));
    }

    /** Whether a rule concerns the subject and its test holds. */
    boolean holds(Rule rule, Space.Place place) {
        return applies(rule, place) == Truth.TRUE && test(rule, place) == Truth.TRUE;
    }

    /** Whether a rule concerns the subject and its test fails. */
    boolean fails(Rule rule, Space.Place place) {
        return applies(rule, place) == Truth.TRUE && test(rule, place) == Truth.FALSE;
    }

    /**
     * A case that is accepted; where not all can be tried, the search also goes up from bad to better cases.
     *
     * @param parts how near a case is to being accepted
     */
    int @Nullable [] find(Space space, Predicate<Space.Place> accepted, List<Nearness.Measure> parts) {
        Random random = new Random(SEED);
        int[] found = space.find(accepted, random);
        if (found != null || space.size() <= Space.MOST) {
            return found;
        }
        for (int i = 0; i < STARTS; i++) {
            int[] climbed = climb(space, accepted, parts, random);
            if (climbed != null) {
                return climbed;
            }
        }
        return null;
    }

    /** Goes from case to case, one value at a time, never to one that is farther off; as near is near enough, so that it can go around. */
    private static int @Nullable [] climb(
            Space space, Predicate<Space.Place> accepted, List<Nearness.Measure> parts, Random random) {
        int[] chosen = new int[space.variables().size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = random.nextInt(space.variables().get(i).size());
        }
        double best = score(space.at(chosen), parts);
        for (int step = 0; step < STEPS * chosen.length; step++) {
            int at = random.nextInt(chosen.length);
            int before = chosen[at];
            chosen[at] = random.nextInt(space.variables().get(at).size());
            if (chosen[at] == before) {
                continue;
            }
            Space.Place place = space.at(chosen);
            if (accepted.test(place)) {
                return chosen;
            }
            double score = score(place, parts);
            if (score >= best) {
                best = score;
            } else {
                chosen[at] = before;
            }
        }
        return null;
    }

    private static double score(Space.Place place, List<Nearness.Measure> parts) {
        return parts.stream().mapToDouble(p -> p.of(place)).sum();
    }

    /** How near a case is to a rule's holding, or failing: 1 where it does. */
    Nearness.Measure nearness(Rule rule, boolean hold) {
        return place -> nearness.of(rule.test(), hold, place.about())
                + (rule.appliesTo() == null ? 1 : nearness.of(rule.appliesTo(), true, place.about()));
    }
}
