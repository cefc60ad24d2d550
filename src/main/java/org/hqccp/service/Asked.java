package org.hqccp.service;

import org.jspecify.annotations.Nullable;

/**
 * A request for a decision that is to be recorded.
 *
 * @param caller who asks, by the name of the token
 * @param decision the decision's name
 * @param caseJson the case, as it was sent
 * @param changes whether to look for the smallest changes
 * @param supersedes the decision this one corrects
 * @param idempotencyKey the key that makes a repetition safe
 */
public record Asked(
        String caller,
        String decision,
        byte[] caseJson,
        boolean changes,
        @Nullable String supersedes,
        @Nullable String idempotencyKey) {

    /** What is asked beside the case. */
    String what() {
        return decision + (changes ? "?changes=true" : "") + (supersedes == null ? "" : " supersedes " + supersedes);
    }
}
