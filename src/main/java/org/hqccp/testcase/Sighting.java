package org.hqccp.testcase;

import java.util.List;
import org.hqccp.decision.Status;

/**
 * What one rule came to for one subject in one case.
 *
 * @param rule the rule
 * @param subject the subject, or the group for a rule about groups
 * @param status the status
 * @param missing the facts that are missing
 * @param why the reasons, a sentence each
 */
record Sighting(String rule, String subject, Status status, List<String> missing, List<String> why) {}
