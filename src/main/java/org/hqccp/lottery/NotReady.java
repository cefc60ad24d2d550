package org.hqccp.lottery;

import java.util.List;

/** A list of applicants over which no fair draw can be held yet. */
public final class NotReady extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    NotReady(List<String> problems) {
        super(problems.size() + " problems", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is in the way, a sentence each, by line. */
    public List<String> problems() {
        return problems;
    }
}
