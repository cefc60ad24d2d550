package org.hqccp.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.hqccp.service.KeyTaken;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.NoSuchEntry;
import org.hqccp.service.RecordedDecisions;
import org.hqccp.service.WrongCorrection;

/** Answers that stand in the decision log before they are given. */
final class Recording implements Answering {
    private final RecordedDecisions decisions;
    private final Answering unrecorded;

    Recording(RecordedDecisions decisions, Answering unrecorded) {
        this.decisions = decisions;
        this.unrecorded = unrecorded;
    }

    @Override
    public CompletableFuture<Written> answer(Asked asked, boolean record) throws CaseRefused, NoSuchDecision, Refused {
        if (!record) {
            return unrecorded.answer(asked, false);
        }
        try {
            return decisions.decide(asked).exceptionally(Recording::refuse);
        } catch (KeyTaken e) {
            throw refused(e);
        } catch (WrongCorrection e) {
            throw new Refused(
                    ProblemType.WRONG_CORRECTION,
                    "The decision does not correct the one it names.",
                    List.of(Fault.outside(
                            "wrong-correction", e.reason().words(), e.reason().advice(), List.of())));
        } catch (NoSuchEntry e) {
            throw new Refused(
                    ProblemType.NO_SUCH_ENTRY,
                    "The decision to correct is not in the decision log.",
                    List.of(Fault.outside(
                            "unknown-decision-id", "'supersedes' names no recorded decision", null, List.of())));
        } catch (LogRefused e) {
            throw refused(e);
        } catch (StoreException | DamagedEntry e) {
            throw UnreadableLog.refused(e, "The decision log cannot be read; nothing was decided.");
        }
    }

    /** The answer, once it is recorded; or why it is not. */
    static <T> T await(CompletableFuture<T> answer) throws Refused {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogRefused refused) {
                throw refused(refused);
            }
            throw e;
        }
    }

    private static Written refuse(Throwable e) {
        Throwable why = e instanceof CompletionException ? e.getCause() : e;
        throw new CompletionException(why instanceof LogRefused refused ? refused(refused) : why);
    }

    static Refused refused(KeyTaken e) {
        return e.inUse()
                ? new Refused(
                        ProblemType.KEY_IN_USE, "The same request with the same Idempotency-Key is being answered.")
                : new Refused(ProblemType.KEY_REUSED, "The Idempotency-Key was used before for another request.");
    }

    static Refused refused(LogRefused e) {
        ProblemType type = switch (e.reason()) {
            case BUSY -> ProblemType.BUSY;
            case DISK_NEARLY_FULL -> ProblemType.DISK_NEARLY_FULL;
            case CLOCK_SET_BACK, STOPPED -> ProblemType.NOT_RECORDED;
            case COMMIT_UNKNOWN -> ProblemType.COMMIT_UNKNOWN;
        };
        Map<String, String> headers =
                e.reason() == LogRefused.Reason.COMMIT_UNKNOWN ? Map.of("Decision-Id", e.id()) : Map.of();
        return new Refused(type, e.reason().words(), List.of(), headers);
    }
}
