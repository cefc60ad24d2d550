package org.hqccp.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Exact decimal arithmetic and comparison, with unknown numbers known to lie between bounds. */
final class Numbers {
    private static final BigDecimal LEAST_WHOLE = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Unknown TOO_LARGE = new Unknown("the number is too large");
    private static final Unknown DIVISION = new Unknown("division by zero");

    private static final Unknown NO_STEP = new Unknown("a step is more than 0");

    private Numbers() {}

    static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }

    /** The least a value can be; none if nothing bounds it. */
    static @Nullable BigDecimal low(Object value) {
        return value instanceof Unknown unknown ? unknown.low() : decimal(value);
    }

    /** The most a value can be; none if nothing bounds it. */
    static @Nullable BigDecimal high(Object value) {
        return value instanceof Unknown unknown ? unknown.high() : decimal(value);
    }

    /** A number between two bounds: known where they meet. A whole number has whole bounds, and none where it may be too large. */
    static Object between(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean whole, String reason) {
        if (!whole) {
            return low != null && high != null && low.compareTo(high) == 0 ? low : new Unknown(reason, low, high);
        }
        BigDecimal least = low == null ? null : low.setScale(0, RoundingMode.CEILING);
        BigDecimal most = high == null ? null : high.setScale(0, RoundingMode.FLOOR);
        if (isTooLarge(least) || isTooLarge(most)) {
            return TOO_LARGE;
        }
        return least != null && most != null && least.compareTo(most) == 0
                ? (Object) least.longValueExact()
                : new Unknown(reason, least, most);
    }

    private static boolean isTooLarge(@Nullable BigDecimal whole) {
        return whole != null && (whole.compareTo(LEAST_WHOLE) < 0 || whole.compareTo(MOST_WHOLE) > 0);
    }

    static Truth compare(Expr.Operator operator, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Truth.of(holds(operator, Long.compare(a, b)));
        }
        if (!(left instanceof Unknown) && !(right instanceof Unknown)) {
            return Truth.of(holds(operator, decimal(left).compareTo(decimal(right))));
        }
        return switch (operator) {
            case AT_LEAST -> atLeast(left, right);
            case LESS -> atLeast(left, right).not();
            case AT_MOST -> atLeast(right, left);
            case MORE -> atLeast(right, left).not();
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> equal(left, right).not();
        };
    }

    /** Whether a comparison's result is what the operator asks for. */
    static boolean holds(Expr.Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static Truth atLeast(Object left, Object right) {
        BigDecimal leastLeft = low(left);
        BigDecimal mostRight = high(right);
        if (leastLeft != null && mostRight != null && leastLeft.compareTo(mostRight) >= 0) {
            return Truth.TRUE;
        }
        BigDecimal mostLeft = high(left);
        BigDecimal leastRight = low(right);
        return mostLeft != null && leastRight != null && mostLeft.compareTo(leastRight) < 0
                ? Truth.FALSE
                : Truth.UNKNOWN;
    }

    private static Truth equal(Object left, Object right) {
        return atLeast(left, right).and(atLeast(right, left));
    }

    static Object calculate(char operator, Object left, Object right, boolean whole) {
        boolean known = !(left instanceof Unknown) && !(right instanceof Unknown);
        if (operator == '/') {
            return known ? divide(decimal(left), decimal(right)) : unknown();
        }
        if (known && left instanceof Long a && right instanceof Long b) {
            try {
                return switch (operator) {
                    case '+' -> Math.addExact(a, b);
                    case '-' -> Math.subtractExact(a, b);
                    default -> Math.multiplyExact(a, b);
                };
            } catch (ArithmeticException e) {
                return TOO_LARGE;
            }
        }
        BigDecimal a = low(left);
        BigDecimal b = high(left);
        BigDecimal c = low(right);
        BigDecimal d = high(right);
        return switch (operator) {
            case '+' -> between(plus(a, c), plus(b, d), whole, "worked out from something not known");
            case '-' -> between(minus(a, d), minus(b, c), whole, "worked out from something not known");
            default -> times(a, b, c, d, whole);
        };
    }

    private static Object times(
            @Nullable BigDecimal a,
            @Nullable BigDecimal b,
            @Nullable BigDecimal c,
            @Nullable BigDecimal d,
            boolean whole) {
        if (a == null || b == null || c == null || d == null) {
            return unknown();
        }
        BigDecimal p = a.multiply(c);
        BigDecimal q = a.multiply(d);
        BigDecimal r = b.multiply(c);
        BigDecimal s = b.multiply(d);
        return between(p.min(q).min(r).min(s), p.max(q).max(r).max(s), whole, "worked out from something not known");
    }

    private static Unknown unknown() {
        return new Unknown("worked out from something not known");
    }

    private static Object divide(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? DIVISION : a.divide(b, MathContext.DECIMAL128).stripTrailingZeros();
    }

    /** The greatest multiple of a step that is not above a number. */
    static Object roundDown(Object number, Object step) {
        BigDecimal by = decimal(step);
        if (by.signum() <= 0) {
            return NO_STEP;
        }
        BigDecimal rounded = decimal(number).divide(by, 0, RoundingMode.FLOOR).multiply(by);
        return number instanceof Long && step instanceof Long
                ? between(rounded, rounded, true, "rounded")
                : rounded.stripTrailingZeros();
    }

    static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    private static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.subtract(b);
    }

    static Object days(LocalDate later, LocalDate earlier) {
        return later.toEpochDay() - earlier.toEpochDay();
    }
}
