package org.hqccp.bench.handwritten;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that may be known only within bounds.
 *
 * @param low the least it can be; none if nothing bounds it
 * @param high the most it can be; none if nothing bounds it
 */
record Amount(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    static final Amount UNKNOWN = new Amount(null, null);
    static final Amount ZERO = of(BigDecimal.ZERO);
    private static final Amount SOME = new Amount(BigDecimal.ZERO, null);

    static Amount of(BigDecimal value) {
        return new Amount(value, value);
    }

    static Amount of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    static Amount between(long low, long high) {
        return new Amount(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** A number that is never below zero. */
    static Amount atLeastZero(@Nullable BigDecimal value) {
        return value == null ? SOME : of(value);
    }

    /** This much, or none of it. */
    Amount perhaps() {
        return new Amount(
                low == null ? null : low.min(BigDecimal.ZERO), high == null ? null : high.max(BigDecimal.ZERO));
    }

    Amount plus(Amount other) {
        return new Amount(
                low == null || other.low == null ? null : low.add(other.low),
                high == null || other.high == null ? null : high.add(other.high));
    }

    Answer atLeast(@Nullable BigDecimal other) {
        return other == null
                ? Answer.UNKNOWN
                : low != null && low.compareTo(other) >= 0
                        ? Answer.YES
                        : high != null && high.compareTo(other) < 0 ? Answer.NO : Answer.UNKNOWN;
    }

    Answer moreThan(BigDecimal other) {
        return low != null && low.compareTo(other) > 0
                ? Answer.YES
                : high != null && high.compareTo(other) <= 0 ? Answer.NO : Answer.UNKNOWN;
    }

    /** The number; none while it is not known. */
    @Nullable
    BigDecimal known() {
        return low != null && high != null && low.compareTo(high) == 0 ? low : null;
    }
}
