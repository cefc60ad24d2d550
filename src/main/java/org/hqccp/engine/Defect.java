package org.hqccp.engine;

import java.util.Arrays;
import java.util.UUID;

/**
 * A fault of ours, never of whoever sent the case or wrote the rules. Its message names rules and types only, never a value of a case,
 * and an incident id that whoever sent the case may be told.
 */
public final class Defect extends RuntimeException {
    private static final long serialVersionUID = 2L;
    private final String incident;

    public Defect(String message) {
        this(message, UUID.randomUUID().toString());
    }

    private Defect(String message, String incident) {
        super(message + " (incident " + incident + ")");
        this.incident = incident;
        setStackTrace(withoutRules(getStackTrace()));
    }

    /** Says that something broke off, and where in the code. What the cause itself says is left out: it may hold a value of a case. */
    public Defect(String what, Throwable cause) {
        this(what + ": " + cause.getClass().getName());
        setStackTrace(withoutRules(cause.getStackTrace()));
    }

    /** Which of the emitted rules ran would tell of the case. */
    private static StackTraceElement[] withoutRules(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(frame -> !frame.getClassName().startsWith(EmittedPackage.PREFIX))
                .toArray(StackTraceElement[]::new);
    }

    /** The defect behind something thrown, where there is one; else a new one. */
    static Defect behind(String what, Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Defect defect) {
                return defect;
            }
        }
        return new Defect(what, thrown);
    }

    /** The id under which the logs tell of it. */
    public String incident() {
        return incident;
    }
}
