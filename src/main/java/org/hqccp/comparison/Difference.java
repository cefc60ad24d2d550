package org.hqccp.comparison;

/**
 * Something beside the rules that differs.
 *
 * @param kind what kind of thing it is, in plain words: parameter, source, fact
 * @param name its name
 * @param says what differs, in a sentence
 */
public record Difference(String kind, String name, String says) {}
