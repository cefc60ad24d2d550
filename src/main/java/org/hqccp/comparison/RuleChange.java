package org.hqccp.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to one rule.
 *
 * @param before the old rule in English; none for a new rule
 * @param after the new rule in English; none for a rule that is gone
 * @param edits what differs, a sentence each
 * @param citations what differs in what it rests on; empty where nothing does
 * @param effect which way it moves; none where only words differ
 */
public record RuleChange(
        String id,
        String statement,
        String decision,
        How how,
        @Nullable String before,
        @Nullable String after,
        List<String> edits,
        List<String> citations,
        @Nullable Effect effect) {

    /** How a rule differs. */
    public enum How {
        ADDED("new"),
        REMOVED("gone"),
        CHANGED("changed"),
        /** Its own text is the same, but a parameter or a fact it reads is not. */
        THROUGH("changed by what it reads"),
        WORDED("only its words or citations differ");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether any answer could differ by it. */
    public boolean decides() {
        return how != How.WORDED;
    }
}
