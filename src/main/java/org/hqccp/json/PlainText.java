package org.hqccp.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts that stand in JSON as they are. Nearly all do, and are most of an answer: so eight bytes are looked at in one step. */
final class PlainText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private PlainText() {}

    /** The bytes of a text that needs no escape and holds ASCII alone; none where a closer look is needed. */
    static byte @Nullable [] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length()) {
            return null;
        }
        int whole = bytes.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            if (unusual((long) EIGHT.get(bytes, i))) {
                return null;
            }
        }
        for (int i = whole; i < bytes.length; i++) {
            if (unusual((bytes[i] & 0xff) * ONES)) {
                return null;
            }
        }
        return bytes;
    }

    /** Whether one of eight bytes is beyond ASCII, a control character, a quote or a backslash, or "?", as half a character would be. */
    private static boolean unusual(long eight) {
        long found = eight
                | eight - ' ' * ONES
                | zero(eight ^ '"' * ONES)
                | zero(eight ^ '\\' * ONES)
                | zero(eight ^ '?' * ONES);
        return (found & TOPS) != 0;
    }

    /** Has the top bit of a byte set where a byte of the argument is zero; bytes above such a one may be marked too. */
    private static long zero(long eight) {
        return eight - ONES & ~eight;
    }
}
