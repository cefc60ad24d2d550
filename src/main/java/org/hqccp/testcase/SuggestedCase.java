package org.hqccp.testcase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case at a border of a rule, with what the rules say of it today.
 *
 * @param name what it shows
 * @param status what the rule comes to; {@code none} while it is not in force
 * @param of which subject is meant, where there are several
 * @param missing the facts that are missing
 * @param answer what the rule says, in plain words
 * @param given the case as its file writes it, but for what is expected
 */
public record SuggestedCase(
        String name, String status, @Nullable String of, List<String> missing, String answer, String given) {

    /** The case ready to add, with today's answer. */
    public String confirmed() {
        return given + Draft.expected(new Answer(status, missing), of);
    }

    /** The case ready to add, with another answer: it fails until the rule gives it. */
    public String expecting(String otherStatus) {
        return given + Draft.expected(new Answer(otherStatus, List.of()), of);
    }
}
