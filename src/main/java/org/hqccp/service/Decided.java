package org.hqccp.service;

import java.time.Instant;
import org.hqccp.decision.Decision;

/**
 * A decision as it is answered.
 *
 * @param decisionId random id of this answer
 * @param decidedAt when it was worked out
 * @param recorded whether it stands in the decision log
 * @param decision the decision
 * @param json the whole answer, as JSON in UTF-8
 */
public record Decided(String decisionId, Instant decidedAt, boolean recorded, Decision decision, byte[] json) {}
