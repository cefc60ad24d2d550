package org.hqccp.decisionlog.format;

import java.util.Arrays;
import java.util.Base64;

/**
 * What a log was at one size, as C2SP tlog-checkpoint writes it.
 *
 * @param origin the log's name
 * @param size how many entries it had
 * @param root the root of its tree
 */
public record Checkpoint(String origin, long size, byte[] root) {
    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** The signed note. */
    public String sign(SigningKey key) {
        return SignedNote.sign(text(), key).note();
    }

    /**
     * Reads a signed checkpoint.
     *
     * @throws FormatException where the note is not of the form, or this key did not sign it
     */
    public static Checkpoint open(String note, VerifierKey key) throws FormatException {
        SignedNote signed = SignedNote.read(note);
        if (!signed.signedBy(key)) {
            throw new FormatException("the signature of a checkpoint does not hold");
        }
        String[] lines = signed.text().split("\n", -1);
        if (lines.length != 4 || !lines[0].equals(key.name())) {
            throw new FormatException("a checkpoint is not of this log");
        }
        try {
            Checkpoint checkpoint = new Checkpoint(
                    lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
            if (checkpoint.size >= 0 && checkpoint.text().equals(signed.text())) {
                return checkpoint;
            }
        } catch (IllegalArgumentException e) {
            throw new FormatException("a checkpoint does not hold a size and a root");
        }
        throw new FormatException("a checkpoint does not hold a size and a root");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size) ^ Arrays.hashCode(root);
    }
}
