package org.hqccp.testcase;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** One condition as it could stand in a rule. */
final class ConditionWords {
    private ConditionWords() {}

    /** Whether a condition turns at a number or a date that a case can lie right at. */
    static boolean hasEdge(Expr condition) {
        if (!(condition instanceof Expr.Comparison c)) {
            return false;
        }
        FactType type = c.left().type();
        boolean ordered = c.operator() != Expr.Operator.EQUAL && c.operator() != Expr.Operator.NOT_EQUAL;
        boolean measured = type.isNumber() || type.isOfTime() || type == FactType.ONE_OF;
        return ordered && measured && !(isFixed(c.left()) && isFixed(c.right()));
    }

    private static boolean isFixed(Expr side) {
        return side instanceof Expr.Constant || side instanceof Expr.ParameterValue;
    }

    static String of(Expr expr) {
        if (expr instanceof Expr.Comparison c) {
            return of(c.left()) + " " + c.operator().sign() + " " + of(c.right());
        } else if (expr instanceof Expr.In in) {
            String among = in.among().stream().map(ConditionWords::of).collect(Collectors.joining(", "));
            return of(in.element()) + (in.negated() ? " not in (" : " in (") + among + ")";
        } else if (expr instanceof Expr.Contains c) {
            return of(c.set()) + (c.negated() ? " excludes " : " contains ") + of(c.element());
        } else if (expr instanceof Expr.Exists exists) {
            return (exists.negated() ? "not " : "exists ") + exists.of().ruleName() + "( " + orEmpty(exists.where())
                    + " )";
        } else if (expr instanceof Expr.And and) {
            return joined(and.parts(), " && ");
        } else if (expr instanceof Expr.Or or) {
            return joined(or.parts(), " || ");
        } else if (expr instanceof Expr.Not not) {
            return "!( " + of(not.part()) + " )";
        }
        return value(expr);
    }

    private static String value(Expr expr) {
        if (expr instanceof Expr.FactValue value) {
            return value.fact().name();
        } else if (expr instanceof Expr.ParameterValue value) {
            return value.parameter().name();
        } else if (expr instanceof Expr.Constant constant) {
            return Words.value(constant.value());
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return of(arithmetic.left()) + " " + arithmetic.operator() + " " + of(arithmetic.right());
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return aggregate.fold().name().toLowerCase(Locale.ROOT) + "( "
                    + aggregate.of().jsonKey() + " )";
        } else if (expr instanceof Expr.SetSize size) {
            return "count( " + of(size.set()) + " )";
        } else if (expr instanceof Expr.Call call) {
            return call.function().word() + "( " + joined(call.arguments(), ", ") + " )";
        }
        return "if( … )";
    }

    private static String joined(List<Expr> parts, String by) {
        return parts.stream().map(ConditionWords::of).collect(Collectors.joining(by));
    }

    private static String orEmpty(@Nullable Expr condition) {
        return condition == null ? "" : of(condition);
    }
}
