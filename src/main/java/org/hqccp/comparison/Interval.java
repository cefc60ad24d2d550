package org.hqccp.comparison;

/**
 * A share or a difference of shares, with the interval that holds it in 95 of 100 such counts.
 *
 * @param value the share or difference itself
 */
public record Interval(double value, double low, double high) {
    private static final double Z = 1.959963984540054;
    private static final double Z2 = Z * Z;

    /** A share, by Wilson's score method, which stays inside 0 to 1 and does well with small numbers. */
    public static Interval ofShare(long hits, long all) {
        if (all == 0) {
            return new Interval(0, 0, 1);
        }
        double share = (double) hits / all;
        double middle = share + Z2 / (2 * all);
        double spread = Z * Math.sqrt(share * (1 - share) / all + Z2 / (4.0 * all * all));
        double scale = 1 + Z2 / all;
        return new Interval(
                share, hits == 0 ? 0 : (middle - spread) / scale, hits == all ? 1 : (middle + spread) / scale);
    }

    /** The difference of the shares of two groups, by Newcombe's method from the two Wilson intervals (his method 10 for groups). */
    public static Interval ofDifference(long hits, long all, long otherHits, long otherAll) {
        Interval one = ofShare(hits, all);
        Interval other = ofShare(otherHits, otherAll);
        double value = one.value - other.value;
        return new Interval(
                value,
                value - Math.hypot(one.value - one.low, other.high - other.value),
                value + Math.hypot(one.high - one.value, other.value - other.low));
    }

    /** The difference of two shares of the same people, by Newcombe's method for pairs (1998, method 10). */
    static Interval ofPairedDifference(long both, long first, long second, long neither) {
        long all = both + first + second + neither;
        if (all == 0) {
            return new Interval(0, -1, 1);
        }
        Interval one = ofShare(both + first, all);
        Interval other = ofShare(both + second, all);
        double value = (double) (first - second) / all;
        double phi = phi(both, first, second, neither, all);
        double below = one.value - one.low;
        double above = one.high - one.value;
        double otherBelow = other.value - other.low;
        double otherAbove = other.high - other.value;
        double down = below * below - 2 * phi * below * otherAbove + otherAbove * otherAbove;
        double up = above * above - 2 * phi * above * otherBelow + otherBelow * otherBelow;
        return new Interval(value, value - Math.sqrt(Math.max(0, down)), value + Math.sqrt(Math.max(0, up)));
    }

    /** How much the two go together, with Newcombe's correction for continuity. */
    private static double phi(double both, double first, double second, double neither, double all) {
        double margins = (both + first) * (second + neither) * (both + second) * (first + neither);
        if (margins == 0) {
            return 0;
        }
        double product = both * neither - first * second;
        double corrected = product > 0 ? Math.max(product - all / 2, 0) : product;
        return corrected / Math.sqrt(margins);
    }
}
