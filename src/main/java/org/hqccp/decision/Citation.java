package org.hqccp.decision;

/**
 * A source that findings cite.
 *
 * @param tag its tag, as findings name it
 * @param mark how certain it is: SOURCED, DESIGN, BK or CONFLICT
 * @param where where it can be read
 */
public record Citation(String tag, String mark, String where) {}
