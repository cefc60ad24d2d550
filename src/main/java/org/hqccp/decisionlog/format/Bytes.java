package org.hqccp.decisionlog.format;

import java.util.Arrays;

/** Bytes that are written one after the other, on one thread: a {@code ByteArrayOutputStream} without its lock for every byte. */
final class Bytes {
    private byte[] bytes = new byte[512];
    private int length;

    /** Writes an ASCII character. */
    void write(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void writeBytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
