package org.hqccp.decisionlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** The idempotency keys: those in use right now, and those in the log. Safe for all threads. */
public final class Claims {
    private final LogReader store;
    private final LogKeys keys;
    private final ConcurrentHashMap<ByteBuffer, byte[]> inUse = new ConcurrentHashMap<>();

    /** How a request with a key stands. */
    public enum Standing {
        /** Nobody used the key before: decide, and record with the claim. */
        FIRST,
        /** The same request was answered: give that answer again. */
        ANSWERED,
        /** The key was used for another request. */
        OTHER_REQUEST,
        /** The same request is being answered right now. */
        IN_USE
    }

    /**
     * The answer to a claim.
     *
     * @param standing how the request stands
     * @param claim the claim, where it is the first
     * @param index the place of the entry that was recorded, or -1
     */
    public record Answer(Standing standing, @Nullable Claim claim, long index) {}

    Claims(LogReader store, LogKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * Claims a key.
     *
     * @param caller whose key it is: the same key of another caller is another key
     * @param key the key
     * @param asked what was asked beside the body: the decision's name and options
     * @param body the body of the request, to the byte
     */
    public Answer claim(String caller, String key, String asked, byte[] body) throws StoreException {
        byte[] tag = keys.code(IdempotencyKey.taggedText(caller, key));
        byte[] request = keys.code(IdempotencyKey.requestText(asked, body));
        byte[] other = inUse.putIfAbsent(ByteBuffer.wrap(tag), request);
        if (other != null) {
            return answer(Arrays.equals(other, request) ? Standing.IN_USE : Standing.OTHER_REQUEST, -1);
        }
        // Looked up only after the key is taken, so that no entry can slip in between.
        boolean first = false;
        try {
            LogReader.Claimed before = store.claimed(tag);
            if (before == null) {
                first = true;
                Claim claim = new Claim(new IdempotencyKey(key, request), new ClaimRow(tag, request));
                return new Answer(Standing.FIRST, claim, -1);
            }
            boolean same = Arrays.equals(before.claim().request(), request);
            return answer(same ? Standing.ANSWERED : Standing.OTHER_REQUEST, before.index());
        } finally {
            if (!first) {
                inUse.remove(ByteBuffer.wrap(tag));
            }
        }
    }

    /** Gives a key up: its request was refused, or its entry is written. */
    public void release(@Nullable Claim claim) {
        if (claim != null) {
            inUse.remove(ByteBuffer.wrap(claim.row().tag()));
        }
    }

    private static Answer answer(Standing standing, long index) {
        return new Answer(standing, null, index);
    }
}
