package org.hqccp.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in place of work that takes too long. The work itself runs on, on its own thread, because nothing can stop it safely; whoever
 * asked has an answer all the same. Work that is done in time pays for two entries in a set, no timer and no other thread.
 */
final class Deadlines implements AutoCloseable {
    private static final long LOOK_MS = 25;
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");
    private final Set<Work> running = ConcurrentHashMap.newKeySet();
    private final long nanos;
    private final Executor answering;
    private final Thread looking;

    /** Answers late. */
    interface Late {
        void answer() throws Exception;
    }

    /**
     * Starts looking.
     *
     * @param millis how long work may take
     * @param answering where late answers are written, so that a slow reader of one holds up no other
     */
    Deadlines(long millis, Executor answering) {
        this.nanos = millis * 1_000_000;
        this.answering = answering;
        this.looking = new Thread(this::look, "hqccp-deadlines");
        looking.setDaemon(true);
        looking.start();
    }

    /** Takes note of work that begins now. */
    Work begin(Late late) {
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
                    if (work.until - now < 0 && work.taken.compareAndSet(false, true)) {
                        running.remove(work);
                        answering.execute(work::answerLate);
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
        private final Late late;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch answered = new CountDownLatch(1);

        private Work(long until, Late late) {
            this.until = until;
            this.late = late;
        }

        /**
         * Ends the work.
         *
         * @return whether it was in time; if not, it is answered already, and nothing more may be written
         */
        boolean end() {
            running.remove(this);
            if (taken.compareAndSet(false, true)) {
                return true;
            }
            try {
                // The server may use the response again once the work's thread returns.
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        private void answerLate() {
            try {
                late.answer();
            } catch (Exception e) {
                // Whoever asked is gone.
                LOG.debug("late answer not taken: {}", e.getClass().getName());
            } finally {
                answered.countDown();
            }
        }
    }
}
