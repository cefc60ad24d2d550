package org.hqccp.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.hqccp.service.NoSuchDecision;

/** Has cases decided on the threads for that, and tells all that may come of it in one way. */
final class Deciding {
    private final Answering answering;
    private final DecidingThreads threads;
    private final InWork inWork;

    Deciding(Answering answering, DecidingThreads threads, InWork inWork) {
        this.answering = answering;
        this.threads = threads;
        this.inWork = inWork;
    }

    /**
     * Has a case decided, and recorded where that is asked.
     *
     * @return the answer, given on one of these threads; or {@link Refused}, or a fault of ours, on any
     */
    CompletableFuture<Written> begin(Asked asked, boolean record) {
        return inWork.take()
                .thenApplyAsync(place -> now(asked, record), threads::decide)
                .thenCompose(Function.identity())
                .whenComplete((answer, fault) -> inWork.giveBack());
    }

    private CompletableFuture<Written> now(Asked asked, boolean record) {
        try {
            return answering.answer(asked, record);
        } catch (CaseRefused e) {
            return CompletableFuture.failedFuture(Refused.of(e));
        } catch (NoSuchDecision e) {
            return CompletableFuture.failedFuture(DecisionRoutes.noSuchDecision(asked.decision(), e.known()));
        } catch (Refused | RuntimeException | StackOverflowError fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }
}
