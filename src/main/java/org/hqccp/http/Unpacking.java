package org.hqccp.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, and stops when what comes out is out of proportion to what went in. */
final class Unpacking extends InputStream {
    private static final int CHUNK = 512;
    private final Counted packed;
    private final GZIPInputStream unpacked;
    private final long ratio;
    private long out;

    Unpacking(InputStream packed, long ratio) throws IOException {
        this.packed = new Counted(packed);
        this.unpacked = new GZIPInputStream(this.packed, CHUNK);
        this.ratio = ratio;
    }

    /** More came out than the limit allows. */
    static final class OutOfProportion extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = unpacked.read(into, offset, length);
        out += Math.max(0, read);
        if (out > ratio * packed.in) {
            throw new OutOfProportion();
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return packed.available();
    }

    private static final class Counted extends FilterInputStream {
        private long in;

        Counted(InputStream packed) {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            in += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            in += Math.max(0, read);
            return read;
        }
    }
}
