package org.hqccp.decisionlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Where a search goes on, as a text that its caller gives back. It is bound to its query and to its log by a keyed hash. */
final class Cursors {
    private static final int PLACES = 2 * Long.BYTES;
    private static final int CODE = 16;
    private final LogKeys keys;

    Cursors(LogKeys keys) {
        this.keys = keys;
    }

    /**
     * What of the log is still to be looked at.
     *
     * @param next the first place
     * @param end the place after the last
     */
    record Span(long next, long end) {}

    String write(Span span, LogQuery query) {
        byte[] places = ByteBuffer.allocate(PLACES)
                .putLong(span.next())
                .putLong(span.end())
                .array();
        byte[] cursor = ByteBuffer.allocate(PLACES + 2 * CODE)
                .put(places)
                .put(code("cursor", places, ""))
                .put(code("cursor of a query", places, query.text()))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    Span read(String text, LogQuery query) throws CursorRefused {
        byte[] cursor;
        try {
            cursor = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CursorRefused(false);
        }
        byte[] places = Arrays.copyOf(cursor, PLACES);
        if (cursor.length != PLACES + 2 * CODE || !holds(cursor, PLACES, code("cursor", places, ""))) {
            throw new CursorRefused(false);
        }
        if (!holds(cursor, PLACES + CODE, code("cursor of a query", places, query.text()))) {
            throw new CursorRefused(true);
        }
        ByteBuffer read = ByteBuffer.wrap(places);
        return new Span(read.getLong(), read.getLong());
    }

    private static boolean holds(byte[] cursor, int from, byte[] code) {
        return MessageDigest.isEqual(Arrays.copyOfRange(cursor, from, from + CODE), code);
    }

    private byte[] code(String what, byte[] places, String query) {
        byte[] before = ("hqccp.decision-log/1 " + what + "\n" + query + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(before, before.length + places.length);
        System.arraycopy(places, 0, text, before.length, places.length);
        return Arrays.copyOf(keys.code(text), CODE);
    }
}
