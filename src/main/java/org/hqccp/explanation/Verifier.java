package org.hqccp.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.jspecify.annotations.Nullable;

/** Decides the edited case as a whole, by both evaluators, and holds it against what was found before. */
final class Verifier {
    private final DecisionProgram program;
    private final Entity original;
    private final Map<String, RuleResult> before;

    Verifier(DecisionProgram program, Evaluation evaluation) {
        this.program = program;
        this.original = evaluation.root();
        this.before = results(evaluation);
    }

    /**
     * What an edit comes to.
     *
     * @param met whether the finding is MET then
     * @param worse whether another finding is worse than before, or an alert is raised
     * @param outcome the subject's outcome then
     */
    record Verdict(boolean met, boolean worse, String outcome) {}

    Verdict verdict(List<CaseEdit> edits, RuleResult target, String subject) {
        Evaluation after = program.evaluate(EditedCase.of(original, edits).root());
        String key = key(target, subject);
        Map<String, RuleResult> results = results(after);
        RuleResult turned = results.get(key);
        boolean worse = results.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals(key) && isWorse(before.get(e.getKey()), e.getValue()));
        return new Verdict(turned != null && turned.status() == Status.MET, worse, outcome(after, subject));
    }

    private static Map<String, RuleResult> results(Evaluation evaluation) {
        Map<String, RuleResult> results = new HashMap<>();
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            standing.results()
                    .forEach(r -> results.put(key(r, standing.subject().id()), r));
        }
        return results;
    }

    private static String key(RuleResult result, String subject) {
        return result.rule().id() + " " + subject;
    }

    private static String outcome(Evaluation evaluation, String subject) {
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            String code = standing.outcome().code();
            if (standing.subject().id().equals(subject) && code != null) {
                return code;
            }
        }
        return Decision.INDETERMINATE;
    }

    /** A finding that turns NOT_MET, or DEVELOPING where it was MET, or an alert that is raised. An unknown is a question, not worse. */
    private static boolean isWorse(@Nullable RuleResult was, RuleResult is) {
        Verb verb = is.rule().conclusion().verb();
        if (verb == Verb.ALERT) {
            return is.concluded() == Truth.TRUE && (was == null || was.concluded() != Truth.TRUE);
        }
        if (verb != Verb.MET) {
            return false;
        }
        Status before = was == null ? Status.NOT_APPLICABLE : was.status();
        return is.status() == Status.NOT_MET && before != Status.NOT_MET
                || is.status() == Status.DEVELOPING && before == Status.MET;
    }
}
