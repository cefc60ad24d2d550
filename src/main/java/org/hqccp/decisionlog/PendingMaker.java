package org.hqccp.decisionlog;

import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Seals what is to be recorded, in the thread that asks: only its place and time are left to the writer. */
final class PendingMaker {
    private final LogKeys keys;
    private final String engine;
    private final SecureRandom random;

    PendingMaker(LogKeys keys, String engine, SecureRandom random) {
        this.keys = keys;
        this.engine = engine;
        this.random = random;
    }

    /**
     * An entry ready to be written.
     *
     * @param ruleSet a rule set to be kept with it
     * @param key the key it names, if it is the first
     */
    Pending pending(Draft draft, LogStore.@Nullable KeptRuleSet ruleSet, @Nullable VerifierKey key) {
        Claim claim = draft.claim();
        Content content = draft.content();
        Map<String, Object> head = new TreeMap<>(content.head());
        if (claim != null) {
            claim.key().into(head);
        }
        try {
            Envelope envelope =
                    new Envelope(salt(), salt(), LogRecord.bytes(head, content.caseJson(), content.decisionJson()));
            byte[] sealed = keys.seal(draft.id(), envelope);
            String outcome = draft.outcome();
            Leaf leaf = new Leaf(
                    0,
                    draft.id(),
                    "",
                    draft.kind(),
                    draft.caller(),
                    draft.decision(),
                    draft.ruleSet(),
                    engine,
                    draft.about(),
                    draft.supersedes(),
                    outcome == null ? null : envelope.outcomeCommit(outcome),
                    envelope.recordCommit(),
                    TreeHash.plain(sealed),
                    key == null ? null : key.text());
            return new Pending(
                    draft.id(),
                    new LeafTemplate(leaf),
                    sealed,
                    claim == null ? null : claim.row(),
                    ruleSet,
                    new CompletableFuture<>());
        } catch (FormatException e) {
            throw new IllegalStateException("what is recorded has a canonical form", e);
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[Envelope.SALT];
        random.nextBytes(salt);
        return salt;
    }
}
