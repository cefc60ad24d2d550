package org.hqccp.testcase;

import java.util.List;
import java.util.Map;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * Everything a case expects.
 *
 * @param status of the rule whose case this is; {@code none} for no finding
 * @param of the subject meant, where there are several
 * @param whole of the subject meant, or of all together
 * @param flags supports flagged
 * @param strengths strengths recorded
 * @param urgency how soon each support is due, by support
 * @param results by subject
 * @param changes the smallest change for a rule that is not met: what each place would have to say; empty for no change
 */
record Expectation(
        @Nullable String status,
        @Nullable String of,
        Expected whole,
        @Nullable List<String> flags,
        @Nullable List<String> strengths,
        Map<String, String> urgency,
        Map<String, Expected> results,
        Map<String, Map<String, Node>> changes) {

    static final Expectation NOTHING = new Expectation(
            null,
            null,
            new Expected(null, null, null, null, null, null, null, null, List.of(), Map.of(), Map.of(), Map.of()),
            null,
            null,
            Map.of(),
            Map.of(),
            Map.of());

    /** The word for: this rule finds nothing. */
    static final String NO_FINDING = "none";
}
