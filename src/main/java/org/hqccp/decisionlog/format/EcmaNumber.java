package org.hqccp.decisionlog.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as RFC 8785 writes them: the shortest decimal that means the same double, laid out as ECMAScript does. */
final class EcmaNumber {
    /** A decimal of so many digits survives the way to a double and back. */
    private static final int SAFE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    private static final int FARTHEST_EXPONENT = 300;
    private static final int PLAIN_FROM = -6;
    private static final int PLAIN_TO = 21;

    private EcmaNumber() {}

    /**
     * The canonical text. A number of at most 15 digits is never turned into a double on the way.
     *
     * @throws FormatException where the number is larger than any double
     */
    static String text(BigDecimal number) throws FormatException {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() > SAFE_DIGITS || Math.abs(shortest.scale()) > FARTHEST_EXPONENT) {
            double nearest = shortest.doubleValue();
            if (Double.isInfinite(nearest)) {
                throw new FormatException("a number is too large");
            }
            if (nearest == 0) {
                return "0";
            }
            shortest = shortest(nearest).stripTrailingZeros();
        }
        return layout(shortest);
    }

    // Double.toString is not always the shortest before JDK 19.
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
        for (int digits = subnormal ? 1 : SAFE_DIGITS; digits < MOST_DIGITS; digits++) {
            for (RoundingMode rounding :
                    new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
                BigDecimal rounded = exact.round(new MathContext(digits, rounding));
                if (rounded.doubleValue() == value) {
                    return rounded;
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String layout(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int point = number.precision() - number.scale();
        String sign = number.signum() < 0 ? "-" : "";
        if (point > PLAIN_TO || point <= PLAIN_FROM) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            int exponent = point - 1;
            return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
        } else if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        } else if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length());
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }
}
