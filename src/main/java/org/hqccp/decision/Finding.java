package org.hqccp.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found about one subject.
 *
 * @param ruleId the rule
 * @param kind criterion, gate, weight, report or conclusion
 * @param concludes for a conclusion, what it concludes: {@code action COLLEGE_FORM}
 * @param status the status
 * @param mandatory whether a NOT_MET counts against its group
 * @param subject the id of what it is about
 * @param group the group of the rule
 * @param statement what is true when it is met
 * @param sentence what was found, in plain words
 * @param conditions each condition with its required and actual value
 * @param missing what keeps it undecided
 * @param advice what to do
 * @param sources tags of what the rule rests on
 * @param marks how certain that is
 * @param from first day the rule is in force, on its clock
 * @param to last day, if there is one
 * @param clock the date that picks the rule
 * @param ruleHash content hash of the rule
 */
public record Finding(
        String ruleId,
        String kind,
        @Nullable String concludes,
        Status status,
        boolean mandatory,
        String subject,
        String group,
        String statement,
        String sentence,
        List<Condition> conditions,
        List<MissingFact> missing,
        @Nullable String advice,
        List<String> sources,
        List<String> marks,
        LocalDate from,
        @Nullable LocalDate to,
        String clock,
        String ruleHash) {

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

    /** The same with other conditions. */
    public Finding withConditions(List<Condition> others) {
        return new Finding(
                ruleId, kind, concludes, status, mandatory, subject, group, statement, sentence, others, missing,
                advice, sources, marks, from, to, clock, ruleHash);
    }
}
