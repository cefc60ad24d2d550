package org.hqccp.service;

import java.util.concurrent.locks.ReentrantLock;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;

/**
 * Explains recorded decisions beside a running service. Safe for all threads; one at a time, because the rule set of an older decision has to
 * be made ready first, which takes seconds, and callers who want decisions come first.
 */
public final class Explanations {
    private static final int MOST_WAITING = 8;
    private final DecisionLog log;
    private final Replay replay;
    private final ReentrantLock turn = new ReentrantLock(true);

    public Explanations(DecisionLog log, LiveRules live) {
        this.log = log;
        this.replay = Replay.beside(log.archive(), live);
    }

    /**
     * Explains one decision; the reading is recorded first.
     *
     * @throws LogRefused also where too many wait for theirs
     */
    public ExplainedDecision of(LogDesk.Reader reader, String id)
            throws NoSuchEntry, LogRefused, StoreException, DamagedEntry {
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw new LogRefused(LogRefused.Reason.BUSY, id);
        }
        LogDesk.Opened opened = new LogDesk(log).decision(reader, id);
        turn.lock();
        try {
            return ExplainedDecision.of(
                    opened, replay, log.archive().proof(opened.entry().leaf().index()));
        } finally {
            turn.unlock();
        }
    }
}
