package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest set of edits that turns one NOT_MET finding into MET. It ends after a stated number of tries, never because of
 * the time, so that it finds the same on every machine.
 */
final class ChangeSearch {
    /** The most edited cases a rule is tried on, for one finding. */
    static final int MOST_TRIES = 500;

    /** The most edited cases the whole decision is worked out for, for one finding. */
    private static final int MOST_CHECKS = 12;

    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Changeable changeable;
    private final Entity original;
    private final Verifier verifier;

    ChangeSearch(
            DecisionProgram program, Unfolding unfolding, Changeable changeable, Entity original, Verifier verifier) {
        this.program = program;
        this.unfolding = unfolding;
        this.changeable = changeable;
        this.original = original;
        this.verifier = verifier;
    }

    /**
     * What the search came to.
     *
     * @param edits what to change; empty if there is nothing
     * @param outcome the subject's outcome then; none if there is nothing
     * @param why why there is nothing; none if there is something
     * @param unknown what has to be known first, where that is why
     */
    record Found(
            List<CaseEdit> edits,
            @Nullable String outcome,
            @Nullable NoChange why,
            List<String> unknown) {

        static Found nothing(NoChange why) {
            return new Found(List.of(), null, why, List.of());
        }

        /** Why nothing can be done about a goal that no edit can touch. What is not known comes first where it alone keeps the goal open. */
        static Found held(Truth truth, Universe universe) {
            return truth == Truth.UNKNOWN && !universe.unknown().isEmpty()
                    ? new Found(List.of(), null, NoChange.UNKNOWN, List.copyOf(universe.unknown()))
                    : nothing(NoChange.first(universe.held()));
        }

        /** The one whose reason is told first. */
        static Found first(@Nullable Found one, Found other) {
            if (one == null || one.why == null || other.why == null) {
                return other;
            }
            return other.why.compareTo(one.why) < 0 ? other : one;
        }
    }

    Found find(RuleResult result, String subject) {
        if (result.rule().stage() != Stage.FINDINGS) {
            return Found.nothing(NoChange.OTHER_RULES);
        }
        Entity owner = Pointers.find(original, result.subject().pointer());
        List<Goal> parts = new ArrayList<>();
        for (Expr each : conditions(result)) {
            parts.addAll(new Goal(each, true, new Spot(owner)).parts(unfolding));
        }
        Found blocked = blocked(parts);
        if (blocked != null) {
            return blocked;
        }
        Tries tries = new Tries(MOST_TRIES);
        List<Component> components = components(parts, tries);
        Combinations combinations = new Combinations(original, components);
        NoChange why = NoChange.NONE;
        List<CaseEdit> edits = combinations.next();
        for (int check = 0; edits != null; check++) {
            if (check == MOST_CHECKS) {
                return Found.nothing(why);
            }
            Verifier.Verdict verdict = verifier.verdict(edits, result, subject);
            if (verdict.met() && !verdict.worse()) {
                return new Found(edits, verdict.outcome(), null, List.of());
            }
            why = verdict.met() ? NoChange.WORSE : why;
            edits = combinations.next();
        }
        if (tries.areUsedUp() || why != NoChange.NONE) {
            return Found.nothing(tries.areUsedUp() ? NoChange.BOUND : why);
        }
        return components.stream()
                .map(Component::deadEnd)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Found.nothing(why));
    }

    private static List<Expr> conditions(RuleResult result) {
        Expr appliesTo = result.rule().appliesTo();
        return appliesTo == null
                ? List.of(result.rule().test())
                : List.of(appliesTo, result.rule().test());
    }

    /** Why nothing can be done, where a goal reads nothing that may be changed. */
    private @Nullable Found blocked(List<Goal> parts) {
        Found found = null;
        for (Goal part : parts) {
            for (Goal goal : part.smallest(unfolding)) {
                Universe universe = goal.reached(program) ? null : universe(goal);
                if (universe != null && universe.reads().isEmpty()) {
                    found = Found.first(found, Found.held(goal.at().truth(goal.expr(), program), universe));
                }
            }
        }
        return found;
    }

    private Universe universe(Goal goal) {
        Universe universe = new Universe(changeable, Set.of(), Set.of());
        new Candidates(program, unfolding, universe).of(goal);
        return universe;
    }

    /** Goals that share a place stand together; a component in which all are reached already needs no edit. */
    private List<Component> components(List<Goal> parts, Tries tries) {
        List<Set<String>> places = new ArrayList<>();
        List<List<Goal>> groups = new ArrayList<>();
        for (Goal part : parts) {
            Set<String> own = new HashSet<>(universe(part).places());
            List<Goal> group = new ArrayList<>();
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (places.get(i).stream().anyMatch(own::contains)) {
                    own.addAll(places.remove(i));
                    group.addAll(0, groups.remove(i));
                }
            }
            group.add(part);
            places.add(own);
            groups.add(group);
        }
        List<Component> components = new ArrayList<>();
        for (List<Goal> group : groups) {
            if (!group.stream().allMatch(g -> g.reached(program))) {
                components.add(new Component(
                        program,
                        unfolding,
                        changeable,
                        original,
                        group.stream().map(Component.Part::of).toList(),
                        tries));
            }
        }
        return components;
    }
}
