package org.hqccp.testcase;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * One small change of the rules, such as a slip of the hand would make.
 *
 * @param what what is changed: the id of a rule, or {@code fact program.seatsShort}, or {@code parameter icp.sectors}
 * @param file where it stands, below the rule folder
 * @param line the line there; 0 where it is not known
 * @param words what would be different
 * @param same why no case could tell the difference; none where one might
 * @param rules the rules that read what is changed, by id
 * @param decisions the decisions it may reach
 * @param in makes the change in a rule set, also in the same rules with other parameter values
 */
public record Mutant(
        String what,
        String file,
        int line,
        String words,
        @Nullable String same,
        Set<String> rules,
        Set<String> decisions,
        UnaryOperator<RuleSet> in) {

    /** Whether one rule is changed, and not what several read. */
    boolean isOfRule() {
        return !what.contains(" ");
    }
}
