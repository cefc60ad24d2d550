package org.hqccp.http;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that decide, for all callers: as many as there are processors. With a thread for each caller, each would find the
 * processor's memory full of what the others needed. What is decided and recorded leaves before the next case is begun, so that little
 * waits in memory.
 */
final class DecidingThreads implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final AtomicInteger number = new AtomicInteger();
    private final LinkedBlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(PROCESSORS, PROCESSORS, 0, TimeUnit.SECONDS, waiting, this::thread);

    DecidingThreads() {
        // So that whatever is put among what waits is done.
        threads.prestartAllCoreThreads();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hqccp-deciding-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Decides, in the order in which it is asked. */
    void decide(Runnable work) {
        threads.execute(work);
    }

    /** Answers what is decided: next. */
    void answer(Runnable work) {
        waiting.addFirst(work);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
