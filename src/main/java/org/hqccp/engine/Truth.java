package org.hqccp.engine;

/** True, false, or not to be told from what is known. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    private static final Truth[] NOT = {FALSE, TRUE, UNKNOWN};

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return NOT[ordinal()];
    }

    public Truth and(Truth other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    public Truth or(Truth other) {
        return this == TRUE || other == TRUE ? TRUE : this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }
}
