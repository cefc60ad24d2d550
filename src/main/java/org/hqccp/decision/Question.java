package org.hqccp.decision;

import java.util.List;

/**
 * What to ask, and whom, so that more can be said.
 *
 * @param fact the fact it is about
 * @param pointer where the answer goes in the case
 * @param question the question
 * @param askedOf the role that asks it in private
 * @param because the rules that wait for it
 */
public record Question(String fact, String pointer, String question, String askedOf, List<String> because) {}
