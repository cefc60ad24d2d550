package org.hqccp.comparison;

import java.util.List;

/**
 * A case that comes out otherwise.
 *
 * @param number its place among all cases
 * @param about the case and the subject, in words
 * @param rules what each rule came to, for rules that came to something else
 */
public record Example(long number, String about, List<String> rules) {}
