package org.hqccp.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hqccp.decision.Finding;
import org.hqccp.decision.FindingRule;
import org.hqccp.decision.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in every finding of a rule, written once. Of one rule set: its rules are told apart by their ids.
 */
public final class FindingTexts {
    private final Map<String, Parts> byRule = new ConcurrentHashMap<>();

    /**
     * The inside of a finding, cut where a case has its say.
     *
     * @param advice what to do, for the very start; empty where there is none
     * @param beforeConditions after the advice, up to the conditions
     * @param beforeMissing after the conditions, up to what is missing
     * @param beforeSentence after what is missing, up to the sentence
     * @param beforeStatus after the sentence, up to the status
     * @param afterSubject the rest; empty where there is none
     * @param bare the start of findings that show no condition and miss nothing, by status, as last written
     */
    record Parts(
            byte[] advice,
            byte[] beforeConditions,
            byte[] beforeMissing,
            byte[] beforeSentence,
            byte[] beforeStatus,
            byte[] afterSubject,
            AtomicReferenceArray<@Nullable Bare> bare) {

        Parts(
                byte[] advice,
                byte[] beforeConditions,
                byte[] beforeMissing,
                byte[] beforeSentence,
                byte[] beforeStatus,
                byte[] afterSubject) {
            this(
                    advice,
                    beforeConditions,
                    beforeMissing,
                    beforeSentence,
                    beforeStatus,
                    afterSubject,
                    new AtomicReferenceArray<>(Status.values().length));
        }

        /** The start of a finding that shows no condition and misses nothing; none where it was last written with another sentence. */
        byte @Nullable [] bare(Finding finding) {
            Bare known = bare.get(finding.status().ordinal());
            return known != null && known.sentence().equals(finding.sentence()) ? known.upToSubject() : null;
        }

        /** Keeps such a start for the next time. */
        byte[] keep(Finding finding, byte[] upToSubject) {
            bare.set(finding.status().ordinal(), new Bare(finding.sentence(), upToSubject));
            return upToSubject;
        }
    }

    /** A finding that shows no condition and misses nothing, up to its subject; for the sentence it was written with. */
    record Bare(String sentence, byte[] upToSubject) {}

    Parts of(FindingRule rule) {
        Parts known = byRule.get(rule.id());
        return known != null ? known : byRule.computeIfAbsent(rule.id(), id -> DecisionWriter.parts(rule));
    }
}
