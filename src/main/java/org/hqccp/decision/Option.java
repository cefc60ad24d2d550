package org.hqccp.decision;

import java.util.List;

/**
 * One of the next-best options.
 *
 * @param place its place, from 1
 * @param subject its id; the message code for the option that is always there
 * @param rank its rank
 * @param words the rank in plain words
 * @param outcome its outcome
 * @param notHigher for each better rank that no option has, a sentence that says why
 */
public record Option(int place, String subject, String rank, String words, String outcome, List<String> notHigher) {}
