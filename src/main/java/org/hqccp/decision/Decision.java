package org.hqccp.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we answer about one case. The same case under the same rule set gives the same decision, to the byte.
 *
 * @param name the decision asked for
 * @param caseId the sender's name for the case
 * @param asOf the decision date
 * @param ruleSetVersion content hash of the rules
 * @param outcome outcome of the whole: of the one subject, or of several together; INDETERMINATE where nothing can be said
 * @param results what was decided, by subject
 * @param findings what each rule found, by rule and subject
 * @param supports supports raised, in a decision about supports
 * @param strengths strengths recorded and what they open
 * @param next options in order, best first
 * @param questions what is still missing and may be asked, each once
 * @param sources what the findings cite, by tag
 * @param changes the smallest changes that would turn a NOT_MET, where asked for
 * @param parts the decisions it is made of, for a plan
 */
public record Decision(
        String name,
        String caseId,
        LocalDate asOf,
        String ruleSetVersion,
        String outcome,
        List<Result> results,
        List<Finding> findings,
        List<RaisedSupport> supports,
        List<Message> strengths,
        List<Option> next,
        List<Question> questions,
        List<Citation> sources,
        @Nullable List<Change> changes,
        List<Decision> parts) {

    /** The outcome while what is known does not settle it. */
    public static final String INDETERMINATE = "INDETERMINATE";

    /** The same decision with other findings, and other parts. */
    public Decision with(List<Finding> otherFindings, List<Decision> otherParts) {
        return new Decision(
                name,
                caseId,
                asOf,
                ruleSetVersion,
                outcome,
                results,
                otherFindings,
                supports,
                strengths,
                next,
                questions,
                sources,
                changes,
                otherParts);
    }

    /** The same decision with the smallest changes that were asked for. */
    public Decision withChanges(List<Change> found) {
        return new Decision(
                name,
                caseId,
                asOf,
                ruleSetVersion,
                outcome,
                results,
                findings,
                supports,
                strengths,
                next,
                questions,
                sources,
                List.copyOf(found),
                parts);
    }
}
