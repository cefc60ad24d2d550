package org.hqccp.decisionlog;

/** An entry that was not acknowledged. */
public final class LogRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String id;

    /** Why there is no acknowledgement. */
    public enum Reason {
        /** Too many entries wait to be written: not written, try again soon. */
        BUSY("The decision log is busy. Nothing was recorded; try again in a moment."),
        /** The disk is nearly full: not written. */
        DISK_NEARLY_FULL("The disk of the decision log is nearly full. Nothing is decided until there is room again."),
        /** The clock was set back: not written. */
        CLOCK_SET_BACK("The clock of this machine was set back. Nothing is decided until it is right again."),
        /** The log stopped after a storage failure, or was closed: not written. */
        STOPPED("The decision log has stopped. Nothing was recorded."),
        /** The storage failed while this very entry was being written: it may or may not be in the log. */
        COMMIT_UNKNOWN("The storage failed while this was being written. It may or may not have been recorded:"
                + " repeat the request with the same Idempotency-Key, or ask for this decision id later.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public LogRefused(Reason reason, String id) {
        super(reason.words(), null, false, false);
        this.reason = reason;
        this.id = id;
    }

    public Reason reason() {
        return reason;
    }

    /** The id the entry has, if it is in the log after all. */
    public String id() {
        return id;
    }
}
