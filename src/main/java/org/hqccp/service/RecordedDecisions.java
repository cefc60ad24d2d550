package org.hqccp.service;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Status;
import org.hqccp.decisionlog.Claim;
import org.hqccp.decisionlog.Claims;
import org.hqccp.decisionlog.Content;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Draft;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.Recorded;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.DecisionWriter;
import org.hqccp.json.Written;
import org.hqccp.json.WrittenDecision;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Decides, then records, then answers. Safe for all threads. */
public final class RecordedDecisions {
    private final Decides decides;
    private final DecisionLog log;
    private final Executor answering;

    /** Decides a case and records nothing. */
    @FunctionalInterface
    public interface Decides {
        Decided decide(String decision, byte[] caseJson, boolean changes) throws CaseRefused, NoSuchDecision;
    }

    /** @param answering where answers are completed and given, once they are recorded: never on the threads of the log */
    public RecordedDecisions(Decides decides, DecisionLog log, Executor answering) {
        this.decides = decides;
        this.log = log;
        this.answering = answering;
    }

    /** The log it records in. */
    public DecisionLog log() {
        return log;
    }

    /**
     * Decides a case, or repeats the answer the same request was given before.
     *
     * @return the whole answer, once it is in the log for good; or {@link LogRefused} where that is not certain
     */
    public CompletableFuture<Written> decide(Asked asked)
            throws CaseRefused, NoSuchDecision, KeyTaken, NoSuchEntry, WrongCorrection, LogRefused, StoreException,
                    DamagedEntry {
        Claim claim = null;
        if (asked.idempotencyKey() != null) {
            Claims.Answer answer =
                    log.claims().claim(asked.caller(), asked.idempotencyKey(), asked.what(), asked.caseJson());
            switch (answer.standing()) {
                case ANSWERED:
                    return CompletableFuture.completedFuture(Written.of(answer(log.entry(answer.index()))));
                case IN_USE, OTHER_REQUEST:
                    throw new KeyTaken(answer.standing() == Claims.Standing.IN_USE);
                case FIRST:
                    claim = answer.claim();
            }
        }
        CompletableFuture<Recorded> recorded;
        WrittenDecision written;
        try {
            Entry superseded = asked.supersedes() == null ? null : decision(asked.supersedes());
            Decided decided = decides.decide(asked.decision(), asked.caseJson(), asked.changes());
            if (superseded != null) {
                requireSame(superseded, decided.decision());
            }
            keep(log, decided.rules().ruleSet());
            Draft draft = draft(asked, decided, claim);
            claim = null; // from here on the log's
            recorded = log.record(draft);
            written = decided.written();
        } catch (Throwable e) {
            // Refused, or a fault of ours: the key is free again.
            log.claims().release(claim);
            throw e;
        }
        return recorded.thenApplyAsync(
                done -> written.answer(done.id(), done.time(), bytes(done.receipt())), answering);
    }

    private Entry decision(String id) throws NoSuchEntry, StoreException, DamagedEntry {
        Entry entry = log.entry(id);
        if (entry == null || !entry.leaf().kind().holdsDecision()) {
            throw new NoSuchEntry();
        }
        return entry;
    }

    /** A correction answers the same question about the same case; anything else is a decision of its own. */
    private static void requireSame(Entry superseded, Decision corrected) throws WrongCorrection {
        if (!corrected.name().equals(superseded.leaf().decision())) {
            throw new WrongCorrection(WrongCorrection.Reason.OTHER_DECISION);
        } else if (!corrected.caseId().equals(superseded.record().head().get("caseId"))) {
            throw new WrongCorrection(WrongCorrection.Reason.OTHER_CASE);
        }
    }

    /** The log keeps every rule set before the first decision under it. */
    static void keep(DecisionLog log, RuleSet ruleSet) throws LogRefused {
        if (log.keeps(ruleSet.version())) {
            return;
        }
        // Of many decisions at once only the first brings the rule set: kept twice, it would stop the log.
        synchronized (log) {
            if (!log.keeps(ruleSet.version())) {
                try {
                    log.live(new TreeMap<>(ruleSet.files())).join();
                } catch (CompletionException e) {
                    if (e.getCause() instanceof LogRefused refused) {
                        throw refused;
                    }
                    throw e;
                }
            }
        }
    }

    private Draft draft(Asked asked, Decided decided, @Nullable Claim claim) {
        Decision decision = decided.decision();
        TreeSet<String> left = new TreeSet<>();
        byte[] kept;
        try {
            kept = decided.rules().neverStored().kept(asked.caseJson(), left);
        } catch (FormatException e) {
            throw new IllegalStateException("a case that was decided is JSON", e);
        }
        Map<String, Object> head = new TreeMap<>();
        head.put(LogRecord.OUTCOME, decision.outcome());
        head.put("caseId", decision.caseId());
        head.put("asOf", decision.asOf().toString());
        head.put("changes", asked.changes());
        head.put("rules", rules(decision));
        head.put("leftOut", List.copyOf(left));
        return new Draft(
                log.newId(),
                asked.supersedes() == null ? EntryKind.DECISION : EntryKind.CORRECTION,
                asked.caller(),
                decision.name(),
                decision.ruleSetVersion(),
                null,
                asked.supersedes(),
                new Content(head, kept, decided.written().buffer()),
                claim);
    }

    /** The rules that found something. */
    private static List<String> rules(Decision decision) {
        return Stream.concat(Stream.of(decision), decision.parts().stream())
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.status() != Status.NOT_APPLICABLE)
                .map(Finding::ruleId)
                .distinct()
                .sorted()
                .toList();
    }

    /** The answer that was given when an entry was recorded, to the byte. */
    public static byte[] answer(Entry entry) {
        return DecisionWriter.answer(
                entry.leaf().id(), entry.leaf().time(), entry.record().decisionJson(), bytes(entry.receipt()));
    }

    private static byte[] bytes(Receipt receipt) {
        try {
            return receipt.bytes();
        } catch (FormatException e) {
            throw new IllegalStateException("a receipt has a written form", e);
        }
    }
}
