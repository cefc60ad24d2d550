package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** The numbers and dates a rule compares something with. */
final class Threshold {
    private Threshold() {}

    /** The comparisons of a condition with a fixed number or date, or with a parameter. */
    static List<Expr.Comparison> in(@Nullable Expr condition) {
        List<Expr.Comparison> found = new ArrayList<>();
        Paths.walk(condition, part -> {
            if (part instanceof Expr.Comparison comparison && isThreshold(comparison)) {
                found.add(comparison);
            }
        });
        return found;
    }

    private static boolean isThreshold(Expr.Comparison comparison) {
        FactType type = comparison.left().type();
        boolean measured = type.isNumber() || type.isDate() || type == FactType.MONTH_DAY;
        return measured && (isFixed(comparison.left()) || isFixed(comparison.right()));
    }

    private static boolean isFixed(Expr side) {
        return side instanceof Expr.Constant || side instanceof Expr.ParameterValue;
    }

    /** Shows how each comparison of a condition comes out for a subject, and for each element of the lists it looks into. */
    static void look(
            @Nullable Expr condition,
            DecisionProgram program,
            Entity owner,
            @Nullable Entity element,
            BiConsumer<Expr.Comparison, Truth> seen) {
        if (condition == null) {
            return;
        }
        if (condition instanceof Expr.Comparison comparison && isThreshold(comparison)) {
            seen.accept(comparison, program.holds(comparison, owner, element));
        }
        if (condition instanceof Expr.Exists exists) {
            for (Entity each : elements(exists.holder(), exists.of(), owner, element)) {
                look(exists.where(), program, owner, each, seen);
            }
        } else if (condition instanceof Expr.Aggregate aggregate) {
            for (Entity each : elements(aggregate.holder(), aggregate.of(), owner, element)) {
                look(aggregate.where(), program, owner, each, seen);
                look(aggregate.value(), program, owner, each, seen);
            }
        } else {
            Paths.parts(condition).forEach(part -> look(part, program, owner, element, seen));
        }
    }

    private static List<Entity> elements(Expr.Path holder, EntityType list, Entity owner, @Nullable Entity element) {
        List<Entity> elements = reach(holder, owner, element).elements(list);
        return elements == null ? List.of() : elements;
    }

    private static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        Entity at = path.from() == Expr.From.ELEMENT && element != null ? element : owner;
        if (path.from() == Expr.From.CASE) {
            EntityType single = path.single();
            return single == null ? at.root() : at.root().single(single);
        }
        for (int i = 0; i < path.up(); i++) {
            Entity parent = at.parent();
            at = parent == null ? at : parent;
        }
        return at;
    }

    /** The comparison as it could stand in the rule. */
    static String words(Expr expr) {
        if (expr instanceof Expr.Comparison c) {
            return words(c.left()) + " " + c.operator().sign() + " " + words(c.right());
        } else if (expr instanceof Expr.FactValue value) {
            return value.fact().name();
        } else if (expr instanceof Expr.ParameterValue value) {
            return value.parameter().name();
        } else if (expr instanceof Expr.Constant constant) {
            return Words.value(constant.value());
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return words(arithmetic.left()) + " " + arithmetic.operator() + " " + words(arithmetic.right());
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return aggregate.fold().name().toLowerCase(Locale.ROOT) + "( "
                    + aggregate.of().jsonKey() + " )";
        } else if (expr instanceof Expr.SetSize size) {
            return "count( " + words(size.set()) + " )";
        } else if (expr instanceof Expr.Call call) {
            return call.function().word() + "( "
                    + String.join(
                            ", ",
                            call.arguments().stream().map(Threshold::words).toList()) + " )";
        }
        return "if( … )";
    }
}
