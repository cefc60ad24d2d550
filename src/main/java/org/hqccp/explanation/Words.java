package org.hqccp.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.jspecify.annotations.Nullable;

/** Plain words for conditions and values, from the labels of the dictionary and the rule model. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);

    private Words() {}

    /** A condition, as it has to be; negated, as it must not be. */
    static String condition(Expr expr, boolean negated) {
        if (expr instanceof Expr.And and) {
            return join(and.parts(), negated, negated ? " or " : " and ");
        } else if (expr instanceof Expr.Or or) {
            return join(or.parts(), negated, negated ? " and " : " or ");
        } else if (expr instanceof Expr.Not not) {
            return condition(not.part(), !negated);
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison, negated ? comparison.operator().negated() : comparison.operator());
        } else if (expr instanceof Expr.In in) {
            Fact fact = fact(in.element());
            String values = in.among().stream().map(c -> value(c.value(), fact)).collect(Collectors.joining(" or "));
            return phrase(in.element()) + (in.negated() != negated ? " is not " : " is ") + values;
        } else if (expr instanceof Expr.Contains contains) {
            String element = contains.element() instanceof Expr.Constant c
                    ? value(c.value(), fact(contains.set()))
                    : phrase(contains.element());
            return phrase(contains.set()) + (contains.negated() != negated ? " does not hold " : " holds ") + element;
        } else if (expr instanceof Expr.Exists exists) {
            Expr where = exists.where();
            String which = where == null ? "" : " where " + condition(where, false);
            return (exists.negated() != negated ? "there is no " : "there is a ")
                    + exists.of().label()
                    + which;
        }
        return phrase(expr) + (negated ? " is no" : " is yes");
    }

    private static String join(Collection<Expr> parts, boolean negated, String word) {
        return parts.stream()
                .map(p -> p instanceof Expr.And || p instanceof Expr.Or
                        ? "(" + condition(p, negated) + ")"
                        : condition(p, negated))
                .collect(Collectors.joining(word));
    }

    private static String comparison(Expr.Comparison comparison, Expr.Operator operator) {
        Fact fact = fact(comparison.left());
        String right = comparison.right() instanceof Expr.Constant constant
                ? quantity(value(constant.value(), fact), fact)
                : comparison.right() instanceof Expr.ParameterValue parameter
                        ? parameter(parameter.parameter(), fact)
                        : phrase(comparison.right());
        return phrase(comparison.left()) + " is "
                + sign(operator, comparison.left().type()) + right;
    }

    /** The value a parameter has now, if it has only one, with its name. */
    private static String parameter(Parameter parameter, @Nullable Fact fact) {
        Object value = parameter.periods().get(parameter.periods().size() - 1).value();
        return (value instanceof Unknown ? "the set value" : quantity(value(value, fact), fact)) + " ("
                + parameter.name() + ")";
    }

    private static String quantity(String value, @Nullable Fact fact) {
        String unit = fact == null ? null : fact.unit();
        return unit == null || unit.isEmpty() ? value : value + " " + unit;
    }

    /** The comparing words; empty for "is". */
    static String sign(Expr.Operator operator, FactType type) {
        boolean time = type.isDate() || type == FactType.MONTH_DAY;
        return switch (operator) {
            case EQUAL -> "";
            case NOT_EQUAL -> "not ";
            case LESS -> time ? "before " : "less than ";
            case AT_MOST -> time ? "on or before " : "at most ";
            case MORE -> time ? "after " : "more than ";
            case AT_LEAST -> time ? "on or after " : "at least ";
        };
    }

    /** A value's name in a sentence. */
    static String phrase(Expr expr) {
        if (expr instanceof Expr.FactValue value) {
            return value.fact().label();
        } else if (expr instanceof Expr.ParameterValue parameter) {
            return parameter.parameter().meaning();
        } else if (expr instanceof Expr.Constant constant) {
            return value(constant.value(), null);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            String word = switch (arithmetic.operator()) {
                case '+' -> " plus ";
                case '-' -> " minus ";
                case '*' -> " times ";
                default -> " divided by ";
            };
            return phrase(arithmetic.left()) + word + phrase(arithmetic.right());
        } else if (expr instanceof Expr.Aggregate aggregate) {
            Expr where = aggregate.where();
            Expr of = aggregate.value();
            String fold = switch (aggregate.fold()) {
                case COUNT -> "number of ";
                case SUM -> "sum of ";
                case MIN -> "least of ";
                case MAX -> "greatest of ";
            };
            return fold
                    + (of == null ? "" : phrase(of) + " of ")
                    + aggregate.of().label()
                    + (where == null ? "" : " where " + condition(where, false));
        } else if (expr instanceof Expr.SetSize size) {
            return "size of " + phrase(size.set());
        } else if (expr instanceof Expr.Call call) {
            return call.function().word() + " of "
                    + call.arguments().stream().map(Words::phrase).collect(Collectors.joining(" and "));
        } else if (expr instanceof Expr.Choice choice) {
            return phrase(choice.then()) + " if " + condition(choice.condition(), false) + ", else "
                    + phrase(choice.otherwise());
        } else if (expr instanceof Expr.Missing) {
            return "not known";
        }
        return condition(expr, false);
    }

    /** The fact whose codes and unit a value is said in. */
    static @Nullable Fact fact(Expr expr) {
        return expr instanceof Expr.FactValue value ? value.fact() : null;
    }

    /** A value in words. */
    static String value(Object value, @Nullable Fact fact) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        } else if (value instanceof LocalDate date) {
            return fact != null && fact.type() == FactType.MONTH ? MONTH.format(date) : DAY.format(date);
        } else if (value instanceof YearMonth month) {
            return MONTH.format(month);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.setScale(Math.min(4, Math.max(0, decimal.scale())), RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        } else if (value instanceof Collection<?> set) {
            return set.isEmpty()
                    ? "none"
                    : set.stream().map(v -> value(v, fact)).collect(Collectors.joining(", "));
        } else if (value instanceof String code && fact != null) {
            return fact.words(code);
        } else if (value instanceof Unknown) {
            return "not known";
        }
        return String.valueOf(value);
    }

    static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
