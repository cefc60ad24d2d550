package org.hqccp.service;

/** A decision that the log does not hold was named. */
public final class NoSuchEntry extends Exception {
    private static final long serialVersionUID = 1L;

    public NoSuchEntry() {
        super("no such entry", null, false, false);
    }
}
