package org.hqccp.rulelanguage;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks and moves expressions. */
public final class Paths {
    private Paths() {}

    /** The same condition, with facts of its owner read from {@code path} instead. */
    static Expr rebase(Expr expr, Expr.Path path) {
        if (expr instanceof Expr.FactValue v) {
            return v.path().equals(Expr.Path.OWNER) ? new Expr.FactValue(path, v.fact()) : v;
        } else if (expr instanceof Expr.Comparison c) {
            return new Expr.Comparison(c.operator(), rebase(c.left(), path), rebase(c.right(), path));
        } else if (expr instanceof Expr.In in) {
            return new Expr.In(rebase(in.element(), path), in.among(), in.negated());
        } else if (expr instanceof Expr.Contains c) {
            return new Expr.Contains(rebase(c.set(), path), rebase(c.element(), path), c.negated());
        } else if (expr instanceof Expr.And and) {
            return new Expr.And(rebase(and.parts(), path));
        } else if (expr instanceof Expr.Or or) {
            return new Expr.Or(rebase(or.parts(), path));
        } else if (expr instanceof Expr.Not not) {
            return new Expr.Not(rebase(not.part(), path));
        } else if (expr instanceof Expr.Arithmetic a) {
            return new Expr.Arithmetic(a.operator(), rebase(a.left(), path), rebase(a.right(), path), a.type());
        }
        // Constants and parameters read no fact; functions, lists and choices cannot stand in a pattern over a single
        // entity.
        return expr;
    }

    private static List<Expr> rebase(List<Expr> parts, Expr.Path path) {
        return parts.stream().map(p -> rebase(p, path)).toList();
    }

    /** Shows every part of an expression, the whole first. */
    public static void walk(@Nullable Expr expr, Consumer<Expr> seen) {
        if (expr == null) {
            return;
        }
        seen.accept(expr);
        for (Expr part : parts(expr)) {
            walk(part, seen);
        }
    }

    /** The direct parts of an expression. */
    public static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Comparison c) {
            return List.of(c.left(), c.right());
        } else if (expr instanceof Expr.In in) {
            return List.of(in.element());
        } else if (expr instanceof Expr.Contains c) {
            return List.of(c.set(), c.element());
        } else if (expr instanceof Expr.And and) {
            return and.parts();
        } else if (expr instanceof Expr.Or or) {
            return or.parts();
        } else if (expr instanceof Expr.Not not) {
            return List.of(not.part());
        } else if (expr instanceof Expr.Arithmetic a) {
            return List.of(a.left(), a.right());
        } else if (expr instanceof Expr.SetSize size) {
            return List.of(size.set());
        } else if (expr instanceof Expr.Choice choice) {
            return List.of(choice.condition(), choice.then(), choice.otherwise());
        } else if (expr instanceof Expr.Call call) {
            return call.arguments();
        } else if (expr instanceof Expr.Exists exists) {
            Expr where = exists.where();
            return where == null ? List.of() : List.of(where);
        } else if (expr instanceof Expr.Aggregate aggregate) {
            Expr value = aggregate.value();
            Expr where = aggregate.where();
            return value == null
                    ? where == null ? List.of() : List.of(where)
                    : where == null ? List.of(value) : List.of(value, where);
        }
        return List.of();
    }
}
