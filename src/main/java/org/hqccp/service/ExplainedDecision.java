package org.hqccp.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision with all that an auditor files beside it.
 *
 * @param opened the entry, its corrections and overrides
 * @param decision the decision as it was answered
 * @param rules the text of each rule that found something, by id, as it was then; fewer where they cannot be loaded any more
 * @param replay what became of the case when it was decided again under the same rules
 * @param changes what would have changed each NOT_MET, as an answer tells it
 * @param proof the proof that the entry is in the log, if a checkpoint covers it yet
 */
public record ExplainedDecision(
        LogDesk.Opened opened,
        Map<String, @Nullable Object> decision,
        Map<String, Rule> rules,
        Replay.Result replay,
        List<Map<?, ?>> changes,
        @Nullable InclusionProof proof) {

    /** Explains an entry that holds a decision. */
    public static ExplainedDecision of(LogDesk.Opened opened, Replay replay, @Nullable InclusionProof proof)
            throws StoreException, DamagedEntry {
        Entry entry = opened.entry();
        try {
            Map<String, @Nullable Object> decision =
                    JsonReader.readObject(entry.record().decisionJson());
            Replay.Result again = replay.replay(entry);
            byte[] with = again.verdict() == Replay.Verdict.SAME ? replay.withChanges(entry) : null;
            List<Map<?, ?>> changes = new ArrayList<>();
            collect(with == null ? decision : JsonReader.readObject(with), "changes", changes);
            return new ExplainedDecision(opened, decision, rules(decision, entry, replay), again, changes, proof);
        } catch (FormatException e) {
            throw new DamagedEntry(entry.leaf().index(), e.message());
        }
    }

    private static Map<String, Rule> rules(Map<String, ?> decision, Entry entry, Replay replay)
            throws StoreException, DamagedEntry {
        RuleSet ruleSet = replay.ruleSet(String.valueOf(entry.leaf().ruleSet()));
        Map<String, Rule> rules = new TreeMap<>();
        if (ruleSet != null) {
            List<Map<?, ?>> findings = new ArrayList<>();
            collect(decision, "findings", findings);
            for (Map<?, ?> finding : findings) {
                Rule rule = ruleSet.rules().get(String.valueOf(finding.get("ruleId")));
                if (rule != null && !"NOT_APPLICABLE".equals(finding.get("status"))) {
                    rules.put(rule.id(), rule);
                }
            }
        }
        return rules;
    }

    /** The members of a list of a decision and of its parts. */
    public static void collect(Map<?, ?> decision, String list, List<Map<?, ?>> found) {
        if (decision.get(list) instanceof List<?> members) {
            members.forEach(member -> {
                if (member instanceof Map<?, ?> map) {
                    found.add(map);
                }
            });
        }
        if (decision.get("parts") instanceof List<?> parts) {
            parts.forEach(part -> {
                if (part instanceof Map<?, ?> map) {
                    collect(map, list, found);
                }
            });
        }
    }

    /** All of it as canonical JSON: the entry as the log's own route gives it, and the rest beside it. */
    public byte[] json() throws FormatException {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("entry", JsonReader.read(LogDocument.entry(opened)));
        Map<String, Object> texts = new TreeMap<>();
        rules.forEach(
                (id, rule) -> texts.put(id, Map.of("file", rule.file(), "hash", rule.hash(), "text", rule.text())));
        members.put("rules", texts);
        members.put("changes", changes);
        members.put("replay", Map.of("verdict", replay.verdict().name(), "differences", replay.differences()));
        if (proof != null) {
            members.put("proof", JsonReader.read(proof.bytes()));
        }
        return CanonicalJson.write(members);
    }
}
