package org.hqccp.decisionlog.format;

/** Bytes that are not what the format of the decision log says. The message says in plain words what is wrong, and never repeats what was read. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public FormatException(String message) {
        super(message, null, false, false);
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
