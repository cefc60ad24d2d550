package org.hqccp.json;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers that answers are written in, one after the other: the same few stay in the processor's own memory, where new ones for each
 * answer would go through all of the heap.
 */
final class Buffers {
    /** One that grew beyond this is not kept. */
    private static final int LARGEST = 2 << 20;

    /** So many answers are written, recorded and sent at once before one has to take a new buffer. */
    private static final int PER_PROCESSOR = 12;

    private static final BlockingQueue<byte[]> FREE =
            new ArrayBlockingQueue<>(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());

    private Buffers() {}

    static byte[] take(int size) {
        byte[] free = FREE.poll();
        return free != null && free.length >= size ? free : new byte[size];
    }

    static void giveBack(byte[] buffer) {
        if (buffer.length <= LARGEST) {
            // Where enough are kept already, this one is left.
            boolean unused = FREE.offer(buffer);
        }
    }
}
