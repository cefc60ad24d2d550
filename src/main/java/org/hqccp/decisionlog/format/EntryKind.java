package org.hqccp.decisionlog.format;

import java.util.Locale;

/** What an entry records. */
public enum EntryKind {
    /** The log begins; its first entry, and only that. Names the key that signs its checkpoints. */
    START,
    /** From here on decisions are made under this rule set. */
    RULESET,
    /** A case was decided. */
    DECISION,
    /** A case was decided again with corrected facts; the entry names the one it supersedes. */
    CORRECTION,
    /** A person set another outcome; the decision as made stays. */
    OVERRIDE,
    /** Somebody read the log. */
    ACCESS;

    /** The word in an entry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EntryKind of(String word) throws FormatException {
        for (EntryKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new FormatException("the kind of an entry is not known");
    }

    /** Whether an entry of this kind holds a decision. */
    public boolean holdsDecision() {
        return this == DECISION || this == CORRECTION;
    }
}
