package org.hqccp.comparison;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** What something says, as a text that is the same in two rule sets exactly when they say the same. Layout and words are no part of it. */
final class Meaning {
    private Meaning() {}

    /** All that decides what a rule comes to, apart from the facts and parameters it names. */
    static String of(Rule rule) {
        return String.join(
                " | ",
                rule.kind().name(),
                rule.group(),
                rule.clock().word(),
                rule.from() + ".." + (rule.to() == null ? "" : rule.to()),
                rule.subject().name(),
                orEmpty(rule.appliesTo()),
                orEmpty(rule.developing()),
                of(rule.test()),
                rule.conclusion().verb() + " " + rule.conclusion().code(),
                String.valueOf(rule.ifNotMet()),
                rule.ifUnknown().name());
    }

    static String of(Fact fact) {
        return String.join(
                " | ",
                fact.type().word(),
                String.join(",", fact.values().keySet()),
                fact.ordered() ? "ordered" : "",
                fact.min() + ".." + fact.max(),
                fact.ask().mode().name());
    }

    static String of(Parameter parameter) {
        return parameter.clock().word()
                + parameter.periods().stream()
                        .map(p -> " " + p.from() + ".." + p.to() + "=" + value(p.value()))
                        .collect(Collectors.joining());
    }

    static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Collection<?> all
                ? new TreeSet<>(all.stream().map(Meaning::value).toList()).toString()
                : value.toString();
    }

    private static String orEmpty(@Nullable Expr expr) {
        return expr == null ? "" : of(expr);
    }

    static String of(Expr expr) {
        if (expr instanceof Expr.Constant c) {
            return c.type().word() + ":" + value(c.value());
        } else if (expr instanceof Expr.FactValue v) {
            return path(v.path()) + v.fact().path();
        } else if (expr instanceof Expr.ParameterValue p) {
            return "parameter:" + p.parameter().name();
        } else if (expr instanceof Expr.Comparison c) {
            return "(" + of(c.left()) + c.operator().sign() + of(c.right()) + ")";
        } else if (expr instanceof Expr.In in) {
            return "(" + of(in.element()) + (in.negated() ? " not" : "") + " in " + all(in.among()) + ")";
        } else if (expr instanceof Expr.Contains c) {
            return "(" + of(c.set()) + (c.negated() ? " excludes " : " contains ") + of(c.element()) + ")";
        } else if (expr instanceof Expr.And and) {
            return "and" + all(and.parts());
        } else if (expr instanceof Expr.Or or) {
            return "or" + all(or.parts());
        } else if (expr instanceof Expr.Not not) {
            return "not(" + of(not.part()) + ")";
        } else if (expr instanceof Expr.Exists e) {
            return (e.negated() ? "none" : "some") + list(e.holder(), e.of()) + "(" + orEmpty(e.where()) + ")";
        } else if (expr instanceof Expr.Arithmetic a) {
            return "(" + of(a.left()) + a.operator() + of(a.right()) + ")";
        } else if (expr instanceof Expr.Aggregate a) {
            return a.fold() + list(a.holder(), a.of()) + "(" + orEmpty(a.value()) + ";" + orEmpty(a.where()) + ")";
        } else if (expr instanceof Expr.SetSize size) {
            return "size(" + of(size.set()) + ")";
        } else if (expr instanceof Expr.Choice c) {
            return "if(" + of(c.condition()) + "," + of(c.then()) + "," + of(c.otherwise()) + ")";
        } else if (expr instanceof Expr.Call call) {
            return call.function().word() + all(call.arguments());
        }
        return "unknown";
    }

    private static String list(Expr.Path holder, EntityType of) {
        return "[" + path(holder) + of.jsonKey() + "]";
    }

    private static String all(List<? extends Expr> parts) {
        return parts.stream().map(Meaning::of).collect(Collectors.joining(",", "(", ")"));
    }

    private static String path(Expr.Path path) {
        EntityType single = path.single();
        return path.from().name().charAt(0) + "^".repeat(path.up()) + (single == null ? "" : single.name()) + ":";
    }
}
