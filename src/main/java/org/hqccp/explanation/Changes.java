package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hqccp.decision.Change;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Changer;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/** Finds the smallest change that would turn each NOT_MET of a decision. Made once for each decision of a rule set; holds nothing of a case. */
public final class Changes {
    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Changeable changeable;

    public Changes(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        this.unfolding = new Unfolding(ruleSet.derived());
        this.changeable = new Changeable(who(ruleSet.rulesOf(program.decision().name())));
    }

    /** The student in a decision whose rules read something a student can change; else the school. */
    private Changer who(List<Rule> rules) {
        boolean[] student = {false};
        for (Rule rule : rules) {
            unfolding.given(rule.test(), fact -> student[0] |= fact.changer() == Changer.STUDENT);
        }
        return student[0] ? Changer.STUDENT : Changer.SCHOOL;
    }

    /** The smallest change for each rule that is not met, or the reason why there is none; by rule and subject. */
    public List<Change> of(Evaluation evaluation) {
        List<Standing> standings = evaluation.standings();
        if (standings == null) {
            return List.of();
        }
        ChangeSearch search =
                new ChangeSearch(program, unfolding, changeable, evaluation.root(), new Verifier(program, evaluation));
        ChangeWords words = new ChangeWords(evaluation.root());
        List<Change> changes = new ArrayList<>();
        for (Standing standing : standings) {
            String subject = standing.subject().id();
            for (RuleResult result : standing.results()) {
                if (result.status() == Status.NOT_MET
                        && result.rule().conclusion().verb() == Verb.MET) {
                    changes.add(words.change(result.rule().id(), subject, search.find(result, subject)));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::ruleId).thenComparing(Change::subject));
        return changes;
    }
}
