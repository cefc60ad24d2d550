package org.hqccp.service;

import org.hqccp.decision.Decision;
import org.hqccp.json.Written;
import org.hqccp.json.WrittenDecision;

/**
 * A decision that was made and not recorded.
 *
 * @param decisionId random id of this answer
 * @param decidedAt when it was worked out, as the answer tells it
 * @param decision the decision
 * @param written the decision, as JSON in UTF-8
 * @param rules the rules it was made under
 */
public record Decided(
        String decisionId, String decidedAt, Decision decision, WrittenDecision written, LoadedRules rules) {

    /** The whole answer, as JSON in UTF-8; what was written goes into it. */
    public Written answer() {
        return written.answer(decisionId, decidedAt, null);
    }

    /** The decision alone, as JSON in UTF-8; what was written ends with it. */
    public byte[] decisionJson() {
        try (written) {
            return written.bytes();
        }
    }
}
