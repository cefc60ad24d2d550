package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** What the cases exercise: each status a rule can have, each side of its numbers and dates, each side of the days it begins and ends. */
public final class Coverage {
    private final Map<String, Seen> rules = new LinkedHashMap<>();
    private final Set<String> withCases = new LinkedHashSet<>();

    /** What no case shows of one rule, a sentence each. */
    public record Gap(String rule, String file, List<String> missing) {}

    private static final class Seen {
        private final Rule rule;
        private final Set<Status> possible;
        private final Set<Status> statuses = EnumSet.noneOf(Status.class);
        private final List<Expr.Comparison> thresholds;
        private final List<Set<Truth>> sides = new ArrayList<>();
        private final Map<Rule, Map<Expr.Comparison, Integer>> places = new IdentityHashMap<>();
        private boolean before;
        private boolean inForce;
        private boolean after;

        Seen(Rule rule, Set<Status> possible) {
            this.rule = rule;
            this.possible = possible;
            this.thresholds = thresholds(rule);
            thresholds.forEach(t -> sides.add(EnumSet.noneOf(Truth.class)));
        }

        private static List<Expr.Comparison> thresholds(Rule rule) {
            List<Expr.Comparison> found = new ArrayList<>();
            // A report measures and judges nothing: a number in it only asks whether the fact is known.
            if (rule.kind() != Rule.Kind.REPORT) {
                found.addAll(Threshold.in(rule.appliesTo()));
                found.addAll(Threshold.in(rule.test()));
                found.addAll(Threshold.in(rule.developing()));
            }
            return found;
        }

        /** Which comparison is which, also in the same rule read again under other parameter values. */
        private Map<Expr.Comparison, Integer> places(Rule same) {
            return places.computeIfAbsent(same, r -> {
                Map<Expr.Comparison, Integer> by = new IdentityHashMap<>();
                thresholds(r).forEach(t -> by.put(t, by.size()));
                return by;
            });
        }

        private void look(Rule same, @Nullable Expr condition, DecisionProgram program, Entity subject) {
            Threshold.look(condition, program, subject, null, (comparison, truth) -> {
                Integer place = places(same).get(comparison);
                if (place != null) {
                    sides.get(place).add(truth);
                }
            });
        }
    }

    Coverage(RuleSet ruleSet) {
        Possible possible = new Possible(ruleSet);
        ruleSet.rules().values().forEach(r -> rules.put(r.id(), new Seen(r, possible.statuses(r))));
    }

    /** Takes account of one decided case. */
    void add(DecisionProgram program, Collection<Rule> own, Evaluation evaluation, @Nullable String ruleOfFile) {
        List<Standing> standings = evaluation.standings();
        List<Rule> rollUps =
                own.stream().filter(r -> r.conclusion().verb().isRollUp()).toList();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            for (RuleResult result : standing.results()) {
                add(result.rule(), result.subject(), result.status(), program);
            }
            RollUps.each(
                    rollUps,
                    program,
                    standing,
                    (rule, subject, s) -> add(rule, subject, RollUps.status(rule, subject, program), program));
            Seen seen = ruleOfFile == null ? null : rules.get(ruleOfFile);
            if (seen != null) {
                dates(seen, Days.of(seen.rule.clock(), standing.found(), program));
            }
        }
        if (ruleOfFile != null) {
            withCases.add(ruleOfFile);
        }
    }

    private void add(Rule rule, Entity subject, Status status, DecisionProgram program) {
        Seen seen = rules.get(rule.id());
        if (seen == null) {
            return;
        }
        seen.statuses.add(status);
        seen.look(rule, rule.appliesTo(), program, subject);
        if (status != Status.NOT_APPLICABLE) {
            seen.look(rule, rule.test(), program, subject);
            seen.look(rule, rule.developing(), program, subject);
        }
    }

    private static void dates(Seen seen, @Nullable LocalDate day) {
        if (day != null) {
            LocalDate to = seen.rule.to();
            boolean before = day.isBefore(seen.rule.from());
            boolean after = to != null && day.isAfter(to);
            seen.before |= before;
            seen.after |= after;
            seen.inForce |= !before && !after;
        }
    }

    /** How many rules the cases were asked to exercise: those whose files were run. */
    public int asked() {
        return withCases.size();
    }

    /** What is not exercised, of the rules whose files were run, in order of id. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (Seen seen : rules.values()) {
            List<String> missing = withCases.contains(seen.rule.id()) ? missing(seen) : List.of();
            if (!missing.isEmpty()) {
                gaps.add(new Gap(seen.rule.id(), seen.rule.file(), missing));
            }
        }
        return gaps;
    }

    private static List<String> missing(Seen seen) {
        List<String> missing = new ArrayList<>();
        for (Status status : seen.possible) {
            if (!seen.statuses.contains(status)) {
                missing.add("no case comes to " + status);
            }
        }
        for (int i = 0; i < seen.thresholds.size(); i++) {
            Expr.Comparison threshold = seen.thresholds.get(i);
            Set<Truth> truths = seen.sides.get(i);
            if (!truths.contains(Truth.TRUE)) {
                missing.add("no case reaches " + Threshold.words(threshold));
            }
            if (!truths.contains(Truth.FALSE)) {
                missing.add("no case falls short of " + Threshold.words(threshold));
            }
        }
        if (!seen.inForce) {
            missing.add("no case of its file lies in the time it is in force");
        }
        if (!seen.before) {
            missing.add("no case of its file lies before it begins, " + seen.rule.from());
        }
        if (seen.rule.to() != null && !seen.after) {
            missing.add("no case of its file lies after it ends, " + seen.rule.to());
        }
        return missing;
    }
}
