package org.hqccp.decisionlog;

/** A data folder that the log will not open, with what to do about it. Nothing in the folder was changed. */
public final class FolderRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;

    public FolderRefused(String message, String advice) {
        super(message, null, false, false);
        this.advice = advice;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do. */
    public String advice() {
        return advice;
    }
}
