package org.hqccp.decision;

/**
 * A parameter whose value on the day that counts nobody has told: the rules wait for it, not the case.
 *
 * @param parameter its name
 * @param label what it is
 * @param reason why it is not known
 */
public record UnknownParameter(String parameter, String label, String reason) {}
