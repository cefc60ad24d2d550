package org.hqccp.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON that was written into a buffer which others will use after it. Whoever holds it reads it, then closes it; from then on it gives
 * nothing any more. One that is never closed is left to the garbage collector. Belongs to one thread at a time.
 */
public final class Written implements AutoCloseable {
    /** So much is sent in one step. The system copies each through a buffer of its own, of every thread: a small one stays near the processor. */
    private static final int STEP = 65_536;

    private byte @Nullable [] buffer;
    private final int from;
    private final int length;
    private final boolean lent;

    private Written(byte[] buffer, int from, int length, boolean lent) {
        this.buffer = buffer;
        this.from = from;
        this.length = length;
        this.lent = lent;
    }

    /**
     * A part of a buffer that was taken from {@link Buffers}.
     *
     * @param from where it begins
     * @param to where it ends
     */
    static Written in(byte[] buffer, int from, int to) {
        return new Written(buffer, from, to - from, true);
    }

    /** The same of bytes that are nobody else's. */
    public static Written of(byte[] bytes) {
        return new Written(bytes, 0, bytes.length, false);
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    private byte[] open() {
        byte[] held = buffer;
        if (held == null) {
            throw new IllegalStateException("what was written is read after it was given back");
        }
        return held;
    }

    /** Writes all of it. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] held = open();
        for (int at = from; at < from + length; at += STEP) {
            out.write(held, at, Math.min(STEP, from + length - at));
        }
    }

    /** The bytes themselves, to be read until this is closed. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(open(), from, length);
    }

    /** A copy. */
    public byte[] bytes() {
        return Arrays.copyOfRange(open(), from, from + length);
    }

    @Override
    public void close() {
        byte[] held = buffer;
        buffer = null;
        if (held != null && lent) {
            Buffers.giveBack(held);
        }
    }
}
