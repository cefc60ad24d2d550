package org.hqccp.json;

import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Buffers that answers are written in, one after the other: the same few stay in the processor's own memory, where new ones for each
 * answer would go through all of the heap.
 */
final class Buffers {
    /** One that grew beyond this is not kept. */
    private static final int LARGEST = 2 << 20;

    private static final int MOST = Runtime.getRuntime().availableProcessors();
    private static final ConcurrentLinkedDeque<byte[]> FREE = new ConcurrentLinkedDeque<>();

    private Buffers() {}

    static byte[] take(int size) {
        byte[] free = FREE.pollFirst();
        return free != null && free.length >= size ? free : new byte[size];
    }

    static void giveBack(byte[] buffer) {
        if (buffer.length <= LARGEST && FREE.size() < MOST) {
            FREE.addFirst(buffer);
        }
    }
}
