package org.hqccp.decision;

/** What one rule found about one subject. */
public enum Status {
    MET,
    /** Not met yet, which is accepted at this stage. */
    DEVELOPING,
    NOT_MET,
    /** A fact that still matters is not known. */
    UNKNOWN,
    NOT_APPLICABLE,
    /** Measured, never judged. */
    REPORTED
}
