package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hqccp.engine.Column.Coding;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Writes a checked condition as DRL that concludes nothing from what is not known: {@code sure} holds only where the condition surely is
 * true (or surely false), {@code possible} wherever it may be.
 */
final class Emission {
    private final RowType subject;
    private final @Nullable RowType element;

    /**
     * @param subject the rows facts of the owner are read from
     * @param element the rows facts of a list's element are read from, inside exists and not
     */
    Emission(RowType subject, @Nullable RowType element) {
        this.subject = subject;
        this.element = element;
    }

    /** DRL that holds only where {@code expr} surely is {@code wanted}. */
    String sure(Expr expr, boolean wanted) {
        return write(expr, wanted, true);
    }

    /** DRL that holds wherever {@code expr} may be true. */
    String possible(Expr expr) {
        return write(expr, true, false);
    }

    private String write(Expr expr, boolean wanted, boolean sure) {
        if (expr instanceof Expr.And and) {
            return join(and.parts(), wanted, sure, wanted ? " && " : " || ");
        } else if (expr instanceof Expr.Or or) {
            return join(or.parts(), wanted, sure, wanted ? " || " : " && ");
        } else if (expr instanceof Expr.Not not) {
            return write(not.part(), !wanted, sure);
        } else if (expr instanceof Expr.Comparison comparison) {
            Expr.Operator operator =
                    wanted ? comparison.operator() : comparison.operator().negated();
            return comparison(operator, comparison.left(), comparison.right(), sure);
        } else if (expr instanceof Expr.In in) {
            return in(in, wanted != in.negated(), sure);
        } else if (expr instanceof Expr.Contains contains) {
            return contains(contains, wanted != contains.negated(), sure);
        }
        String flag = column(expr, Coding.FLAG);
        return sure ? flag + " == " + wanted : "( " + flag + " == null || " + flag + " == " + wanted + " )";
    }

    private String join(List<Expr> parts, boolean wanted, boolean sure, String operator) {
        return parts.stream().map(p -> write(p, wanted, sure)).collect(Collectors.joining(operator, "( ", " )"));
    }

    /** The column of an expression: in the element's row if it reads the element, else in the subject's. */
    private String column(Expr expr, Coding coding) {
        if (element == null) {
            return subject.column(expr, coding);
        }
        boolean[] reads = {false};
        Paths.walk(
                expr,
                part -> reads[0] |=
                        part instanceof Expr.FactValue value && value.path().from() == Expr.From.ELEMENT);
        return reads[0] ? element.column(expr, coding) : "$s." + subject.column(expr, coding);
    }

    private String comparison(Expr.Operator operator, Expr left, Expr right, boolean sure) {
        FactType type = left.type();
        if (type.isNumber()) {
            boolean whole = type == FactType.WHOLE_NUMBER && right.type() == FactType.WHOLE_NUMBER;
            return numbers(operator, side(left, whole), side(right, whole), whole, sure);
        }
        if (type.isDate() || type == FactType.MONTH_DAY) {
            return plain(operator, side(left, Coding.WHOLE), side(right, Coding.WHOLE), sure);
        }
        boolean ordered = operator != Expr.Operator.EQUAL && operator != Expr.Operator.NOT_EQUAL;
        if (ordered && left instanceof Expr.FactValue value) {
            Side constant = right instanceof Expr.Constant c
                    ? Side.constant(value.fact().rank((String) c.value()) + "L")
                    : rank(right, value.fact());
            return plain(operator, side(left, Coding.RANK), constant, sure);
        }
        Coding coding = type == FactType.YES_NO ? Coding.FLAG : Coding.TEXT;
        return plain(operator, side(left, coding), side(right, coding), sure);
    }

    /** One side of a comparison: the least and the most it can be, and whether it can be unknown. */
    private record Side(String low, String high, boolean constant) {
        static Side constant(String text) {
            return new Side(text, text, true);
        }
    }

    private Side side(Expr expr, Coding coding) {
        if (!(expr instanceof Expr.Constant constant)) {
            String column = column(expr, coding);
            return new Side(column, column, false);
        }
        return Side.constant(literal(constant.value()));
    }

    /** The place of a code in the order that {@code ordered} declares: a parameter has no order of its own. */
    private Side rank(Expr expr, Fact ordered) {
        String column = (element != null ? "$s." : "") + subject.column(expr, Coding.RANK, ordered);
        return new Side(column, column, false);
    }

    private Side side(Expr expr, boolean whole) {
        if (expr instanceof Expr.Constant constant) {
            return Side.constant(
                    whole
                            ? constant.value() + "L"
                            : Numbers.decimal(constant.value()).toPlainString() + "B");
        }
        boolean given = expr instanceof Expr.ParameterValue
                || (expr instanceof Expr.FactValue value && !value.fact().derived());
        if (given) {
            return side(expr, whole ? Coding.WHOLE : Coding.DECIMAL);
        }
        return new Side(
                column(expr, whole ? Coding.WHOLE_LOW : Coding.DECIMAL_LOW),
                column(expr, whole ? Coding.WHOLE_HIGH : Coding.DECIMAL_HIGH),
                false);
    }

    private static String literal(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay() + "L";
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof BigDecimal) {
            return String.valueOf(value);
        }
        String text = (String) value;
        if (text.matches("[01][0-9]-[0-3][0-9]")) {
            return Column.whole(text) + "L";
        }
        if (!text.matches("[^\"\\\\\\p{Cntrl}]*")) {
            throw new Defect("a text that cannot be emitted reached the engine");
        }
        return "\"" + text + "\"";
    }

    /** A comparison of values that are known or not, without bounds. */
    private static String plain(Expr.Operator operator, Side left, Side right, boolean sure) {
        String compared = left.low + " " + operator.sign() + " " + right.low;
        return guarded(left, right, sure, compared, operator == Expr.Operator.EQUAL && right.constant);
    }

    private static String guarded(Side left, Side right, boolean sure, String compared, boolean nullStrict) {
        if (sure) {
            return nullStrict
                    ? compared
                    : "( " + (left.constant ? "" : left.low + " != null && ")
                            + (right.constant ? "" : right.low + " != null && ") + compared + " )";
        }
        return "( " + (left.constant ? "" : left.low + " == null || ")
                + (right.constant ? "" : right.low + " == null || ") + compared + " )";
    }

    private static String numbers(Expr.Operator operator, Side left, Side right, boolean whole, boolean sure) {
        if (left.low.equals(left.high) && right.low.equals(right.high)) {
            String compared = whole
                    ? left.low + " " + operator.sign() + " " + right.low
                    : left.low + ".compareTo( " + right.low + " ) " + operator.sign() + " 0";
            return guarded(left, right, sure, compared, whole && operator == Expr.Operator.EQUAL && right.constant);
        }
        if (!sure) {
            return "!( " + numbers(operator.negated(), left, right, whole, true) + " )";
        }
        return switch (operator) {
            case AT_LEAST -> bound(left.low, ">=", right.high, whole, left.constant, right.constant);
            case MORE -> bound(left.low, ">", right.high, whole, left.constant, right.constant);
            case AT_MOST -> bound(left.high, "<=", right.low, whole, left.constant, right.constant);
            case LESS -> bound(left.high, "<", right.low, whole, left.constant, right.constant);
            case EQUAL ->
                "( " + bound(left.low, ">=", right.high, whole, left.constant, right.constant) + " && "
                        + bound(left.high, "<=", right.low, whole, left.constant, right.constant) + " )";
            case NOT_EQUAL ->
                "( " + bound(left.low, ">", right.high, whole, left.constant, right.constant) + " || "
                        + bound(left.high, "<", right.low, whole, left.constant, right.constant) + " )";
        };
    }

    private static String bound(
            String left, String sign, String right, boolean whole, boolean leftConstant, boolean rightConstant) {
        String compared = whole ? left + " " + sign + " " + right : left + ".compareTo( " + right + " ) " + sign + " 0";
        return "( " + (leftConstant ? "" : left + " != null && ") + (rightConstant ? "" : right + " != null && ")
                + compared + " )";
    }

    private String in(Expr.In in, boolean wanted, boolean sure) {
        Expr.Operator operator = wanted ? Expr.Operator.EQUAL : Expr.Operator.NOT_EQUAL;
        return in.among().stream()
                .map(each -> comparison(operator, in.element(), each, sure))
                .collect(Collectors.joining(wanted ? " || " : " && ", "( ", " )"));
    }

    private String contains(Expr.Contains contains, boolean wanted, boolean sure) {
        String set = column(contains.set(), Coding.SET);
        boolean constant = contains.element() instanceof Expr.Constant;
        String element = contains.element() instanceof Expr.Constant c
                ? "\"" + c.value() + "\""
                : column(contains.element(), Coding.TEXT);
        String held = set + (wanted ? " contains " : " not contains ") + element;
        String known = set + " != null" + (constant ? "" : " && " + element + " != null");
        String unknown = set + " == null" + (constant ? "" : " || " + element + " == null");
        return sure ? "( " + known + " && " + held + " )" : "( " + unknown + " || " + held + " )";
    }
}
