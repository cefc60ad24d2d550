package org.hqccp.comparison;

/** How likely a difference as large as one that was seen would be by chance alone. */
public final class Chance {
    private static final double TINY = 1e-12;
    private static final int MOST_STEPS = 500;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double HALF_LOG_2_PI = 0.9189385332046727;

    private Chance() {}

    /** Two-sided p of a two-by-two table: Fisher's exact test where an expected count is under 5, else the normal test. */
    public static double ofTable(long hits, long all, long otherHits, long otherAll) {
        return leastExpected(hits, all, otherHits, otherAll) < 5
                ? fisher(hits, all, otherHits, otherAll)
                : normal(hits, all, otherHits, otherAll);
    }

    /** The least count of a cell that would be expected if both groups were alike. */
    static double leastExpected(long hits, long all, long otherHits, long otherAll) {
        double total = all + otherAll;
        if (total == 0) {
            return 0;
        }
        double hit = hits + otherHits;
        return Math.min(Math.min(all, otherAll) * hit / total, Math.min(all, otherAll) * (total - hit) / total);
    }

    /** Fisher's exact test: all tables with the same margins that are no likelier than this one. */
    public static double fisher(long hits, long all, long otherHits, long otherAll) {
        long hit = hits + otherHits;
        long total = all + otherAll;
        double seen = logTable(hits, all, hit, total);
        double sum = 0;
        for (long each = Math.max(0, hit - otherAll); each <= Math.min(all, hit); each++) {
            double log = logTable(each, all, hit, total);
            if (log <= seen + 1e-7) {
                sum += Math.exp(log);
            }
        }
        return Math.min(1, sum);
    }

    private static double logTable(long hits, long all, long hit, long total) {
        return logChoose(all, hits) + logChoose(total - all, hit - hits) - logChoose(total, hit);
    }

    private static double logChoose(long of, long chosen) {
        return logGamma(of + 1.0) - logGamma(chosen + 1.0) - logGamma(of - chosen + 1.0);
    }

    /** The normal test with the pooled share. */
    public static double normal(long hits, long all, long otherHits, long otherAll) {
        double pooled = (double) (hits + otherHits) / (all + otherAll);
        double spread = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / otherAll));
        if (spread == 0) {
            return 1;
        }
        double z = ((double) hits / all - (double) otherHits / otherAll) / spread;
        return chiSquare(z * z, 1);
    }

    /** How likely a chi-square with so many degrees of freedom is at least so large. */
    public static double chiSquare(double value, int freedom) {
        return value <= 0 ? 1 : upperGamma(freedom / 2.0, value / 2);
    }

    /** The regularized upper incomplete gamma function. */
    private static double upperGamma(double shape, double x) {
        double front = Math.exp(-x + shape * Math.log(x) - logGamma(shape));
        if (x < shape + 1) {
            double term = 1 / shape;
            double sum = term;
            for (int i = 1; i < MOST_STEPS && term > sum * TINY; i++) {
                term *= x / (shape + i);
                sum += term;
            }
            return 1 - front * sum;
        }
        double b = x + 1 - shape;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i < MOST_STEPS; i++) {
            double a = -i * (i - shape);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double step = d * c;
            fraction *= step;
            if (Math.abs(step - 1) < TINY) {
                break;
            }
        }
        return front * fraction;
    }

    /** The logarithm of the gamma function, after Lanczos. */
    private static double logGamma(double x) {
        double at = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (at + i);
        }
        double t = at + 7.5;
        return HALF_LOG_2_PI + (at + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
