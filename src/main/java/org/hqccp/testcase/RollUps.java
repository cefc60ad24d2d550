package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.Missing;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;

/** What each roll-up rule came to: the answer shows only which of them won. */
final class RollUps {
    private RollUps() {}

    /** Shows each roll-up rule in force with what it is about. */
    interface Seen {
        void rollUp(Rule rule, Entity subject, Standing standing);
    }

    static void each(List<Rule> rules, DecisionProgram program, Standing standing, Seen seen) {
        for (Rule rule : rules) {
            if (rule.conclusion().verb().isRollUp()) {
                for (Entity subject : subjects(rule, program, standing)) {
                    LocalDate day = Days.of(rule.clock(), subject, program);
                    if (day != null && rule.inForce(day)) {
                        seen.rollUp(rule, subject, standing);
                    }
                }
            }
        }
    }

    private static List<Entity> subjects(Rule rule, DecisionProgram program, Standing standing) {
        if (rule.stage() != Stage.GROUPS && rule.conclusion().verb() != Verb.STATUS) {
            return List.of(standing.found());
        }
        List<Entity> groups =
                standing.found().elements(program.decision().ownTypes().group());
        return groups == null ? List.of() : groups;
    }

    static Status status(Rule rule, Entity subject, DecisionProgram program) {
        return switch (program.holds(rule.test(), subject, null)) {
            case TRUE -> Status.MET;
            case FALSE -> Status.NOT_MET;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    static List<Sighting> sightings(List<Rule> rules, DecisionProgram program, Evaluation evaluation) {
        List<Sighting> sightings = new ArrayList<>();
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            Map<String, RuleResult> byRule = new HashMap<>();
            standing.results().forEach(r -> byRule.put(r.rule().id(), r));
            each(rules, program, standing, (rule, subject, s) -> {
                Status status = status(rule, subject, program);
                List<String> missing = status != Status.UNKNOWN
                        ? List.of()
                        : program.missing().of(undecided(rule, s), subject, byRule).stream()
                                .map(Missing.MissingFact::path)
                                .toList();
                sightings.add(new Sighting(rule.id(), subject.id(), status, missing, List.of(rule.statement() + ".")));
            });
        }
        return sightings;
    }

    /** What is undecided about a roll-up rule: for one that reads the outcome, the outcome. */
    private static Ranking undecided(Rule rule, Standing standing) {
        boolean ofOutcome =
                rule.stage() == Stage.AFTERWARDS && standing.outcome().code() == null;
        return ofOutcome ? standing.outcome() : new Ranking(null, null, List.of(rule));
    }
}
