package org.hqccp.testcase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;
import org.jspecify.annotations.Nullable;

/** What a number can never be below or above, whatever the case: counts are never below 0, facts keep the bounds of the dictionary. */
final class Bounds {
    private static final int DEEPEST = 8;
    private final Map<String, List<Expr>> derived;

    /**
     * The bounds under some rules.
     *
     * @param derived what gives each derived fact, by path
     */
    Bounds(Map<String, List<Expr>> derived) {
        this.derived = derived;
    }

    /** Why another operator would say the same of every case; none where it would not, or where that is not known. */
    @Nullable
    String same(Expr.Comparison c, Operator other) {
        BigDecimal at = c.right() instanceof Expr.Constant constant && constant.value() instanceof Number
                ? number(constant.value())
                : null;
        if (at == null) {
            return null;
        }
        BigDecimal low = low(c.left(), DEEPEST);
        BigDecimal high = high(c.left());
        boolean atLow = low != null && at.compareTo(low) == 0;
        boolean atHigh = high != null && at.compareTo(high) == 0;
        boolean sameAtLow = c.operator() == Operator.EQUAL && other == Operator.AT_MOST
                || c.operator() == Operator.AT_MOST && other == Operator.EQUAL
                || c.operator() == Operator.MORE && other == Operator.NOT_EQUAL
                || c.operator() == Operator.NOT_EQUAL && other == Operator.MORE;
        boolean sameAtHigh = c.operator() == Operator.EQUAL && other == Operator.AT_LEAST
                || c.operator() == Operator.AT_LEAST && other == Operator.EQUAL
                || c.operator() == Operator.LESS && other == Operator.NOT_EQUAL
                || c.operator() == Operator.NOT_EQUAL && other == Operator.LESS;
        if (atLow && sameAtLow) {
            return RuleEnglish.value(c.left()) + " is never below " + Words.value(at);
        }
        return atHigh && sameAtHigh ? RuleEnglish.value(c.left()) + " is never above " + Words.value(at) : null;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private @Nullable BigDecimal low(Expr expr, int depth) {
        if (depth == 0) {
            return null;
        } else if (expr instanceof Expr.Constant constant) {
            return constant.value() instanceof Number ? number(constant.value()) : null;
        } else if (expr instanceof Expr.FactValue value) {
            List<Expr> is = derived.getOrDefault(value.fact().path(), List.of());
            return is.isEmpty() ? value.fact().min() : is.size() == 1 ? low(is.get(0), depth - 1) : null;
        } else if (expr instanceof Expr.SetSize) {
            return BigDecimal.ZERO;
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return low(aggregate, depth);
        } else if (expr instanceof Expr.Choice choice) {
            return least(low(choice.then(), depth - 1), low(choice.otherwise(), depth - 1));
        } else if (expr instanceof Expr.Arithmetic arithmetic
                && arithmetic.type().isNumber()) {
            return low(arithmetic, depth);
        }
        return null;
    }

    private @Nullable BigDecimal low(Expr.Aggregate aggregate, int depth) {
        Expr value = aggregate.value();
        BigDecimal own = value == null ? BigDecimal.ZERO : low(value, depth - 1);
        return switch (aggregate.fold()) {
            case COUNT -> BigDecimal.ZERO;
            case SUM -> own != null && own.signum() >= 0 ? BigDecimal.ZERO : null;
            case MIN, MAX -> own;
        };
    }

    private @Nullable BigDecimal low(Expr.Arithmetic arithmetic, int depth) {
        BigDecimal a = low(arithmetic.left(), depth - 1);
        BigDecimal b = low(arithmetic.right(), depth - 1);
        boolean positive = a != null && b != null && a.signum() >= 0 && b.signum() >= 0;
        return switch (arithmetic.operator()) {
            case '+' -> a == null || b == null ? null : a.add(b);
            case '*', '/' -> positive ? BigDecimal.ZERO : null;
            default -> null;
        };
    }

    private static @Nullable BigDecimal least(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.min(b);
    }

    private static @Nullable BigDecimal high(Expr expr) {
        return expr instanceof Expr.FactValue value && !value.fact().derived()
                ? value.fact().max()
                : null;
    }
}
