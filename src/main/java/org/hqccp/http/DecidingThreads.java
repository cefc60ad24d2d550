package org.hqccp.http;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that decide, for all callers: as many as there are processors. With a thread for each caller, each would find the
 * processor's memory full of what the others needed. What is decided and recorded leaves before the next case is begun, so that little
 * waits in memory.
 */
final class DecidingThreads implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            PROCESSORS, PROCESSORS, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), this::thread);

    /** Something to be done: answers first, and of each kind in the order in which it was asked for. */
    private record Work(boolean answers, long place, Runnable what) implements Runnable, Comparable<Work> {
        @Override
        public void run() {
            what.run();
        }

        @Override
        public int compareTo(Work other) {
            return answers == other.answers ? Long.compare(place, other.place) : answers ? -1 : 1;
        }
    }

    DecidingThreads() {
        // So that everything waits in one queue: what begins a thread would not.
        threads.prestartAllCoreThreads();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hqccp-deciding-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Decides, in the order in which it is asked. */
    void decide(Runnable work) {
        threads.execute(new Work(false, asked.incrementAndGet(), work));
    }

    /** Answers what is decided: next. */
    void answer(Runnable work) {
        threads.execute(new Work(true, asked.incrementAndGet(), work));
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
