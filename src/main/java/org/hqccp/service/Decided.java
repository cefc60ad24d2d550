package org.hqccp.service;

import org.hqccp.decision.Decision;
import org.hqccp.json.DecisionWriter;

/**
 * A decision that was made and not recorded.
 *
 * @param decisionId random id of this answer
 * @param decidedAt when it was worked out, as the answer tells it
 * @param decision the decision
 * @param decisionJson the decision, as JSON in UTF-8
 * @param rules the rules it was made under
 */
public record Decided(String decisionId, String decidedAt, Decision decision, byte[] decisionJson, LoadedRules rules) {

    /** The whole answer, as JSON in UTF-8. */
    public byte[] json() {
        return DecisionWriter.answer(decisionId, decidedAt, decisionJson, null);
    }
}
