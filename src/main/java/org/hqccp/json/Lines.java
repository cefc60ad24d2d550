package org.hqccp.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time. A line that is too long is passed over without being kept. */
public final class Lines {
    private static final int CHUNK = 16_384;
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(CHUNK);
    private int at;
    private int filled;
    private long number;
    private long bytes;
    private boolean tooLong;

    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty where it is blank or {@link #tooLong}; none after the last. */
    public byte @Nullable [] next() throws IOException {
        line.reset();
        tooLong = false;
        boolean begun = false;
        while (at < filled || fill()) {
            begun = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end - at);
            if (end < filled) {
                at = end + 1;
                return whole();
            }
            at = end;
        }
        return begun ? whole() : null;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        filled = Math.max(0, read);
        bytes += filled;
        return read > 0;
    }

    private void keep(int count) {
        // One byte more than the longest, which may be the return before the end of the line.
        if (tooLong || line.size() + count > longest + 1) {
            tooLong = true;
            line.reset();
        } else {
            line.write(buffer, at, count);
        }
    }

    private byte[] whole() {
        number++;
        byte[] kept = line.toByteArray();
        int length = kept.length > 0 && kept[kept.length - 1] == '\r' ? kept.length - 1 : kept.length;
        tooLong |= length > longest;
        return tooLong ? new byte[0] : length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    public boolean tooLong() {
        return tooLong;
    }

    /** The number of the line last given, counted from 1. */
    public long number() {
        return number;
    }

    /** Bytes taken from the stream so far. */
    public long bytes() {
        return bytes;
    }

    /** Whether the next line would have to be waited for. */
    public boolean mustWait() throws IOException {
        return at >= filled && in.available() == 0;
    }
}
