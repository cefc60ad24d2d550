package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key an entry was asked for with, as its record keeps it.
 *
 * @param key the key as the caller gave it
 * @param request keyed hash over what was asked
 */
public record IdempotencyKey(String key, byte[] request) {
    private static final String MEMBER = "idempotency";

    /** The claim of a record, if it has one. */
    public static @Nullable IdempotencyKey of(LogRecord record) throws FormatException {
        Object kept = record.head().get(MEMBER);
        if (kept == null) {
            return null;
        }
        Members in = Members.in("an idempotency key", kept);
        IdempotencyKey claimed = new IdempotencyKey(in.text("key"), in.bytes("request"));
        in.nothingElse();
        return claimed;
    }

    /** Puts the claim into the head of a record. */
    public void into(Map<String, Object> head) {
        head.put(MEMBER, Map.of("key", key, "request", HexFormat.of().formatHex(request)));
    }

    /** What the tag of a key is made over: the same key of another caller is another key. */
    public static byte[] taggedText(String caller, String key) {
        int length = caller.getBytes(StandardCharsets.UTF_8).length;
        return ("hqccp.decision-log/1 idempotency\n" + length + ":" + caller + key).getBytes(StandardCharsets.UTF_8);
    }

    /** What the code of a request is made over. */
    public static byte[] requestText(String asked, byte[] body) {
        byte[] before = ("hqccp.decision-log/1 request\n" + asked + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(before, before.length + body.length);
        System.arraycopy(body, 0, text, before.length, body.length);
        return text;
    }
}
