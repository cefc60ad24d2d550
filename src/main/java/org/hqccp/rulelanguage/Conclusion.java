package org.hqccp.rulelanguage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says when its condition holds.
 *
 * @param verb the kind of conclusion
 * @param code what is concluded: an outcome, a message code, a support id, a fact to report; none for {@code met}
 */
public record Conclusion(Verb verb, @Nullable String code) {

    /** The closed list of conclusions. */
    public enum Verb {
        MET,
        REPORT,
        ACTION,
        ALERT,
        NOTE,
        FLAG,
        STRENGTH,
        STATUS,
        OUTCOME,
        RANK;

        /** The word that rules use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it only reads what other rules found. */
        public boolean isRollUp() {
            return this == STATUS || this == OUTCOME || this == RANK;
        }
    }
}
