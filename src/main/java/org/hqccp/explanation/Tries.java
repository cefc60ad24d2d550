package org.hqccp.explanation;

/** Counts tries, so that a search ends after a stated number of them and never because of the time. */
final class Tries {
    private int left;

    Tries(int most) {
        this.left = most;
    }

    /** Takes one, if any is left. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    boolean areUsedUp() {
        return left == 0;
    }
}
