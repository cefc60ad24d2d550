package org.hqccp.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as cases write them: plain decimals without exponent and without a minus before zero, read exactly. */
final class CaseNumbers {
    private static final long LARGEST = 9_007_199_254_740_991L;
    private static final int MOST_WHOLE_DIGITS = 16;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 4;

    private CaseNumbers() {}

    /** The whole number from -(2^53-1) to 2^53-1 that was written; none if it is none. */
    static @Nullable Long whole(String written) {
        int from = written.startsWith("-") ? 1 : 0;
        if (written.length() - from > MOST_WHOLE_DIGITS || !areDigits(written, from, written.length())) {
            return null;
        }
        long value = Long.parseLong(written);
        return Math.abs(value) > LARGEST || value == 0 && from == 1 ? null : (Long) value;
    }

    /** The number that was written: a whole number, or at most 15 digits with one to four of them after the point; none if it is none. */
    static @Nullable BigDecimal decimal(String written) {
        int point = written.indexOf('.');
        if (point < 0) {
            Long whole = whole(written);
            return whole == null ? null : BigDecimal.valueOf(whole);
        }
        int from = written.startsWith("-") ? 1 : 0;
        if (written.length() - point - 1 > MOST_PLACES
                || written.length() - from > MOST_DIGITS + 2
                || !areDigits(written, from, point)
                || !areDigits(written, point + 1, written.length())) {
            return null;
        }
        BigDecimal value = new BigDecimal(written);
        return value.precision() > MOST_DIGITS || value.signum() == 0 && from == 1 ? null : plain(value);
    }

    /** Equal numbers become equal objects: 1.50 is 1.5, 2.0 is 2. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static boolean areDigits(String written, int from, int to) {
        for (int i = from; i < to; i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
