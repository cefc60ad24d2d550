package org.hqccp.bench.handwritten;

import org.jspecify.annotations.Nullable;

/**
 * A grade that may be known only within bounds.
 *
 * @param low the lowest it can be; none if nothing bounds it
 * @param high the highest it can be; none if nothing bounds it
 */
record Grade(@Nullable Long low, @Nullable Long high) {
    private static final long LOWEST = 6;
    private static final long HIGHEST = 13;
    private static final Grade UNKNOWN = new Grade(null, null);

    /** The grade in which the student would enter; the grade now is one of 6 to 13 even while it is not known. */
    static Grade atEntry(@Nullable Long now, @Nullable Integer entryYear, int thisYear) {
        if (entryYear == null) {
            return UNKNOWN;
        }
        long years = (long) entryYear - thisYear;
        return now == null ? new Grade(LOWEST + years, HIGHEST + years) : new Grade(now + years, now + years);
    }

    @Nullable
    Long known() {
        return low != null && low.equals(high) ? low : null;
    }

    Answer below(long grade) {
        return high != null && high < grade ? Answer.YES : low != null && low >= grade ? Answer.NO : Answer.UNKNOWN;
    }

    Answer above(long grade) {
        return below(grade + 1).not();
    }

    Answer above(@Nullable Long other) {
        return other == null ? Answer.UNKNOWN : above(other.longValue());
    }
}
