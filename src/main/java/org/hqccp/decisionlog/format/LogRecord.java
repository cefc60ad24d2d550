package org.hqccp.decisionlog.format;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The part of an entry that is sealed: all that is needed to decide the case again and to give the first answer again.
 * Three parts, each with its length before it: a head, the case, and the decision, each of the two packed.
 *
 * @param head small facts about the entry, a JSON object; can be read without unpacking the rest
 * @param caseJson the case, canonical; empty where none was decided
 * @param decisionJson the decision as answered, to the byte; empty where none was made
 */
public record LogRecord(Map<String, ?> head, byte[] caseJson, byte[] decisionJson) {
    /** The member of the head that holds the outcome of a decision. */
    public static final String OUTCOME = "outcome";

    /** A record without a case. */
    public static LogRecord of(Map<String, ?> head) {
        return new LogRecord(head, new byte[0], new byte[0]);
    }

    /** The bytes of the record. */
    public byte[] bytes() throws FormatException {
        return bytes(head, caseJson, ByteBuffer.wrap(decisionJson));
    }

    /**
     * The bytes of a record whose decision stands elsewhere: it is large, and not copied.
     *
     * @param decisionJson a part of an array
     */
    public static byte[] bytes(Map<String, ?> head, byte[] caseJson, ByteBuffer decisionJson) throws FormatException {
        byte[] headJson = CanonicalJson.write(head);
        byte[] casePart = Packing.folded(ByteBuffer.wrap(caseJson));
        byte[] decisionPart = Packing.folded(decisionJson);
        ByteBuffer bytes =
                ByteBuffer.allocate(3 * Integer.BYTES + headJson.length + casePart.length + decisionPart.length);
        for (byte[] part : new byte[][] {headJson, casePart, decisionPart}) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    /** Reads a whole record. */
    public static LogRecord read(byte[] bytes) throws FormatException {
        byte[][] parts = parts(bytes);
        return new LogRecord(JsonReader.readObject(parts[0]), Packing.unpacked(parts[1]), Packing.unpacked(parts[2]));
    }

    /** Reads the head alone, without unpacking the rest. */
    public static Map<String, ?> headOf(byte[] bytes) throws FormatException {
        return JsonReader.readObject(parts(bytes)[0]);
    }

    private static byte[][] parts(byte[] bytes) throws FormatException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[][] parts = new byte[3][];
        for (int i = 0; i < parts.length; i++) {
            int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                throw new FormatException("a record is shorter than it says");
            }
            parts[i] = new byte[length];
            buffer.get(parts[i]);
        }
        if (buffer.hasRemaining()) {
            throw new FormatException("a record is longer than it says");
        }
        return parts;
    }
}
