package org.hqccp.engine;

/** A fault of ours, never of whoever sent the case or wrote the rules. Its message names rules and types only, never a value of a case. */
public final class Defect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Defect(String message) {
        super(message);
    }

    public Defect(String message, Throwable cause) {
        super(message, cause);
    }
}
