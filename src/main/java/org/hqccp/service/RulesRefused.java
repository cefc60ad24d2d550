package org.hqccp.service;

import java.util.List;
import org.hqccp.rulelanguage.Problem;

/** A rule folder with mistakes in it. */
public final class RulesRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public RulesRefused(List<Problem> problems) {
        super(problems.size() + " problems", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
