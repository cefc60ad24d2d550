package org.hqccp.decisionlog;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded.
 *
 * @param id the id the entry will have
 * @param kind what it records
 * @param caller who asked
 * @param decision the decision's name, where a case was decided
 * @param ruleSet the rule set's version
 * @param about the entry it speaks of
 * @param supersedes the decision it takes the place of
 * @param head small facts about it, to be sealed; the outcome stands here
 * @param caseJson the case, canonical, to be sealed; empty where none was decided
 * @param decisionJson the decision as answered, to be sealed: a part of an array, read while it is given to the log and not after
 * @param claim the idempotency key it was asked for with
 */
public record Draft(
        String id,
        EntryKind kind,
        String caller,
        @Nullable String decision,
        @Nullable String ruleSet,
        @Nullable String about,
        @Nullable String supersedes,
        Map<String, ?> head,
        byte[] caseJson,
        ByteBuffer decisionJson,
        @Nullable Claim claim) {

    /** The same, of a whole record. */
    public Draft(
            String id,
            EntryKind kind,
            String caller,
            @Nullable String decision,
            @Nullable String ruleSet,
            @Nullable String about,
            @Nullable String supersedes,
            LogRecord record,
            @Nullable Claim claim) {
        this(
                id,
                kind,
                caller,
                decision,
                ruleSet,
                about,
                supersedes,
                record.head(),
                record.caseJson(),
                ByteBuffer.wrap(record.decisionJson()),
                claim);
    }

    /** An entry that holds no decision. */
    public static Draft note(String id, EntryKind kind, String caller, @Nullable String about, Map<String, ?> head) {
        return new Draft(id, kind, caller, null, null, about, null, LogRecord.of(new TreeMap<>(head)), null);
    }

    @Nullable
    String outcome() {
        return kind.holdsDecision() && head.get(LogRecord.OUTCOME) instanceof String text ? text : null;
    }
}
