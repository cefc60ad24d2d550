package org.hqccp.decisionlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Leaf;

/** The bytes of a leaf but for its place and time, which only the writer knows: so the one writing thread has little left to do. */
final class LeafTemplate {
    // A quote inside a text is escaped, so these cannot stand in one.
    private static final byte[] INDEX = ascii("\"index\":0,");
    private static final byte[] TIME = ascii("\"time\":\"\"");

    /** No leaf. */
    static final LeafTemplate EMPTY = new LeafTemplate();

    private final byte[] bytes;
    private final int index;
    private final int time;

    private LeafTemplate() {
        bytes = new byte[0];
        index = 0;
        time = 0;
    }

    LeafTemplate(Leaf leaf) throws FormatException {
        bytes = leaf.at(0, "").bytes();
        index = indexOf(INDEX) + INDEX.length - 2;
        time = indexOf(TIME) + TIME.length - 1;
    }

    byte[] at(long place, String when) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 48);
        out.write(bytes, 0, index);
        out.writeBytes(ascii(Long.toString(place)));
        out.write(bytes, index + 1, time - index - 1);
        out.writeBytes(ascii(when));
        out.write(bytes, time, bytes.length - time);
        return out.toByteArray();
    }

    private int indexOf(byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new IllegalStateException("a leaf has its place and its time");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
