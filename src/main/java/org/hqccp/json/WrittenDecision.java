package org.hqccp.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A decision, written, with room left before it: so its answer is completed around it, and its bytes, which are nearly all of the answer, are
 * not copied. Belongs to one thread at a time; ends with its answer, or where none is wanted by being closed.
 */
public final class WrittenDecision implements AutoCloseable {
    /** The beginning of an answer, at its longest. */
    static final int ROOM_BEFORE = 96;

    private static final byte[] NO_RECEIPT = {'n', 'u', 'l', 'l'};

    private final JsonBytes json;
    private boolean ended;

    WrittenDecision(JsonBytes json) {
        this.json = json;
    }

    /** The decision alone: a copy. */
    public byte[] bytes() {
        open();
        return json.bytes(ROOM_BEFORE);
    }

    /** The decision alone: the bytes themselves, to be read until its answer is given. */
    public ByteBuffer buffer() {
        open();
        return json.buffer(ROOM_BEFORE);
    }

    /**
     * The answer around it. Nothing can be asked of the decision any more.
     *
     * @param decidedAt when, as text
     * @param receipt the receipt, written; null where nothing was recorded
     */
    public Written answer(String decisionId, String decidedAt, byte @Nullable [] receipt) {
        open();
        ended = true;
        byte[] before = before(decidedAt);
        json.append(between(decisionId));
        json.append(receipt == null ? NO_RECEIPT : receipt);
        json.append(after(receipt != null));
        return json.around(ROOM_BEFORE, before);
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            json.around(ROOM_BEFORE, new byte[0]).close();
        }
    }

    private void open() {
        if (ended) {
            throw new IllegalStateException("a decision is read after its answer was given");
        }
    }

    // Ids and times are of our making: nothing in them needs escaping.

    static byte[] before(String decidedAt) {
        return ascii("{\"decidedAt\":\"" + decidedAt + "\",\"decision\":");
    }

    static byte[] between(String decisionId) {
        return ascii(",\"decisionId\":\"" + decisionId + "\",\"receipt\":");
    }

    static byte[] after(boolean recorded) {
        return ascii(",\"recorded\":" + recorded + "}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
