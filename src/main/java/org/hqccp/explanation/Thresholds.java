package org.hqccp.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Works backward from the value an expression should have to the numbers of the case that would give it. */
final class Thresholds {
    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Universe universe;
    private final NewItems items;

    Thresholds(DecisionProgram program, Unfolding unfolding, Universe universe, NewItems items) {
        this.program = program;
        this.unfolding = unfolding;
        this.universe = universe;
        this.items = items;
    }

    static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }

    /** Proposes numbers that bring an expression to a value, each with all others as they are. */
    void aim(Expr expr, BigDecimal target, Spot at) {
        if (expr instanceof Expr.FactValue value) {
            Entity entity = at.reach(value.path());
            Expr is = unfolding.of(entity, value.fact());
            if (is != null) {
                aim(is, target, new Spot(entity));
            } else if (!value.fact().derived()) {
                universe.number(entity, value.fact(), target);
            }
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            arithmetic(arithmetic, target, at);
        } else if (expr instanceof Expr.Choice choice) {
            aim(choice.then(), target, at);
            aim(choice.otherwise(), target, at);
        } else if (expr instanceof Expr.Aggregate aggregate && aggregate.value() != null) {
            fold(aggregate, target, at);
        }
    }

    private void arithmetic(Expr.Arithmetic arithmetic, BigDecimal target, Spot at) {
        Object left = at.value(arithmetic.left(), program);
        Object right = at.value(arithmetic.right(), program);
        if (!arithmetic.left().type().isNumber() || left instanceof Unknown || right instanceof Unknown) {
            return;
        }
        BigDecimal a = decimal(left);
        BigDecimal b = decimal(right);
        switch (arithmetic.operator()) {
            case '+' -> both(arithmetic, target.subtract(b), target.subtract(a), at);
            case '-' -> both(arithmetic, target.add(b), a.subtract(target), at);
            case '*' -> both(arithmetic, quotient(target, b), quotient(target, a), at);
            default -> both(arithmetic, target.multiply(b), quotient(a, target), at);
        }
    }

    private void both(Expr.Arithmetic arithmetic, @Nullable BigDecimal left, @Nullable BigDecimal right, Spot at) {
        if (left != null) {
            aim(arithmetic.left(), left, at);
        }
        if (right != null) {
            aim(arithmetic.right(), right, at);
        }
    }

    private static @Nullable BigDecimal quotient(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL64);
    }

    /** One element's share of a sum, or the least or greatest of all; or a new item that brings what is short. */
    private void fold(Expr.Aggregate aggregate, BigDecimal target, Spot at) {
        Entity holder = at.reach(aggregate.holder());
        List<Entity> elements = holder.elements(aggregate.of());
        Expr value = aggregate.value();
        Object now = at.value(aggregate, program);
        if (elements == null || value == null || !aggregate.type().isNumber()) {
            return;
        }
        boolean sum = aggregate.fold() == Expr.Fold.SUM;
        BigDecimal shortBy = now instanceof Unknown ? null : target.subtract(decimal(now));
        Expr where = aggregate.where();
        for (Entity each : elements) {
            Spot spot = new Spot(at.owner(), each);
            Object own = spot.value(value, program);
            boolean counts = where == null || spot.truth(where, program) == Truth.TRUE;
            if (!sum) {
                aim(value, target, spot);
            } else if (shortBy != null && counts && !(own instanceof Unknown)) {
                aim(value, decimal(own).add(shortBy), spot);
            }
        }
        BigDecimal worth = sum ? shortBy : target;
        if (worth != null) {
            items.add(where, new NewItems.Worth(value, worth), at.owner(), holder, aggregate.of());
        }
    }
}
