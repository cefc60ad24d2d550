package org.hqccp.testcase;

import java.util.ArrayList;
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

    private static final Map<String, String> STATUSES = Map.of(
            "MET", "met",
            "NOT_MET", "not met",
            "DEVELOPING", "developing",
            "UNKNOWN", "not known",
            "NOT_APPLICABLE", "does not apply",
            "REPORTED", "reported");

    static final Expectation NOTHING = new Expectation(
            null,
            null,
            new Expected(null, null, null, null, null, null, null, null, List.of(), Map.of(), Map.of(), Map.of()),
            null,
            null,
            Map.of(),
            Map.of(),
            Map.of());

    /** What is expected, in a few words. */
    String words() {
        List<String> words = new ArrayList<>();
        if (status != null) {
            words.add(words(status));
        }
        if (of != null) {
            words.add("for " + of);
        }
        whole.words(words);
        add(words, "supports", flags);
        add(words, "strengths", strengths);
        urgency.forEach((id, degree) -> words.add(id + " due " + degree));
        results.forEach((subject, expected) -> {
            List<String> own = new ArrayList<>();
            expected.words(own);
            words.add(subject + ": " + String.join(", ", own));
        });
        changes.forEach((id, edits) -> words.add(
                edits.isEmpty()
                        ? "no change of the case meets " + id
                        : "a change of " + String.join(" and ", edits.keySet()) + " meets " + id));
        return String.join("; ", words);
    }

    /** A status in plain words. */
    static String words(String status) {
        return status.equals(NO_FINDING) ? "not in force" : STATUSES.getOrDefault(status, status);
    }

    static void add(List<String> words, String name, @Nullable List<String> codes) {
        if (codes != null) {
            words.add(name + " " + (codes.isEmpty() ? "none" : String.join(", ", codes)));
        }
    }

    /** The same but for the smallest changes, which take long to look for. */
    Expectation withoutChanges() {
        return changes.isEmpty()
                ? this
                : new Expectation(status, of, whole, flags, strengths, urgency, results, Map.of());
    }

    /** Whether it looks at more than what each rule, group and outcome came to. */
    boolean looksAtMore() {
        return looksAtMore(whole) || results.values().stream().anyMatch(Expectation::looksAtMore);
    }

    /** Whether it looks for words. */
    boolean says() {
        return !whole.says().isEmpty()
                || results.values().stream().anyMatch(r -> !r.says().isEmpty());
    }

    private static boolean looksAtMore(Expected expected) {
        return expected.because() != null
                || expected.missing() != null
                || expected.next() != null
                || !expected.says().isEmpty()
                || !expected.values().isEmpty();
    }

    /** The word for: this rule finds nothing. */
    static final String NO_FINDING = "none";

    /** What a case expects of a value that the answer does not show. */
    static final String NOT_SHOWN = "none";
}
