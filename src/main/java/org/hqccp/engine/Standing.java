package org.hqccp.engine;

import java.util.List;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Everything found about one subject.
 *
 * @param subject the thing of the case
 * @param found the same with its findings and groups, as roll-up rules see it
 * @param results of the rules that read only facts, then of those that read findings, by id within each
 * @param groups the status of each group, by id
 * @param outcome the outcome
 * @param rank the place among the next-best options; none where the decision ranks nothing
 */
public record Standing(
        Entity subject,
        Entity found,
        List<RuleResult> results,
        Map<String, Ranking> groups,
        Ranking outcome,
        @Nullable Ranking rank) {

    /** The same with other results. */
    public Standing with(List<RuleResult> others) {
        return new Standing(subject, found, others, groups, outcome, rank);
    }
}
