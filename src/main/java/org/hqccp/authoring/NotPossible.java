package org.hqccp.authoring;

import org.jspecify.annotations.Nullable;

/** A skeleton that cannot be made of what was asked. */
public final class NotPossible extends Exception {
    private static final long serialVersionUID = 1L;

    NotPossible(String message, @Nullable String advice) {
        super(message + (advice == null ? "" : "; " + advice));
    }

    /** What is in the way, in plain words. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
