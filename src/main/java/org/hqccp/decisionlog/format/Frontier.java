package org.hqccp.decisionlog.format;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a growing tree: all that is needed to add a leaf and to know the root. Not safe for several threads. */
public final class Frontier {
    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    public Frontier() {}

    /** The edge of a tree that is already there, rebuilt from its stored nodes. */
    public static <X extends Exception> Frontier of(long size, Nodes<X> nodes) throws X {
        Frontier frontier = new Frontier();
        frontier.size = size;
        long from = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                frontier.edge.add(nodes.node(level, from >> level));
                from += 1L << level;
            }
        }
        return frontier;
    }

    /**
     * Adds a leaf.
     *
     * @param leafHash the leaf's hash
     * @return the hashes of the subtrees this leaf completes, the leaf itself first, each twice as wide as the one before
     */
    public List<byte[]> add(byte[] leafHash) {
        List<byte[]> completed = new ArrayList<>();
        completed.add(leafHash);
        byte[] hash = leafHash;
        for (long index = size; (index & 1) == 1; index >>= 1) {
            hash = TreeHash.node(edge.remove(edge.size() - 1), hash);
            completed.add(hash);
        }
        edge.add(hash);
        size++;
        return completed;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public byte[] root() {
        if (edge.isEmpty()) {
            return TreeHash.empty();
        }
        byte[] root = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = TreeHash.node(edge.get(i), root);
        }
        return root;
    }
}
