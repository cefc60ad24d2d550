package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts other parts into expressions. */
public final class Rewriting {
    private Rewriting() {}

    /**
     * The same expression with one of its parts changed.
     *
     * @param place which part, counted as {@link Paths#walk} shows them, from 0
     */
    public static Expr at(int place, Expr whole, UnaryOperator<Expr> change) {
        return new Change(place, change).in(whole);
    }

    /** The same expression with every part changed, the inner ones first. */
    public static Expr everywhere(Expr whole, UnaryOperator<Expr> change) {
        List<Expr> parts = Paths.parts(whole);
        List<Expr> changed = parts.stream().map(p -> everywhere(p, change)).toList();
        return change.apply(isSame(parts, changed) ? whole : with(whole, changed));
    }

    private static final class Change {
        private final int place;
        private final UnaryOperator<Expr> change;
        private int next;

        Change(int place, UnaryOperator<Expr> change) {
            this.place = place;
            this.change = change;
        }

        Expr in(Expr expr) {
            if (next++ == place) {
                return change.apply(expr);
            }
            List<Expr> parts = Paths.parts(expr);
            List<Expr> changed = new ArrayList<>(parts.size());
            parts.forEach(part -> changed.add(next > place ? part : in(part)));
            return isSame(parts, changed) ? expr : with(expr, changed);
        }
    }

    private static boolean isSame(List<Expr> parts, List<Expr> changed) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) != changed.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same with other parts, in the order of {@link Paths#parts}. */
    private static Expr with(Expr expr, List<Expr> parts) {
        if (expr instanceof Expr.Comparison c) {
            return new Expr.Comparison(c.operator(), parts.get(0), parts.get(1));
        } else if (expr instanceof Expr.In in) {
            return new Expr.In(parts.get(0), in.among(), in.negated());
        } else if (expr instanceof Expr.Contains c) {
            return new Expr.Contains(parts.get(0), parts.get(1), c.negated());
        } else if (expr instanceof Expr.And) {
            return new Expr.And(parts);
        } else if (expr instanceof Expr.Or) {
            return new Expr.Or(parts);
        } else if (expr instanceof Expr.Not) {
            return new Expr.Not(parts.get(0));
        } else if (expr instanceof Expr.Arithmetic a) {
            return new Expr.Arithmetic(a.operator(), parts.get(0), parts.get(1), a.type());
        } else if (expr instanceof Expr.SetSize) {
            return new Expr.SetSize(parts.get(0));
        } else if (expr instanceof Expr.Choice c) {
            return new Expr.Choice(parts.get(0), parts.get(1), parts.get(2), c.type());
        } else if (expr instanceof Expr.Call c) {
            return new Expr.Call(c.function(), parts, c.type());
        } else if (expr instanceof Expr.Exists e) {
            return new Expr.Exists(e.holder(), e.of(), parts.get(0), e.negated());
        } else if (expr instanceof Expr.Aggregate a) {
            Expr value = a.value() == null ? null : parts.get(0);
            return new Expr.Aggregate(a.fold(), a.holder(), a.of(), value, last(a.where(), parts), a.type());
        }
        throw new IllegalStateException("an expression without parts was given some");
    }

    private static @Nullable Expr last(@Nullable Expr before, List<Expr> parts) {
        return before == null ? null : parts.get(parts.size() - 1);
    }
}
