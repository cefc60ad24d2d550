package org.hqccp.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.jspecify.annotations.Nullable;

/** Two criteria that no case can meet together, and rules that add nothing to another. */
final class PairChecks {
    private final Trying trying;
    private final Consumer<Warning> found;
    private final Map<String, Set<String>> reads = new HashMap<>();
    private final Map<String, Optional<Witness>> witnesses = new HashMap<>();

    PairChecks(Trying trying, Consumer<Warning> found) {
        this.trying = trying;
        this.found = found;
    }

    void check() {
        List<Rule> rules = trying.rules();
        rules.forEach(rule -> reads.put(rule.id(), reads(rule)));
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                Rule a = rules.get(i);
                Rule b = rules.get(j);
                if (a.subject() == b.subject() && a.stage() == b.stage() && meet(a, b) && share(a, b)) {
                    pair(a, b);
                }
            }
        }
    }

    /** Whether there is a day on which both are in force. */
    private static boolean meet(Rule a, Rule b) {
        return (b.to() == null || !a.from().isAfter(b.to()))
                && (a.to() == null || !b.from().isAfter(a.to()));
    }

    private Set<String> reads(Rule rule) {
        RuleReading reading = RuleReading.of(rule, trying.ruleSet());
        Set<String> all = new HashSet<>(reading.facts().keySet());
        reading.lists().forEach(list -> all.add(list.name()));
        return all;
    }

    private boolean share(Rule a, Rule b) {
        Set<String> other = reads.getOrDefault(b.id(), Set.of());
        return reads.getOrDefault(a.id(), Set.of()).stream().anyMatch(other::contains);
    }

    private void pair(Rule a, Rule b) {
        boolean criteria = isCriterion(a) && isCriterion(b);
        boolean sameConclusion = !a.conclusion().verb().isRollUp()
                && a.conclusion().verb() != Verb.MET
                && a.conclusion().verb() == b.conclusion().verb()
                && Objects.equals(a.conclusion().code(), b.conclusion().code());
        if (!criteria && !sameConclusion || asksNothing(a) || asksNothing(b) || !trying.meet(a, b)) {
            return;
        }
        Space space = trying.space(a, b);
        if (space.isBlind()) {
            return;
        }
        boolean together = isFound(space, a, true, b, true, false);
        if (criteria && !together) {
            contradiction(space, a, b);
        } else if (criteria) {
            // To fail the one is always to fail the other: only the other can ever be in the way.
            addsNothing(space, a, b, false);
        } else {
            addsNothing(space, a, b, true);
        }
    }

    private static boolean isCriterion(Rule rule) {
        return rule.conclusion().verb() == Verb.MET && rule.isMandatory() && rule.kind() != Kind.WEIGHT;
    }

    private static boolean asksNothing(Rule rule) {
        return rule.test() instanceof Expr.Constant
                || rule.test() instanceof Expr.And and && and.parts().isEmpty();
    }

    private void contradiction(Space space, Rule a, Rule b) {
        boolean bothCanHold = witness(a, true) != null && witness(b, true) != null;
        int[] shows = search(space, a, true, b, false);
        if (bothCanHold && shows != null) {
            warn(Warning.Kind.CONTRADICTION, a, b, "no case can meet both", space, shows);
        }
    }

    /** Whether one holds (or fails) only where the other does. */
    private void addsNothing(Space space, Rule a, Rule b, boolean hold) {
        boolean aWithoutB = isFound(space, a, hold, b, hold, true);
        boolean bWithoutA = isFound(space, b, hold, a, hold, true);
        if (aWithoutB && bWithoutA) {
            return;
        }
        int[] both = search(space, a, hold, b, hold);
        if (both == null) {
            return;
        }
        if (!aWithoutB && !bWithoutA) {
            warn(Warning.Kind.ADDS_NOTHING, a, b, "they say the same of every case", space, both);
        } else {
            Rule less = aWithoutB ? b : a;
            Rule more = aWithoutB ? a : b;
            String message = hold
                    ? "whenever " + less.id() + " applies, " + more.id() + " applies too"
                    : "whenever " + less.id() + " is not met, " + more.id() + " is not met either";
            warn(Warning.Kind.ADDS_NOTHING, less, more, message, space, both);
        }
    }

    /** Whether there is such a case: one is mostly put together from what each rule asks by itself. */
    private boolean isFound(Space space, Rule a, boolean aHolds, Rule b, boolean bHolds, boolean without) {
        Witness one = witness(a, aHolds);
        Witness other = witness(b, bHolds != without);
        if (one != null && other != null) {
            for (int i = 0; i < 2; i++) {
                Space.Place place = space.at(new int[space.variables().size()]);
                (i == 0 ? one : other).in(place);
                (i == 0 ? other : one).in(place);
                if (is(a, aHolds, place) && is(b, bHolds, place) != without) {
                    return true;
                }
            }
        }
        return search(space, a, aHolds, b, bHolds, without) != null;
    }

    private @Nullable Witness witness(Rule rule, boolean hold) {
        return witnesses
                .computeIfAbsent(rule.id() + hold, key -> {
                    Space own = trying.space(rule);
                    int[] chosen =
                            trying.find(own, place -> is(rule, hold, place), List.of(trying.nearness(rule, hold)));
                    return Optional.ofNullable(chosen == null ? null : new Witness(own, chosen));
                })
                .orElse(null);
    }

    private int @Nullable [] search(Space space, Rule a, boolean aHolds, Rule b, boolean bHolds) {
        return search(space, a, aHolds, b, bHolds, false);
    }

    private int @Nullable [] search(Space space, Rule a, boolean aHolds, Rule b, boolean bHolds, boolean without) {
        Predicate<Space.Place> one = place -> is(a, aHolds, place);
        Predicate<Space.Place> other = without ? place -> !is(b, bHolds, place) : place -> is(b, bHolds, place);
        // To have the one without the other, the other has to turn out the other way round.
        List<Nearness.Measure> parts = List.of(trying.nearness(a, aHolds), trying.nearness(b, bHolds != without));
        return trying.find(space, one.and(other), parts);
    }

    private boolean is(Rule rule, boolean holds, Space.Place place) {
        return holds ? trying.holds(rule, place) : trying.fails(rule, place);
    }

    private void warn(Warning.Kind kind, Rule a, Rule b, String message, Space space, int[] shows) {
        found.accept(Warnings.about(kind, List.of(a, b), message, space, shows, Map.of()));
    }
}
