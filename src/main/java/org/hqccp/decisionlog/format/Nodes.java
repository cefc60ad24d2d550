package org.hqccp.decisionlog.format;

/**
 * Where the hashes of complete subtrees are kept.
 *
 * @param <X> what goes wrong when they cannot be read
 */
@FunctionalInterface
public interface Nodes<X extends Exception> {
    /**
     * The hash of one complete subtree.
     *
     * @param level its height: 0 for a leaf
     * @param index its number from the left among those of its height
     */
    byte[] node(int level, long index) throws X;
}
