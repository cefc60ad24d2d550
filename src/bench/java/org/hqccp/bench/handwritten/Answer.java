package org.hqccp.bench.handwritten;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes, no, or not to be told from what is known. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(boolean value) {
        return value ? YES : NO;
    }

    /** A yes/no fact, held against what it should be. */
    static Answer is(@Nullable Object fact, Object wanted) {
        return fact == null ? UNKNOWN : of(fact.equals(wanted));
    }

    static Answer in(@Nullable Object fact, Set<?> among) {
        return fact == null ? UNKNOWN : of(among.contains(fact));
    }

    static Answer holds(@Nullable Set<String> set, @Nullable String element) {
        return set == null || element == null ? UNKNOWN : of(set.contains(element));
    }

    Answer not() {
        return this == UNKNOWN ? UNKNOWN : this == YES ? NO : YES;
    }

    Answer and(Answer other) {
        return this == NO || other == NO ? NO : this == YES && other == YES ? YES : UNKNOWN;
    }

    Answer or(Answer other) {
        return this == YES || other == YES ? YES : this == NO && other == NO ? NO : UNKNOWN;
    }

    /** The value as a fact: none while unknown. */
    @Nullable
    Boolean known() {
        return this == UNKNOWN ? null : Boolean.valueOf(this == YES);
    }
}
