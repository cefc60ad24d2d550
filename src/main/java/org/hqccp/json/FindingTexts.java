package org.hqccp.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hqccp.decision.Finding;

/**
 * What is the same in every finding of a rule, written once. Of one rule set: its rules are told apart by their ids.
 */
public final class FindingTexts {
    private final Map<String, Parts> byRule = new ConcurrentHashMap<>();

    /**
     * The inside of a finding, cut where a case has its say.
     *
     * @param beforeConditions from the start up to the conditions
     * @param beforeMissing after the conditions, up to what is missing
     * @param beforeSentence after what is missing, up to the sentence
     * @param beforeStatus after the sentence, up to the status
     * @param afterSubject the rest; empty where there is none
     */
    record Parts(
            byte[] beforeConditions,
            byte[] beforeMissing,
            byte[] beforeSentence,
            byte[] beforeStatus,
            byte[] afterSubject) {}

    Parts of(Finding finding) {
        Parts known = byRule.get(finding.ruleId());
        return known != null ? known : byRule.computeIfAbsent(finding.ruleId(), id -> DecisionWriter.parts(finding));
    }
}
