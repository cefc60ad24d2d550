package org.hqccp.decisionlog.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 6962 from stored nodes, with about two reads for each level of the tree.
 *
 * @param <X> what goes wrong when nodes cannot be read
 */
public final class Proofs<X extends Exception> {
    private final Nodes<X> nodes;

    public Proofs(Nodes<X> nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public byte[] root(long size) throws X {
        return size == 0 ? TreeHash.empty() : hash(0, size);
    }

    /** The hashes that lead from one leaf to the root of the first {@code size} leaves. */
    public List<byte[]> inclusion(long index, long size) throws X {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** The hashes that show the tree of {@code older} leaves to be the beginning of the tree of {@code newer}. */
    public List<byte[]> consistency(long older, long newer) throws X {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + older + " is not the beginning of one of " + newer);
        }
        List<byte[]> path = new ArrayList<>();
        if (older > 0 && older < newer) {
            consistency(older, 0, newer, true, path);
        }
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) throws X {
        if (to - from == 1) {
            return;
        }
        long middle = from + leftWidth(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    private void consistency(long older, long from, long to, boolean known, List<byte[]> path) throws X {
        if (older == to) {
            if (!known) {
                path.add(hash(from, to));
            }
            return;
        }
        long middle = from + leftWidth(to - from);
        if (older <= middle) {
            consistency(older, from, middle, known, path);
            path.add(hash(middle, to));
        } else {
            consistency(older, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) throws X {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, from >> level);
        }
        long middle = from + leftWidth(width);
        return TreeHash.node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below a width. */
    private static long leftWidth(long width) {
        return Long.highestOneBit(width - 1);
    }
}
