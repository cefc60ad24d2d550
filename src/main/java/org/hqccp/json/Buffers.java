package org.hqccp.json;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Buffers that answers are written in, one after the other, the last one given back first: the same few stay in the processor's own
 * memory, where new ones for each answer would go through all of the heap.
 */
final class Buffers {
    /** One that grew beyond this is not kept. */
    private static final int LARGEST = 2 << 20;

    /** So many answers are written, recorded and sent at once before one has to take a new buffer. */
    private static final int PER_PROCESSOR = 40;

    private static final BlockingDeque<byte[]> FREE =
            new LinkedBlockingDeque<>(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());

    private Buffers() {}

    static byte[] take(int size) {
        byte[] free = FREE.pollFirst();
        return free != null && free.length >= size ? free : new byte[size];
    }

    static void giveBack(byte[] buffer) {
        if (buffer.length <= LARGEST) {
            // Where enough are kept already, this one is left.
            boolean unused = FREE.offerFirst(buffer);
        }
    }
}
