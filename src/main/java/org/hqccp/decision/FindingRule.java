package org.hqccp.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finding says of its rule, whatever the case: the same object in all findings of a rule.
 *
 * @param id the rule
 * @param kind criterion, gate, weight, report or conclusion
 * @param concludes for a conclusion, what it concludes: {@code action COLLEGE_FORM}
 * @param mandatory whether a NOT_MET counts against its group
 * @param group the group of the rule
 * @param statement what is true when it is met
 * @param advice what to do
 * @param sources tags of what the rule rests on
 * @param marks how certain that is
 * @param from first day the rule is in force, on its clock
 * @param to last day, if there is one
 * @param clock the date that picks the rule
 * @param hash content hash of the rule
 */
public record FindingRule(
        String id,
        String kind,
        @Nullable String concludes,
        boolean mandatory,
        String group,
        String statement,
        @Nullable String advice,
        List<String> sources,
        List<String> marks,
        LocalDate from,
        @Nullable LocalDate to,
        String clock,
        String hash) {}
