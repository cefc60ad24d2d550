package org.hqccp.comparison;

import java.util.Locale;

/** Shares and intervals in words, with what may not be shown left out. */
final class Shares {
    static final String SMALL = "numbers too small to say anything";

    private Shares() {}

    static String percent(double share) {
        return String.format(Locale.US, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.US, "%.2f", value);
    }

    /** A share with its interval; hidden where it or the rest counts fewer than ten. */
    static String of(long hits, long all) {
        if (!Suppression.isShown(hits, all)) {
            return "a share that is not shown (fewer than 10 people have it, or lack it)";
        }
        Interval interval = Interval.ofShare(hits, all);
        return percent(interval.value()) + " (" + percent(interval.low()) + " to " + percent(interval.high()) + ")";
    }

    /** Probability in words. */
    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.US, "p = %.3f", p);
    }

    /** Points of a hundred, with a sign. */
    static String points(double share) {
        return String.format(Locale.US, "%+.1f points", 100 * share);
    }
}
