package org.hqccp.testcase;

import java.util.Map;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * One case with what it expects, ready to run.
 *
 * @param name a sentence
 * @param line where it stands in its file
 * @param ruleSet the rules it is decided under: those of the folder, or the same with other parameter values
 * @param caseJson the whole case, as JSON in UTF-8
 * @param expectation what it expects
 * @param written what the file says of its facts
 */
public record TestCase(
        String name, int line, RuleSet ruleSet, byte[] caseJson, Expectation expectation, Written written) {

    /** What it expects, in a few words. */
    public String expected() {
        return expectation.words();
    }

    /**
     * What a case file says of the facts of one case.
     *
     * @param like the base it starts from
     * @param likeOfFile the base that stands at the top of the file
     * @param asOf the day of the decision, where the file gives one
     * @param parameters parameter values of its own
     * @param facts what differs from the base, by path
     */
    record Written(
            @Nullable String like,
            @Nullable String likeOfFile,
            @Nullable String asOf,
            Map<String, String> parameters,
            Map<String, Node> facts) {}
}
