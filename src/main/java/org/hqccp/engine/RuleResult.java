package org.hqccp.engine;

import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Rule;

/**
 * What one rule came to for one subject.
 *
 * @param rule the rule
 * @param subject what it is about: the thing itself, or what was found about it
 * @param status the status
 * @param applies whether it concerns the subject
 * @param clockKnown whether the date that picks the rule is known
 * @param concluded whether its conclusion stands
 * @param maybeNotMet whether it is undecided and could still turn out NOT_MET
 */
public record RuleResult(
        Rule rule,
        Entity subject,
        Status status,
        Truth applies,
        boolean clockKnown,
        Truth concluded,
        boolean maybeNotMet) {}
