package org.hqccp.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Status;

/**
 * What is the same in every finding of a rule, written once. Of one rule set: its rules are told apart by their ids.
 */
public final class FindingTexts {
    private final Map<String, Parts> byRule = new ConcurrentHashMap<>();
    private final Map<String, Map<Status, Bare>> bareByRule = new ConcurrentHashMap<>();

    /** A finding that shows no condition and misses nothing, up to its subject; for the sentence it was written with. */
    private record Bare(String sentence, byte[] upToSubject) {}

    /**
     * The inside of a finding, cut where a case has its say.
     *
     * @param beforeConditions from the start up to the conditions
     * @param beforeMissing after the conditions, up to what is missing
     * @param beforeSentence after what is missing, up to the sentence
     * @param beforeStatus after the sentence, up to the status
     * @param afterSubject the rest; empty where there is none
     */
    record Parts(
            byte[] beforeConditions,
            byte[] beforeMissing,
            byte[] beforeSentence,
            byte[] beforeStatus,
            byte[] afterSubject) {}

    Parts of(Finding finding) {
        Parts known = byRule.get(finding.ruleId());
        return known != null ? known : byRule.computeIfAbsent(finding.ruleId(), id -> DecisionWriter.parts(finding));
    }

    /** The start of a finding that shows no condition and misses nothing; written if it is not known yet. */
    byte[] bare(Finding finding, Supplier<byte[]> written) {
        Map<Status, Bare> byStatus =
                bareByRule.computeIfAbsent(finding.ruleId(), id -> new ConcurrentHashMap<>(Status.values().length));
        Bare known = byStatus.get(finding.status());
        if (known != null && known.sentence().equals(finding.sentence())) {
            return known.upToSubject();
        }
        byte[] bytes = written.get();
        byStatus.put(finding.status(), new Bare(finding.sentence(), bytes));
        return bytes;
    }
}
