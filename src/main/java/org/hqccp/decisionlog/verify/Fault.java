package org.hqccp.decisionlog.verify;

/**
 * Something in a log that is not as it was written.
 *
 * @param where the place: an entry, a checkpoint, a rule set
 * @param what what is wrong there, in plain words
 */
public record Fault(String where, String what) {
    static Fault entry(long index, String what) {
        return new Fault("entry " + index, what);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
