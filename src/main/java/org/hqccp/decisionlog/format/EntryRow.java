package org.hqccp.decisionlog.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param index its place
 * @param id its id
 * @param leaf the bytes of its leaf
 * @param tree the hash of its leaf, then those of the subtrees it completes, each twice as wide as the one before
 * @param code keyed hash over its place and leaf: the code of its receipt
 * @param sealed the sealed record
 * @param claim the idempotency key it was asked for with
 */
public record EntryRow(
        long index,
        String id,
        byte[] leaf,
        byte[] tree,
        byte[] code,
        byte[] sealed,
        @Nullable ClaimRow claim) {

    /** The hash of its leaf. */
    public byte[] leafHash() {
        return Arrays.copyOf(tree, TreeHash.LENGTH);
    }

    /** The hashes of {@code tree} in one row, as they are stored. */
    public static byte[] joined(Iterable<byte[]> hashes) {
        byte[] joined = new byte[0];
        for (byte[] hash : hashes) {
            int end = joined.length;
            joined = Arrays.copyOf(joined, end + hash.length);
            System.arraycopy(hash, 0, joined, end, hash.length);
        }
        return joined;
    }

    /** The entry whose leaf completes a subtree: there its hash is kept. */
    public static long keeper(int level, long index) {
        return ((index + 1) << level) - 1;
    }
}
