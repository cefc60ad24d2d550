package org.hqccp.decisionlog.verify;

import java.util.Arrays;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.IdempotencyKey;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.decisionlog.format.TreeHash;
import org.jspecify.annotations.Nullable;

/** What can be checked of an entry by whoever holds the log's keys. */
final class EntrySecrets {
    private final String log;
    private final Opener opener;

    EntrySecrets(String log, Opener opener) {
        this.log = log;
        this.opener = opener;
    }

    /** Checks the sealed record against the leaf's commitments, the code of the receipt, and the idempotency key. */
    void check(EntryRow row, Leaf leaf) throws FormatException {
        byte[] code = opener.code(Receipt.codedText(log, row.index(), TreeHash.leaf(row.leaf())));
        if (!Arrays.equals(code, row.code())) {
            throw new FormatException("the code of its receipt is not ours");
        }
        Envelope envelope = Envelope.read(opener.open(leaf.id(), row.sealed()));
        if (!Arrays.equals(envelope.recordCommit(), leaf.recordCommit())) {
            throw new FormatException("its record is not the one it was committed to");
        }
        LogRecord record = LogRecord.read(envelope.record());
        if (leaf.outcomeCommit() != null) {
            Object outcome = record.head().get(LogRecord.OUTCOME);
            if (!(outcome instanceof String text)
                    || !Arrays.equals(envelope.outcomeCommit(text), leaf.outcomeCommit())) {
                throw new FormatException("its outcome is not the one it was committed to");
            }
        }
        claim(row, leaf, IdempotencyKey.of(record));
    }

    private void claim(EntryRow row, Leaf leaf, @Nullable IdempotencyKey kept) throws FormatException {
        ClaimRow filed = row.claim();
        boolean same = kept == null
                ? filed == null
                : filed != null
                        && Arrays.equals(filed.tag(), opener.code(IdempotencyKey.taggedText(leaf.caller(), kept.key())))
                        && Arrays.equals(filed.request(), kept.request());
        if (!same) {
            throw new FormatException("the idempotency key filed for it is not the one it came with");
        }
    }
}
