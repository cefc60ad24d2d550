package org.hqccp.testcase;

/**
 * One case with what it expects, ready to run.
 *
 * @param name a sentence
 * @param line where it stands in its file
 * @param caseJson the whole case, as JSON in UTF-8
 * @param expectation what it expects
 */
public record TestCase(String name, int line, byte[] caseJson, Expectation expectation) {}
