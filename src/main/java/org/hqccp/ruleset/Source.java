package org.hqccp.ruleset;

/**
 * What a rule rests on.
 *
 * @param tag its tag, {@code S03}
 * @param mark how certain it is: SOURCED, DESIGN, BK or CONFLICT
 * @param where where it can be read
 * @param read how much of it was read
 */
public record Source(String tag, String mark, String where, String read) {}
