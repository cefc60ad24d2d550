package org.hqccp.service;

/** An idempotency key that cannot be used for this request. */
public final class KeyTaken extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean inUse;

    KeyTaken(boolean inUse) {
        super("idempotency key taken", null, false, false);
        this.inUse = inUse;
    }

    /** Whether the same request is being answered right now; if not, the key belongs to another request. */
    public boolean inUse() {
        return inUse;
    }
}
