package org.hqccp.comparison;

import java.util.List;

/**
 * One measure of handbook G.3, taken over a cohort.
 *
 * @param id M-01 and so on
 * @param name what is measured
 * @param threshold from when on it speaks up, in words
 * @param mark what the threshold rests on
 * @param rows what was found
 */
public record Measure(String id, String name, String threshold, String mark, List<Row> rows) {
    /**
     * One line.
     *
     * @param what what it is about
     * @param says what was found, in words
     * @param raised whether it needs someone's attention
     */
    public record Row(String what, String says, boolean raised) {}
}
