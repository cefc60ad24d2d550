package org.hqccp.comparison;

import java.util.List;

/**
 * Which way a changed rule moves.
 *
 * @param direction which way
 * @param words the same in plain words
 * @param exact whether every combination of what the rule reads was tried; else so many drawn by chance
 * @param tried how many combinations were tried
 * @param witnesses a case for each way
 */
public record Effect(Direction direction, String words, boolean exact, long tried, List<Witness> witnesses) {

    /** The ways. */
    public enum Direction {
        SAME,
        STRICTER,
        MORE_GENEROUS,
        BOTH_WAYS,
        /** Not judged by itself: the rule puts together what other rules found, or only reports. */
        NOT_JUDGED
    }

    /**
     * A case that shows it.
     *
     * @param before what the old rule comes to
     * @param after what the new rule comes to
     * @param yaml the case, which {@code hqccp decide} takes as it stands
     */
    public record Witness(String before, String after, String yaml) {}
}
