package org.hqccp.service;

import java.util.concurrent.Semaphore;

/**
 * Whose turn it is to keep a processor busy. As many decide at a time as there are processors, in the order they came: more at once would
 * only take turns in the middle of their work, each holding its memory meanwhile, and all would be slower.
 */
final class Turns {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Semaphore free = new Semaphore(PROCESSORS, true);

    /** Waits for a turn. */
    void take() {
        free.acquireUninterruptibly();
    }

    void giveBack() {
        free.release();
    }

    /** Something that has to get done even under full load, and what it throws. */
    interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /** Does something while half of the processors are left to it; where there is one alone, it is shared as ever. */
    <T, E extends Exception> T withHalf(Work<T, E> work) throws E {
        free.acquireUninterruptibly(PROCESSORS / 2);
        try {
            return work.done();
        } finally {
            free.release(PROCESSORS / 2);
        }
    }
}
