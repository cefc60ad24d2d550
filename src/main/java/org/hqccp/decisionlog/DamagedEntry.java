package org.hqccp.decisionlog;

/** An entry of the log that is no longer what was written. */
public final class DamagedEntry extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedEntry(long index, String message) {
        super("entry " + index + ": " + message, null, false, false);
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
