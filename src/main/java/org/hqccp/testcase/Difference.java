package org.hqccp.testcase;

import java.util.List;

/**
 * Where a case came out otherwise than it expects, in words.
 *
 * @param what what was looked at: {@code status of EA-02}
 * @param expected what the case expects
 * @param got what was decided
 * @param why the reasons behind what was decided, a sentence each
 */
public record Difference(String what, String expected, String got, List<String> why) {}
