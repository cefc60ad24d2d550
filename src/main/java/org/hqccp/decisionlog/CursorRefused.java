package org.hqccp.decisionlog;

/** A cursor with which a search cannot go on. */
public final class CursorRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean ofAnotherQuery;

    CursorRefused(boolean ofAnotherQuery) {
        super("cursor refused", null, false, false);
        this.ofAnotherQuery = ofAnotherQuery;
    }

    /** What is wrong with it, in plain words. */
    public String words() {
        return ofAnotherQuery
                ? "the cursor belongs to another query"
                : "the cursor is none that this decision log gave, or it is not whole";
    }

    /** What to do. */
    public String advice() {
        return "repeat the query the cursor came from, to the letter, or leave the cursor out to begin anew";
    }
}
