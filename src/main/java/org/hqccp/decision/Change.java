package org.hqccp.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fewest edits that make a NOT_MET finding MET, each verified by deciding again.
 *
 * @param ruleId the rule
 * @param subject the subject
 * @param edits what to change, one edit for each place, by pointer
 * @param outcomeThen the subject's outcome once it is changed; none if there is no change
 * @param reason why there is none, if there is none
 */
public record Change(
        String ruleId,
        String subject,
        List<Edit> edits,
        @Nullable String outcomeThen,
        @Nullable String reason) {

    /**
     * One edit of the case.
     *
     * @param pointer where, as a JSON Pointer; a list's end ({@code /-}) for an item to add
     * @param fact the same place for people: {@code program.seats}, or the list for an item to add
     * @param label what it is
     * @param from what the case says; none for an item to add
     * @param to what it would have to say; the facts by name for an item to add
     * @param sentence in plain words
     */
    public record Edit(
            String pointer,
            String fact,
            String label,
            @Nullable Object from,
            @Nullable Object to,
            String sentence) {}
}
