package org.hqccp.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hqccp.decision.FindingRule;

/**
 * What is the same in every finding of a rule, written once. Of one rule set: its rules are told apart by their ids.
 */
public final class FindingTexts {
    private final Map<String, FindingForm> byRule = new ConcurrentHashMap<>();

    FindingForm of(FindingRule rule) {
        FindingForm known = byRule.get(rule.id());
        return known != null ? known : byRule.computeIfAbsent(rule.id(), id -> new FindingForm(rule));
    }
}
