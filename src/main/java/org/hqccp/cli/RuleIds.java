package org.hqccp.cli;

import org.hqccp.facts.Suggestion;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Ids of rules, as people type them. */
final class RuleIds {
    private RuleIds() {}

    /** Refuses an id that no rule has. */
    static void known(@Nullable String id, RuleSet ruleSet) throws Refusal {
        if (id != null && !ruleSet.rules().containsKey(id)) {
            String advice = Suggestion.didYouMean(id, ruleSet.rules().keySet());
            throw new Refusal("there is no rule " + id + (advice == null ? "." : "; " + advice));
        }
    }
}
