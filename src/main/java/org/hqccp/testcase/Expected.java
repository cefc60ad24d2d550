package org.hqccp.testcase;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a case expects of one subject, or of all of them together. What is none or empty is not looked at; lists are exact.
 *
 * @param outcome the outcome
 * @param because the rules it rests on
 * @param missing the facts that are missing
 * @param actions codes of what is to be done
 * @param alerts codes of what adults must mend
 * @param notes codes of what is to be known
 * @param fixes mandatory rules to meet, in order
 * @param next other options, in order
 * @param says words that stand in the answer
 * @param findings statuses by rule
 * @param groups statuses by group
 * @param values facts shown in the answer
 */
record Expected(
        @Nullable String outcome,
        @Nullable List<String> because,
        @Nullable List<String> missing,
        @Nullable List<String> actions,
        @Nullable List<String> alerts,
        @Nullable List<String> notes,
        @Nullable List<String> fixes,
        @Nullable List<String> next,
        List<String> says,
        Map<String, String> findings,
        Map<String, String> groups,
        Map<String, String> values) {

    /** Adds what is expected, in a few words. */
    void words(List<String> words) {
        if (outcome != null) {
            words.add("outcome " + outcome);
        }
        Expectation.add(words, "because of", because);
        Expectation.add(words, "missing", missing);
        Expectation.add(words, "actions", actions);
        Expectation.add(words, "alerts", alerts);
        Expectation.add(words, "notes", notes);
        Expectation.add(words, "to fix", fixes);
        Expectation.add(words, "next", next);
        says.forEach(text -> words.add("says “" + text + "”"));
        findings.forEach((id, status) -> words.add(id + " " + status));
        groups.forEach((id, status) -> words.add(id + " " + status));
        values.forEach((fact, value) -> words.add(fact + " " + value));
    }
}
