package org.hqccp.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** How near a case is to what a condition asks, from 0 to 1: the share of its parts that hold, of lists the nearest element. */
final class Nearness {
    private static final double UNKNOWN = 0.2;
    private final DecisionProgram program;
    private final Map<Fact, DerivedFact> derived;

    /** Measures a case. */
    interface Measure {
        double of(Space.Place place);
    }

    /**
     * @param derived the derived facts, each by itself
     */
    Nearness(DecisionProgram program, Map<Fact, DerivedFact> derived) {
        this.program = program;
        this.derived = derived;
    }

    double of(Expr condition, boolean hold, Entity owner) {
        return of(condition, hold, owner, null);
    }

    private double of(Expr condition, boolean hold, Entity owner, @Nullable Entity element) {
        Truth truth = program.holds(condition, owner, element);
        if (truth == (hold ? Truth.TRUE : Truth.FALSE)) {
            return 1;
        } else if (condition instanceof Expr.And and) {
            return hold ? mean(and.parts(), true, owner, element) : best(and.parts(), false, owner, element);
        } else if (condition instanceof Expr.Or or) {
            return hold ? best(or.parts(), true, owner, element) : mean(or.parts(), false, owner, element);
        } else if (condition instanceof Expr.Not not) {
            return of(not.part(), !hold, owner, element);
        } else if (condition instanceof Expr.Exists exists) {
            return exists(exists, exists.negated() != hold, owner, element);
        } else if (condition instanceof Expr.Comparison comparison) {
            return comparison(comparison, hold, owner, element);
        } else if (condition instanceof Expr.FactValue value && is(value.fact()) != null) {
            return unfolded(value, hold, owner, element);
        }
        return truth == Truth.UNKNOWN ? UNKNOWN : 0;
    }

    /** A number is the nearer the smaller the difference; a count also if some element is nearly counted. */
    private double comparison(Expr.Comparison c, boolean hold, Entity owner, @Nullable Entity element) {
        if (c.left() instanceof Expr.FactValue value
                && c.right() instanceof Expr.Constant constant
                && constant.value() instanceof Boolean yes
                && is(value.fact()) != null) {
            return unfolded(value, hold == ((c.operator() == Expr.Operator.EQUAL) == yes), owner, element);
        }
        Object left = program.value(c.left(), owner, element);
        Object right = program.value(c.right(), owner, element);
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return left instanceof Unknown || right instanceof Unknown ? UNKNOWN : 0;
        }
        double near = 1 / (2 + Math.abs(a.doubleValue() - b.doubleValue()));
        return (near + counted(c.left(), owner, element)) / 2;
    }

    private double unfolded(Expr.FactValue value, boolean hold, Entity owner, @Nullable Entity element) {
        return of(
                Objects.requireNonNull(is(value.fact())),
                hold,
                DecisionProgram.reach(value.path(), owner, element),
                null);
    }

    private @Nullable Expr is(Fact fact) {
        DerivedFact known = derived.get(fact);
        return known == null || known.owner().isExtension() ? null : known.is();
    }

    /** How near a number is to being more: the nearest element that does not count yet, however deep the lists. */
    private double counted(Expr number, Entity owner, @Nullable Entity element) {
        if (number instanceof Expr.FactValue value) {
            Expr is = is(value.fact());
            return is == null ? 0 : counted(is, DecisionProgram.reach(value.path(), owner, element), null);
        } else if (number instanceof Expr.Arithmetic || number instanceof Expr.Choice) {
            double best = 0;
            for (Expr part : Paths.parts(number)) {
                best = Math.max(best, counted(part, owner, element));
            }
            return best;
        }
        return number instanceof Expr.Aggregate aggregate ? aggregated(aggregate, owner, element) : 0;
    }

    private double aggregated(Expr.Aggregate aggregate, Entity owner, @Nullable Entity element) {
        List<Entity> elements =
                DecisionProgram.reach(aggregate.holder(), owner, element).elements(aggregate.of());
        Expr where = aggregate.where();
        Expr value = aggregate.value();
        double best = 0;
        for (Entity each : elements == null ? List.<Entity>of() : elements) {
            if (where != null && program.holds(where, owner, each) != Truth.TRUE) {
                best = Math.max(best, of(where, true, owner, each));
            } else if (value != null) {
                best = Math.max(best, counted(value, owner, each));
            }
        }
        return best;
    }

    private double mean(List<Expr> parts, boolean hold, Entity owner, @Nullable Entity element) {
        double sum = 0;
        for (Expr part : parts) {
            sum += of(part, hold, owner, element);
        }
        return below(sum / parts.size());
    }

    private double best(List<Expr> parts, boolean hold, Entity owner, @Nullable Entity element) {
        double best = 0;
        for (Expr part : parts) {
            best = Math.max(best, of(part, hold, owner, element));
        }
        return below(best);
    }

    private double exists(Expr.Exists exists, boolean some, Entity owner, @Nullable Entity element) {
        EntityType of = exists.of();
        List<Entity> elements =
                DecisionProgram.reach(exists.holder(), owner, element).elements(of);
        Expr where = exists.where();
        if (elements == null || elements.isEmpty() || where == null) {
            return 0;
        }
        double best = 0;
        double sum = 0;
        for (Entity each : elements) {
            double near = of(where, some, owner, each);
            best = Math.max(best, near);
            sum += near;
        }
        return below(some ? best : sum / elements.size());
    }

    /** What does not hold as a whole is never as near as what does. */
    private static double below(double near) {
        return Math.min(near, 0.99);
    }
}
