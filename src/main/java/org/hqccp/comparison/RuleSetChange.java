package org.hqccp.comparison;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between two rule sets.
 *
 * @param before version of the old rule set
 * @param after version of the new rule set
 * @param rules rules that differ, by id
 * @param others everything else that differs
 * @param outcomesOf decisions whose own declaration, or a rule they share, differs in a way that could change an outcome
 */
public record RuleSetChange(
        String before, String after, List<RuleChange> rules, List<Difference> others, Set<String> outcomesOf) {

    /** The decisions that could come out otherwise. */
    public Set<String> affected() {
        Set<String> affected = new TreeSet<>(outcomesOf);
        rules.stream().filter(RuleChange::decides).map(RuleChange::decision).forEach(affected::add);
        return affected;
    }

    public boolean isNothing() {
        return rules.isEmpty() && others.isEmpty();
    }
}
