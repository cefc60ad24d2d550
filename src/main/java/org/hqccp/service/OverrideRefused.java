package org.hqccp.service;

import java.util.List;
import org.hqccp.json.CaseProblem;

/** An override that does not fit the decision it is about. */
public final class OverrideRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<CaseProblem> problems;

    OverrideRefused(List<CaseProblem> problems) {
        super("override refused", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<CaseProblem> problems() {
        return problems;
    }
}
