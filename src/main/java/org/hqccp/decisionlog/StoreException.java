package org.hqccp.decisionlog;

/** The storage under the log failed. After it, nothing may be acknowledged. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean perhapsWritten;

    /**
     * A failure.
     *
     * @param message what failed
     * @param perhapsWritten whether what was being written may yet be found in the log
     */
    public StoreException(String message, boolean perhapsWritten, Throwable cause) {
        super(message, cause);
        this.perhapsWritten = perhapsWritten;
    }

    public boolean perhapsWritten() {
        return perhapsWritten;
    }
}
