package org.hqccp.decisionlog.format;

import java.util.Arrays;
import java.util.List;

/** Checks proofs as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say, with nothing but the hashes at hand. */
public final class ProofCheck {
    private ProofCheck() {}

    /** Whether a leaf stands at its place in the tree that has this root. */
    public static boolean included(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !hashes(path)) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = TreeHash.node(beside, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the older tree is the beginning of the newer one. */
    public static boolean consistent(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        if (older < 0 || older > newer || !hashes(path)) {
            return false;
        }
        if (older == 0) {
            return path.isEmpty() && Arrays.equals(olderRoot, TreeHash.empty());
        }
        if (older == newer) {
            return path.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        boolean perfect = Long.bitCount(older) == 1;
        if (path.isEmpty() && !perfect) {
            return false;
        }
        long place = older - 1;
        long last = newer - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] old = perfect ? olderRoot : path.get(0);
        byte[] young = old;
        for (byte[] beside : path.subList(perfect ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = TreeHash.node(beside, old);
                young = TreeHash.node(beside, young);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                young = TreeHash.node(young, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, olderRoot) && Arrays.equals(young, newerRoot);
    }

    private static boolean hashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }
}
