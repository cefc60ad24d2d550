package org.hqccp.bench.handwritten;

import java.util.List;
import org.hqccp.decision.Status;

/**
 * What one rule found about one program.
 *
 * @param ruleId the rule
 * @param status the status
 * @param subject the program
 * @param conditions what was required and what was observed; empty where the rule does not apply
 */
public record Finding(String ruleId, Status status, String subject, List<Condition> conditions) {}
