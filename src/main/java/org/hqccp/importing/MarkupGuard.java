package org.hqccp.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a stream of XML in which no element begins or ends for so long that no record can be meant. The parser holds each attribute and
 * remark whole, however long it is.
 */
final class MarkupGuard extends FilterInputStream {
    static final int LONGEST = 16 << 20;

    private long without;

    MarkupGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        without = read == '<' ? 0 : without + 1;
        return checked(read);
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        for (int i = 0; i < read; i++) {
            without = bytes[from + i] == '<' ? 0 : without + 1;
        }
        return checked(read);
    }

    private int checked(int read) throws IOException {
        if (without > LONGEST) {
            throw new IOException("no element for too long");
        }
        return read;
    }
}
