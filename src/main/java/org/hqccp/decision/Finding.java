package org.hqccp.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found about one subject.
 *
 * @param rule the rule
 * @param status the status
 * @param subject the id of what it is about
 * @param sentence what was found, in plain words
 * @param conditions each condition with its required and actual value; none where the rule does not apply
 * @param missing what keeps it undecided
 * @param unknownParameters parameters that keep it undecided, whatever the case says
 */
public record Finding(
        FindingRule rule,
        Status status,
        String subject,
        String sentence,
        List<Condition> conditions,
        List<MissingFact> missing,
        List<UnknownParameter> unknownParameters) {

    /**
     * One condition of a rule.
     *
     * @param fact the fact it reads
     * @param label what the fact is
     * @param operator how it is compared
     * @param required what is required
     * @param actual what the case says; none while not known
     * @param parameter the parameter that says what is required, if one does
     * @param holds yes, no or unknown
     */
    public record Condition(
            String fact,
            String label,
            String operator,
            @Nullable Object required,
            @Nullable Object actual,
            @Nullable String parameter,
            String holds) {

        /** The same without what the case says. */
        public Condition withoutActual() {
            return new Condition(fact, label, operator, required, null, parameter, holds);
        }
    }

    /** The id of its rule. */
    public String ruleId() {
        return rule.id();
    }

    /** The same with other conditions. */
    public Finding withConditions(List<Condition> others) {
        return new Finding(rule, status, subject, sentence, others, missing, unknownParameters);
    }
}
