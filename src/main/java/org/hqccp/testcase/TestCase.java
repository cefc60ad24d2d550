package org.hqccp.testcase;

import org.hqccp.ruleset.RuleSet;

/**
 * One case with what it expects, ready to run.
 *
 * @param name a sentence
 * @param line where it stands in its file
 * @param ruleSet the rules it is decided under: those of the folder, or the same with other parameter values
 * @param caseJson the whole case, as JSON in UTF-8
 * @param expectation what it expects
 */
public record TestCase(String name, int line, RuleSet ruleSet, byte[] caseJson, Expectation expectation) {

    /** What it expects, in a few words. */
    public String expected() {
        return expectation.words();
    }
}
