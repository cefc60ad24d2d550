package org.hqccp.decisionlog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are sought. What is null is not asked.
 *
 * @param from first day, {@code 2026-11-24}, in UTC as the entries' times are
 * @param to last day
 * @param kinds which kinds of entry
 * @param decision the decision's name
 * @param outcome an outcome: of a decision as it was made, or set by an override
 * @param rule a rule that found something
 * @param ruleSet the version of the rule set, or how it begins
 * @param about the decision that was corrected, overridden or read
 */
public record LogQuery(
        @Nullable String from,
        @Nullable String to,
        Set<EntryKind> kinds,
        @Nullable String decision,
        @Nullable String outcome,
        @Nullable String rule,
        @Nullable String ruleSet,
        @Nullable String about) {

    /** The kinds that say something about a case. */
    public static final Set<EntryKind> DECISIONS = Set.of(EntryKind.DECISION, EntryKind.CORRECTION, EntryKind.OVERRIDE);

    /** The query as one line: the same for the same query. */
    public String text() {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(kinds).forEach(kind -> text.append(kind.word()).append(' '));
        for (String part : new String[] {from, to, decision, outcome, rule, ruleSet, about}) {
            text.append('|').append(part == null ? "" : part.length() + ":" + part);
        }
        return text.toString();
    }

    /** Whether what stands in clear fits. */
    boolean fits(Leaf leaf) {
        return kinds.contains(leaf.kind())
                && (decision == null || decision.equals(leaf.decision()) || leaf.kind() == EntryKind.OVERRIDE)
                && (ruleSet == null || leaf.ruleSet() != null && leaf.ruleSet().startsWith(ruleSet))
                && (about == null || about.equals(leaf.about()) || about.equals(leaf.supersedes()));
    }

    /** Whether what was sealed fits too; an override names its decision only there. */
    boolean fits(Leaf leaf, Map<String, ?> head) {
        return (decision == null || leaf.decision() != null || decision.equals(head.get("decision")))
                && (outcome == null || outcome.equals(head.get(LogRecord.OUTCOME)))
                && (rule == null || head.get("rules") instanceof List<?> rules && rules.contains(rule));
    }
}
