package org.hqccp.explanation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** Walks a condition in one state of a case, through derived facts and lists, and collects the edits that could change it. */
final class Candidates {
    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Universe universe;
    private final Thresholds thresholds;
    private final NewItems items;
    private final Set<Been> been = new HashSet<>();

    /** A part that was walked for a thing and an element already; compared by identity. */
    private record Been(int expr, Spot at) {}

    Candidates(DecisionProgram program, Unfolding unfolding, Universe universe) {
        this.program = program;
        this.unfolding = unfolding;
        this.universe = universe;
        this.items = new NewItems(program, unfolding, universe);
        this.thresholds = new Thresholds(program, unfolding, universe, items);
    }

    void of(Goal goal) {
        look(goal.expr(), goal.at());
    }

    private void look(Expr expr, Spot at) {
        if (!been.add(new Been(System.identityHashCode(expr), at))) {
            return;
        }
        if (expr instanceof Expr.FactValue value) {
            fact(value, at);
        } else if (expr instanceof Expr.Comparison comparison) {
            comparison(comparison, at);
        } else if (expr instanceof Expr.In in) {
            look(in.element(), at);
            for (Expr.Constant each : in.among()) {
                meet(in.element(), each, at);
            }
        } else if (expr instanceof Expr.Contains contains) {
            contains(contains, at);
        } else if (expr instanceof Expr.Exists exists) {
            list(exists.holder(), exists.of(), exists.where(), null, at);
        } else if (expr instanceof Expr.Aggregate aggregate) {
            list(aggregate.holder(), aggregate.of(), aggregate.where(), aggregate.value(), at);
        } else if (expr instanceof Expr.SetSize size) {
            if (size.set() instanceof Expr.FactValue set) {
                universe.toggleAll(at.reach(set.path()), set.fact());
            }
        } else {
            Paths.parts(expr).forEach(part -> look(part, at));
        }
    }

    private void fact(Expr.FactValue value, Spot at) {
        Entity entity = at.reach(value.path());
        Expr is = unfolding.of(entity, value.fact());
        if (is != null) {
            look(is, new Spot(entity));
        } else if (!value.fact().derived()) {
            universe.others(entity, value.fact());
        }
    }

    private void comparison(Expr.Comparison comparison, Spot at) {
        look(comparison.left(), at);
        look(comparison.right(), at);
        meet(comparison.left(), comparison.right(), at);
        meet(comparison.right(), comparison.left(), at);
    }

    /** Edits that make one side what the other side is. */
    private void meet(Expr side, Expr other, Spot at) {
        if (side instanceof Expr.Constant || side instanceof Expr.ParameterValue) {
            return;
        }
        Object target = at.value(other, program);
        if (target instanceof Unknown) {
            return;
        }
        if (side.type().isNumber()) {
            thresholds.aim(side, Thresholds.decimal(target), at);
        } else if (side instanceof Expr.FactValue value && !value.fact().derived()) {
            universe.text(at.reach(value.path()), value.fact(), target);
        }
    }

    private void contains(Expr.Contains contains, Spot at) {
        look(contains.element(), at);
        Object member = at.value(contains.element(), program);
        if (contains.set() instanceof Expr.FactValue set && !(member instanceof Unknown)) {
            Entity entity = at.reach(set.path());
            universe.toggle(entity, set.fact(), String.valueOf(member));
        }
        if (at.value(contains.set(), program) instanceof Set<?> all) {
            boolean number = contains.element().type().isNumber();
            for (Object each : all) {
                Object value = number ? new BigDecimal(String.valueOf(each)) : each;
                meet(contains.element(), new Expr.Constant(contains.element().type(), value), at);
            }
        }
    }

    private void list(Expr.Path holderPath, EntityType of, @Nullable Expr where, @Nullable Expr value, Spot at) {
        Entity holder = at.reach(holderPath);
        List<Entity> elements = holder.elements(of);
        universe.list(holder, of);
        if (elements == null) {
            universe.unknown("list of " + of.label() + " entries");
            return;
        }
        for (Entity each : elements) {
            if (where != null) {
                look(where, new Spot(at.owner(), each));
            }
            if (value != null) {
                look(value, new Spot(at.owner(), each));
            }
        }
        if (value == null) {
            items.add(where, null, at.owner(), holder, of);
        }
    }
}
