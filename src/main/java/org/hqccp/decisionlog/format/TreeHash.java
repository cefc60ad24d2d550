package org.hqccp.decisionlog.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962: a leaf and a node can never be taken for one another. */
public final class TreeHash {
    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(bytes);
    }

    /** The hash of the node over two others. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of a tree without leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** Plain SHA-256 over parts, one after the other. */
    public static byte[] plain(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
