package org.hqccp.decisionlog;

import java.nio.file.Path;

/** A data folder that the log will not open, with what to do about it. Nothing in the folder was changed. */
public final class FolderRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;
    private final boolean inUse;

    public FolderRefused(String message, String advice) {
        this(message, advice, false);
    }

    private FolderRefused(String message, String advice, boolean inUse) {
        super(message, null, false, false);
        this.advice = advice;
        this.inUse = inUse;
    }

    /** Another process writes to the folder. */
    static FolderRefused inUse(Path folder) {
        return new FolderRefused(
                "Another service is using the data folder " + folder + ".",
                "Ask that service instead (docs/http-api.md), stop it first, or name another data folder.",
                true);
    }

    /** Whether it was refused only because another process writes to it. */
    public boolean isInUse() {
        return inUse;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do. */
    public String advice() {
        return advice;
    }
}
