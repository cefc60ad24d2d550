package org.hqccp.json;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers in their one written form (RFC 8785, which takes JavaScript's): at most four places after the point, rounded half up, and never
 * more digits than a reader that knows only binary fractions gives back unchanged.
 */
final class CanonicalNumber {
    private static final long LARGEST_EXACT = 9_007_199_254_740_991L;
    private static final int MOST_PLACES = 4;
    private static final int MOST_DIGITS = 15;

    /** From here on JavaScript writes numbers with an exponent. */
    private static final int FIRST_EXPONENT = 21;

    private CanonicalNumber() {}

    static String text(long number) {
        return Math.abs(number) <= LARGEST_EXACT ? Long.toString(number) : text(BigDecimal.valueOf(number));
    }

    static String text(BigDecimal number) {
        int whole = number.precision() - number.scale();
        BigDecimal shown = number.scale() <= 0 && whole <= MOST_DIGITS + 1 && isExact(number)
                ? number
                : number.setScale(Math.min(MOST_PLACES, MOST_DIGITS - Math.max(0, whole)), RoundingMode.HALF_UP);
        if (shown.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = shown.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent < FIRST_EXPONENT ? shortest.toPlainString() : withExponent(shortest, exponent);
    }

    private static boolean isExact(BigDecimal whole) {
        return whole.abs().compareTo(BigDecimal.valueOf(LARGEST_EXACT)) <= 0;
    }

    private static String withExponent(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e+" + exponent;
    }
}
