package org.hqccp.rulelanguage;

import java.util.List;
import java.util.Map;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/** Codes that meet each other: a code must be one of the fact's, and an order is only one where both sides share it. */
final class Codes {
    private Codes() {}

    /** A text in quotes as a code of a fact. */
    static Expr constant(Expr.Constant constant, Fact fact, int offset) throws ExpressionException {
        Map<String, String> values = fact.values();
        String text = String.valueOf(constant.value());
        if (!values.isEmpty() && !values.containsKey(text) && !fact.refuses().containsKey(text)) {
            throw new ExpressionException(
                    offset,
                    "VALUE",
                    "'" + text + "' is not a value of '" + fact.name() + "'; it may be "
                            + String.join(", ", values.keySet()),
                    Suggestion.didYouMean(text, values.keySet()));
        }
        return new Expr.Constant(FactType.ONE_OF, text);
    }

    /** A parameter of unit code says a code of whatever it is compared with. */
    static boolean isParameter(Expr parameter, Expr other) {
        return parameter instanceof Expr.ParameterValue
                && Typing.kind(parameter.type()) == Typing.Sort.TEXT
                && Typing.kind(other.type()) == Typing.Sort.CODE;
    }

    static boolean isOrdered(Expr expr) {
        return expr instanceof Expr.FactValue value && value.fact().ordered();
    }

    /** Refuses a code that is compared with what can never be the same code. */
    static void check(Expr left, Expr right, boolean orders, int offset) throws ExpressionException {
        Fact fact = fact(left);
        if (fact == null || fact.values().isEmpty()) {
            return;
        }
        List<String> codes = List.copyOf(fact.values().keySet());
        Fact other = fact(right);
        if (right instanceof Expr.Constant constant && orders && !codes.contains(constant.value())) {
            throw new ExpressionException(
                    offset,
                    "VALUE",
                    "'" + constant.value() + "' has no place in the order of '" + fact.name() + "'",
                    "compare it with " + String.join(", ", codes));
        }
        if (right instanceof Expr.ParameterValue parameter) {
            for (Parameter.Period period : parameter.parameter().periods()) {
                if (period.value() instanceof String code && !codes.contains(code)) {
                    throw new ExpressionException(
                            offset,
                            "VALUE",
                            "the parameter " + parameter.parameter().name() + " holds '" + code
                                    + "', which is not a value of '" + fact.name() + "'",
                            Suggestion.didYouMean(code, codes));
                }
            }
        }
        if (orders && right instanceof Expr.FactValue && (other == null || !isSameOrder(codes, other))) {
            throw new ExpressionException(
                    offset, "ORDER", "the two do not have the same values in the same order", "use == or !=");
        }
        if (!orders
                && other != null
                && !other.values().isEmpty()
                && other.values().keySet().stream().noneMatch(codes::contains)) {
            throw new ExpressionException(
                    offset, "VALUE", "'" + fact.name() + "' and '" + other.name() + "' have no value in common", null);
        }
    }

    private static boolean isSameOrder(List<String> codes, Fact other) {
        return codes.equals(List.copyOf(other.values().keySet()));
    }

    private static @Nullable Fact fact(Expr expr) {
        return expr instanceof Expr.FactValue value && value.type() == FactType.ONE_OF ? value.fact() : null;
    }
}
