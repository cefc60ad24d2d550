package org.hqccp.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How the bytes of a table are read as text. What are no letters of the encoding becomes {@link #NO_LETTER}. */
final class Decoding {
    /** Stands for bytes that are no letters of the encoding. */
    static final char NO_LETTER = '\uFFFD';

    private Decoding() {}

    /**
     * Opens a text. A mark at its beginning that names the encoding is believed; so is the pattern of empty bytes that only UTF-16 has.
     *
     * @param named what the sender says it is; none for UTF-8
     * @param report told of what is not UTF-8
     */
    static Reader open(InputStream in, @Nullable Charset named, String file, ImportReport report) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 4);
        byte[] head = new byte[4];
        int count = start.readNBytes(head, 0, 4);
        Charset charset = named == null ? StandardCharsets.UTF_8 : named;
        int skip = 0;
        if (count >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            charset = StandardCharsets.UTF_8;
            skip = 3;
        } else if (count >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (count >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (count == 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            charset = StandardCharsets.UTF_16LE;
        } else if (count == 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
            charset = StandardCharsets.UTF_16BE;
        }
        if (named == null && !charset.equals(StandardCharsets.UTF_8)) {
            report.note(Kind.NOTE, file, 0, 0, null, "the file is " + charset.name() + ", and was read so");
        }
        start.unread(head, skip, count - skip);
        return new InputStreamReader(
                start,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }
}
