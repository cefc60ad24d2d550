package org.hqccp.service;

import java.util.List;

/** A decision was asked for that the rule set does not hold. */
public final class NoSuchDecision extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> known;

    public NoSuchDecision(List<String> known) {
        super("no such decision", null, false, false);
        this.known = List.copyOf(known);
    }

    /** The decisions there are. */
    public List<String> known() {
        return known;
    }
}
