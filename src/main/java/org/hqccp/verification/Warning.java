package org.hqccp.verification;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in sound rules that is likely not meant.
 *
 * @param kind what kind of thing
 * @param about what it is about: rules, a fact or a parameter, several joined by {@code &}
 * @param file the file, below the rule folder
 * @param line the line there; 0 where the whole file is meant
 * @param message what is likely not meant, in plain words
 * @param tried how many cases were tried where not all that matter could be; 0 where the statement is exact
 * @param decision the decision that the example asks for
 * @param example a case that shows it, as YAML; none where no case can
 */
public record Warning(
        Kind kind,
        String about,
        String file,
        int line,
        String message,
        int tried,
        @Nullable String decision,
        @Nullable String example)
        implements Comparable<Warning> {

    private static final Comparator<Warning> ORDER = Comparator.comparing(Warning::file)
            .thenComparing(Warning::line)
            .thenComparing(Warning::kind)
            .thenComparing(Warning::about);

    /** What is likely not meant. */
    public enum Kind {
        /** A rule that can never apply, or be met. */
        NEVER,
        /** A rule that always holds. */
        ALWAYS,
        /** Two criteria that no case can meet together. */
        CONTRADICTION,
        /** A rule that adds nothing to another. */
        ADDS_NOTHING,
        /** A value between thresholds for which nothing is concluded, or a day between two rules. */
        GAP,
        /** A value or a day for which two rules conclude that were to share it out. */
        OVERLAP,
        /** A criterion whose finding nothing in its decision asks for. */
        RULE_UNREAD,
        /** A fact that no rule reads. */
        FACT_UNREAD,
        /** A parameter that no rule uses. */
        PARAMETER_UNUSED,
        /** An eligibility rule that reads what may stand for something it must not read. */
        PROXY,
        /** An accepted warning that is no longer there. */
        ACCEPTED;

        /** The word that files use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isExact() {
        return tried == 0;
    }

    @Override
    public int compareTo(Warning other) {
        return ORDER.compare(this, other);
    }
}
