package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to hold, or must not.
 *
 * @param expr the condition
 * @param wanted whether it has to hold
 * @param at where it is read
 */
record Goal(Expr expr, boolean wanted, Spot at) {

    /** Whether it is so. */
    boolean reached(DecisionProgram program) {
        return at.truth(expr, program) == (wanted ? Truth.TRUE : Truth.FALSE);
    }

    /** The goals that must all be reached for this one to be, through derived facts; a list stays one goal. */
    List<Goal> parts(Unfolding unfolding) {
        return new Cutting(unfolding, false).parts(this);
    }

    /** The same, with one goal for each element where no element of a list may fit. */
    List<Goal> smallest(Unfolding unfolding) {
        return new Cutting(unfolding, true).parts(this);
    }

    private Goal with(Expr part, boolean asWanted) {
        return new Goal(part, asWanted, at);
    }

    /** Cuts goals apart. */
    private static final class Cutting {
        private final Unfolding unfolding;
        private final boolean intoLists;
        private final List<Goal> parts = new ArrayList<>();

        Cutting(Unfolding unfolding, boolean intoLists) {
            this.unfolding = unfolding;
            this.intoLists = intoLists;
        }

        List<Goal> parts(Goal goal) {
            cut(goal);
            return parts;
        }

        private void cut(Goal goal) {
            boolean wanted = goal.wanted;
            if (goal.expr instanceof Expr.And and && wanted) {
                and.parts().forEach(p -> cut(goal.with(p, true)));
            } else if (goal.expr instanceof Expr.Or or && !wanted) {
                or.parts().forEach(p -> cut(goal.with(p, false)));
            } else if (goal.expr instanceof Expr.Not not) {
                cut(goal.with(not.part(), !wanted));
            } else if (goal.expr instanceof Expr.Exists exists && exists.negated() == wanted) {
                none(goal, goal.at, exists.holder(), exists.of(), exists.where());
            } else if (goal.expr instanceof Expr.Comparison comparison) {
                comparison(goal, comparison);
            } else {
                Goal behind = goal.expr instanceof Expr.FactValue v ? behind(v, wanted, goal.at) : null;
                if (behind == null) {
                    parts.add(goal);
                } else {
                    cut(behind);
                }
            }
        }

        private void comparison(Goal goal, Expr.Comparison comparison) {
            Operator operator =
                    goal.wanted ? comparison.operator() : comparison.operator().negated();
            boolean equal = operator == Operator.EQUAL;
            if ((equal || operator == Operator.NOT_EQUAL)
                    && comparison.left() instanceof Expr.FactValue value
                    && comparison.right() instanceof Expr.Constant constant
                    && constant.value() instanceof Boolean flag) {
                Goal behind = behind(value, flag == equal, goal.at);
                if (behind != null) {
                    cut(behind);
                    return;
                }
            }
            Goal counted = unfolded(goal.with(comparison.left(), goal.wanted));
            if (asksForNone(operator, comparison.right())
                    && counted.expr instanceof Expr.Aggregate count
                    && count.fold() == Expr.Fold.COUNT) {
                none(goal, counted.at, count.holder(), count.of(), count.where());
                return;
            }
            parts.add(goal);
        }

        /** The condition behind a derived yes-or-no fact. */
        private @Nullable Goal behind(Expr.FactValue value, boolean wanted, Spot at) {
            Entity entity = at.reach(value.path());
            Expr is = value.fact().type() == FactType.YES_NO ? unfolding.of(entity, value.fact()) : null;
            return is == null ? null : new Goal(is, wanted, new Spot(entity));
        }

        private Goal unfolded(Goal goal) {
            if (goal.expr instanceof Expr.FactValue value) {
                Entity entity = goal.at.reach(value.path());
                Expr is = unfolding.of(entity, value.fact());
                return is == null ? goal : unfolded(new Goal(is, goal.wanted, new Spot(entity)));
            }
            return goal;
        }

        /** Whether a count compares so only when it counts nothing. */
        private static boolean asksForNone(Operator operator, Expr right) {
            Object bound = right instanceof Expr.Constant constant ? constant.value() : "";
            return switch (operator) {
                case EQUAL, AT_MOST -> bound.equals(0L);
                case LESS -> bound.equals(1L);
                default -> false;
            };
        }

        private void none(Goal goal, Spot at, Expr.Path holder, EntityType of, @Nullable Expr where) {
            List<Entity> elements = at.element() == null ? at.reach(holder).elements(of) : null;
            if (!intoLists || elements == null || where == null) {
                parts.add(goal);
                return;
            }
            elements.forEach(each -> cut(new Goal(where, false, new Spot(at.owner(), each))));
        }
    }
}
