package org.hqccp.ruleset;

/**
 * Something that holds without a rule of its own: a guard held by construction or by a property test, or a definition others rely on.
 *
 * @param id the row of the handbook
 * @param kind guard, definition or report-only
 * @param statement what holds
 * @param heldBy what holds it
 * @param sources tags of what it rests on
 * @param from first day it holds
 */
public record Statement(String id, String kind, String statement, String heldBy, String sources, String from) {}
