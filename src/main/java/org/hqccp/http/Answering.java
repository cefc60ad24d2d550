package org.hqccp.http;

import java.util.concurrent.CompletableFuture;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.hqccp.service.NoSuchDecision;

/** Gives the whole answer to a request for a decision; safe for all threads. */
interface Answering {
    /**
     * Decides, and records where that is asked.
     *
     * @param record whether the answer must stand in the decision log before it is given
     */
    CompletableFuture<Written> answer(Asked asked, boolean record) throws CaseRefused, NoSuchDecision, Refused;

    /** Answers that are never recorded. */
    static Answering unrecorded(Decider decider) {
        return (asked, record) ->
                CompletableFuture.completedFuture(decider.decide(asked.decision(), asked.caseJson(), asked.changes())
                        .answer());
    }
}
