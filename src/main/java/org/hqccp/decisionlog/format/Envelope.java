package org.hqccp.decisionlog.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is sealed: a record, and the salts without which its commitments say nothing.
 *
 * @param recordSalt 32 random bytes
 * @param outcomeSalt 32 random bytes, other ones, so that an outcome can be shown without the record
 * @param record the bytes of the record
 */
public record Envelope(byte[] recordSalt, byte[] outcomeSalt, byte[] record) {
    /** Bytes in a salt. */
    public static final int SALT = 32;

    private static final byte VERSION = 1;
    private static final String BOUND_TO = "hqccp.decision-log/1 ";

    /** The bytes that are sealed. */
    public byte[] bytes() {
        return ByteBuffer.allocate(1 + 2 * SALT + record.length)
                .put(VERSION)
                .put(recordSalt)
                .put(outcomeSalt)
                .put(record)
                .array();
    }

    /** Reads what was unsealed. */
    public static Envelope read(byte[] bytes) throws FormatException {
        if (bytes.length < 1 + 2 * SALT || bytes[0] != VERSION) {
            throw new FormatException("an unsealed record is not of the format");
        }
        return new Envelope(
                Arrays.copyOfRange(bytes, 1, 1 + SALT),
                Arrays.copyOfRange(bytes, 1 + SALT, 1 + 2 * SALT),
                Arrays.copyOfRange(bytes, 1 + 2 * SALT, bytes.length));
    }

    /** The commitment to the record. */
    public byte[] recordCommit() {
        return TreeHash.plain(recordSalt, record);
    }

    /** The commitment to an outcome. */
    public byte[] outcomeCommit(String outcome) {
        return TreeHash.plain(outcomeSalt, outcome.getBytes(StandardCharsets.UTF_8));
    }

    /** What a sealed record is bound to: it opens as that of no other entry. */
    public static byte[] boundTo(String id) {
        return (BOUND_TO + id).getBytes(StandardCharsets.UTF_8);
    }
}
