package org.hqccp.decisionlog;

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
 * @param content what is sealed
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
        Content content,
        @Nullable Claim claim) {

    /** An entry that holds no decision. */
    public static Draft note(String id, EntryKind kind, String caller, @Nullable String about, Map<String, ?> head) {
        return new Draft(
                id, kind, caller, null, null, about, null, Content.of(LogRecord.of(new TreeMap<>(head))), null);
    }

    @Nullable
    String outcome() {
        return kind.holdsDecision() && content.head().get(LogRecord.OUTCOME) instanceof String text ? text : null;
    }
}
