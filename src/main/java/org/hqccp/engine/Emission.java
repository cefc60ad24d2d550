package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.engine.Column.Coding;
import org.hqccp.engine.Constraint.Comparison;
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
    private static final String SUBJECT = "$s.";

    /**
     * Holds for no row. Drools takes a conjunction in a join apart and asks its parts in an order of its own, equalities first, so that a call
     * may come before the guard that keeps it from what is not known. What is joined to this by or is asked as one.
     */
    private static final Constraint NEVER = new Comparison("row", "<", "0");

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
    Constraint sure(Expr expr, boolean wanted) {
        return write(expr, wanted, true);
    }

    /** DRL that holds wherever {@code expr} may be true. */
    Constraint possible(Expr expr) {
        return write(expr, true, false);
    }

    private Constraint write(Expr expr, boolean wanted, boolean sure) {
        if (expr instanceof Expr.And and) {
            return join(and.parts(), wanted, sure, wanted);
        } else if (expr instanceof Expr.Or or) {
            return join(or.parts(), wanted, sure, !wanted);
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
        return flag(expr, wanted, sure);
    }

    private Constraint flag(Expr expr, boolean wanted, boolean sure) {
        String flag = column(expr, Coding.FLAG, null);
        Constraint holds = new Comparison(flag, "==", String.valueOf(wanted));
        return sure ? holds : Constraint.any(List.of(Constraint.isNull(flag), holds));
    }

    private Constraint join(List<Expr> parts, boolean wanted, boolean sure, boolean all) {
        List<Constraint> written =
                parts.stream().map(p -> write(p, wanted, sure)).toList();
        return all ? Constraint.all(written) : Constraint.any(written);
    }

    /** The column of an expression: in the element's row if it reads the element, else in the subject's. */
    private String column(Expr expr, Coding coding, @Nullable Fact ranked) {
        if (element == null) {
            return subject.column(expr, coding, ranked);
        }
        boolean[] reads = {false};
        Paths.walk(
                expr,
                part -> reads[0] |=
                        part instanceof Expr.FactValue value && value.path().from() == Expr.From.ELEMENT);
        return reads[0] ? element.column(expr, coding, ranked) : SUBJECT + subject.column(expr, coding, ranked);
    }

    private Constraint comparison(Expr.Operator operator, Expr left, Expr right, boolean sure) {
        FactType type = left.type();
        if (type.isNumber()) {
            boolean whole = type == FactType.WHOLE_NUMBER && right.type() == FactType.WHOLE_NUMBER;
            return numbers(operator, number(left, whole), number(right, whole), whole, sure);
        }
        if (type.isOfTime()) {
            return plain(operator, side(left, Coding.WHOLE), side(right, Coding.WHOLE), sure);
        }
        if (type == FactType.YES_NO && right instanceof Expr.Constant constant) {
            // What is known and not one of the two is the other: an equality, by which Drools can tell many rules apart
            // at once.
            boolean same = operator == Expr.Operator.EQUAL;
            return flag(left, same == Boolean.TRUE.equals(constant.value()), sure);
        }
        boolean ordered = operator != Expr.Operator.EQUAL && operator != Expr.Operator.NOT_EQUAL;
        if (ordered && left instanceof Expr.FactValue value) {
            return plain(operator, rank(left, value.fact()), rank(right, value.fact()), sure);
        }
        Coding coding = type == FactType.YES_NO ? Coding.FLAG : Coding.TEXT;
        return plain(operator, side(left, coding), side(right, coding), sure);
    }

    /** One side of a comparison: the least and the most it can be, and whether it can be unknown. */
    private record Side(String low, String high, boolean constant) {
        static Side constant(String text) {
            return new Side(text, text, true);
        }

        static Side column(String name) {
            return new Side(name, name, false);
        }

        boolean isBounded() {
            return !low.equals(high);
        }
    }

    private Side side(Expr expr, Coding coding) {
        return expr instanceof Expr.Constant constant
                ? Side.constant(Literals.of(constant))
                : Side.column(column(expr, coding, null));
    }

    /** The place of a code in the order that {@code ordered} declares: a parameter has no order of its own. */
    private Side rank(Expr expr, Fact ordered) {
        return expr instanceof Expr.Constant constant
                ? Side.constant(ordered.rank((String) constant.value()) + "L")
                : Side.column(column(expr, Coding.RANK, ordered));
    }

    private Side number(Expr expr, boolean whole) {
        if (expr instanceof Expr.Constant constant) {
            return Side.constant(whole ? Literals.of(constant) : Literals.decimal(constant.value()));
        }
        boolean given = expr instanceof Expr.ParameterValue
                || (expr instanceof Expr.FactValue value && !value.fact().derived());
        if (given) {
            return side(expr, whole ? Coding.WHOLE : Coding.DECIMAL);
        }
        return new Side(
                column(expr, whole ? Coding.WHOLE_LOW : Coding.DECIMAL_LOW, null),
                column(expr, whole ? Coding.WHOLE_HIGH : Coding.DECIMAL_HIGH, null),
                false);
    }

    /** A comparison of values that are known or not, without bounds. */
    private static Constraint plain(Expr.Operator operator, Side left, Side right, boolean sure) {
        return guarded(left, right, left.low, right.low, operator, false, sure);
    }

    private static Constraint numbers(Expr.Operator operator, Side left, Side right, boolean whole, boolean sure) {
        if (!left.isBounded() && !right.isBounded()) {
            return guarded(left, right, left.low, right.low, operator, !whole, sure);
        }
        // What is sure of the nearest ends is sure of all between; what is possible at the farthest ends is possible.
        boolean atLeast = operator == Expr.Operator.AT_LEAST || operator == Expr.Operator.MORE;
        return switch (operator) {
            case EQUAL ->
                Constraint.all(List.of(
                        numbers(Expr.Operator.AT_LEAST, left, right, whole, sure),
                        numbers(Expr.Operator.AT_MOST, left, right, whole, sure)));
            case NOT_EQUAL ->
                Constraint.any(List.of(
                        numbers(Expr.Operator.MORE, left, right, whole, sure),
                        numbers(Expr.Operator.LESS, left, right, whole, sure)));
            default ->
                guarded(
                        left,
                        right,
                        atLeast == sure ? left.low : left.high,
                        atLeast == sure ? right.high : right.low,
                        operator,
                        !whole,
                        sure);
        };
    }

    /** Compares two ends: surely, so that both must be known; or possibly, so that it holds where one is not. */
    private static Constraint guarded(
            Side left, Side right, String a, String b, Expr.Operator operator, boolean decimal, boolean sure) {
        List<Constraint> parts = new ArrayList<>();
        // A column that equals a fixed value is known; for a decimal the call of compareTo needs it known first.
        boolean guard = decimal || !sure || operator != Expr.Operator.EQUAL || !right.constant;
        if (guard && !left.constant) {
            parts.add(sure ? Constraint.isKnown(a) : Constraint.isNull(a));
        }
        if (guard && !right.constant) {
            parts.add(sure ? Constraint.isKnown(b) : Constraint.isNull(b));
        }
        parts.add(
                decimal
                        ? new Comparison(a + ".compareTo( " + b + " )", operator.sign(), "0")
                        : new Comparison(a, operator.sign(), b));
        if (!sure) {
            return Constraint.any(parts);
        }
        Constraint known = Constraint.all(parts);
        boolean joins = a.startsWith(SUBJECT) || b.startsWith(SUBJECT);
        return decimal && joins ? Constraint.any(List.of(known, NEVER)) : known;
    }

    private Constraint in(Expr.In in, boolean wanted, boolean sure) {
        Expr.Operator operator = wanted ? Expr.Operator.EQUAL : Expr.Operator.NOT_EQUAL;
        List<Constraint> each = in.among().stream()
                .map(value -> comparison(operator, in.element(), value, sure))
                .toList();
        return wanted ? Constraint.any(each) : Constraint.all(each);
    }

    private Constraint contains(Expr.Contains contains, boolean wanted, boolean sure) {
        List<Constraint> parts = new ArrayList<>();
        String set = column(contains.set(), Coding.SET, null);
        parts.add(sure ? Constraint.isKnown(set) : Constraint.isNull(set));
        String member;
        if (contains.element() instanceof Expr.Constant constant) {
            member = Literals.text(String.valueOf(constant.value()));
        } else {
            member = column(contains.element(), Coding.TEXT, null);
            parts.add(sure ? Constraint.isKnown(member) : Constraint.isNull(member));
        }
        parts.add(new Comparison(set, wanted ? "contains" : "not contains", member));
        return sure ? Constraint.all(parts) : Constraint.any(parts);
    }
}
