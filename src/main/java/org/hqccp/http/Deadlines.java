package org.hqccp.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks after work that takes too long. The work itself runs on, because nothing can stop it safely; whoever asked has an answer all the
 * same. Work that is done in time pays for two entries in a set, no timer and no other thread.
 */
final class Deadlines implements AutoCloseable {
    private static final long LOOK_MS = 25;
    private final Set<Work> running = ConcurrentHashMap.newKeySet();
    private final long nanos;
    private final Thread looking;

    /**
     * Starts looking.
     *
     * @param millis how long work may take
     */
    Deadlines(long millis) {
        this.nanos = millis * 1_000_000;
        this.looking = new Thread(this::look, "hqccp-deadlines");
        looking.setDaemon(true);
        looking.start();
    }

    /**
     * Takes note of work that begins now.
     *
     * @param late has it answered in its place; keeps nobody waiting
     */
    Work begin(Runnable late) {
        Work work = new Work(System.nanoTime() + nanos, late);
        running.add(work);
        return work;
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK_MS);
                long now = System.nanoTime();
                for (Work work : running) {
                    if (work.until - now < 0 && work.end()) {
                        work.answerLate();
                    }
                }
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    /** Work that must be answered in time. */
    final class Work {
        private final long until;
        private final Runnable late;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Work(long until, Runnable late) {
            this.until = until;
            this.late = late;
        }

        /**
         * Ends the work.
         *
         * @return whether it was in time; if not, it is being answered already, and nothing more may be written
         */
        boolean end() {
            running.remove(this);
            return ended.compareAndSet(false, true);
        }

        private void answerLate() {
            try {
                late.run();
            } catch (RuntimeException e) {
                // The next one is looked after all the same.
                Incidents.log(Routes.DECIDE, e);
            }
        }
    }
}
