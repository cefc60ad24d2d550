package org.hqccp.explanation;

import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression is read.
 *
 * @param owner what it is about
 * @param element the element of a list it looks at, inside a condition on a list
 */
record Spot(Entity owner, @Nullable Entity element) {

    Spot(Entity owner) {
        this(owner, null);
    }

    Entity reach(Expr.Path path) {
        return DecisionProgram.reach(path, owner, element);
    }

    Object value(Expr expr, DecisionProgram program) {
        return program.value(expr, owner, element);
    }

    /** Whether a condition holds. Asks for it the way the program made it ready, so that nothing is made ready now. */
    Truth truth(Expr expr, DecisionProgram program) {
        boolean condition = expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Not
                || expr instanceof Expr.Comparison
                || expr instanceof Expr.In
                || expr instanceof Expr.Contains
                || expr instanceof Expr.Exists;
        if (condition) {
            return program.holds(expr, owner, element);
        }
        Object value = value(expr, program);
        return value.equals(true) ? Truth.TRUE : value.equals(false) ? Truth.FALSE : Truth.UNKNOWN;
    }
}
