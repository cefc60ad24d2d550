package org.hqccp.decision;

/**
 * A fact, or list, that is not known and still matters.
 *
 * @param fact where, for people
 * @param pointer where in the case, as a JSON Pointer
 * @param label what it is
 * @param reason why it is not known
 */
public record MissingFact(String fact, String pointer, String label, String reason) {}
