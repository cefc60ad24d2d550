package org.hqccp.json;

import java.util.List;

/** A case that cannot be decided because of what was sent. */
public final class CaseRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final transient List<CaseProblem> problems;

    /** What is wrong with it as a whole. */
    public enum Kind {
        /** Not JSON, or not the JSON we read (HTTP 400). */
        MALFORMED,
        /** Too large (HTTP 413). */
        TOO_LARGE,
        /** Well-formed, but not a case (HTTP 422). */
        INVALID
    }

    public CaseRefused(Kind kind, List<CaseProblem> problems) {
        super(kind + ": " + problems.size() + " problems", null, false, false);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public Kind kind() {
        return kind;
    }

    public List<CaseProblem> problems() {
        return problems;
    }
}
