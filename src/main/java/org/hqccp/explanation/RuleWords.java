package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.decision.Finding.Condition;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** The conditions of one rule, cut apart once, and read for each case. */
final class RuleWords {
    private final List<Leaf> leaves = new ArrayList<>();

    /**
     * One condition, and whether a "not" stands before it.
     *
     * @param fixed what is required, where the rule alone says it
     */
    record Leaf(
            Expr expr,
            boolean negated,
            String fact,
            String label,
            String operator,
            @Nullable Expr required,
            @Nullable String parameter,
            @Nullable Expr actual,
            @Nullable Object fixed) {

        Leaf(
                Expr expr,
                boolean negated,
                String fact,
                String label,
                String operator,
                @Nullable Expr required,
                @Nullable String parameter,
                @Nullable Expr actual) {
            this(expr, negated, fact, label, operator, required, parameter, actual, fixed(expr, required, actual));
        }

        /** What is required where the rule alone says it; none where it is to be read. */
        private static @Nullable Object fixed(Expr expr, @Nullable Expr required, @Nullable Expr actual) {
            FactType type = actual == null ? FactType.YES_NO : actual.type();
            if (expr instanceof Expr.In in) {
                return in.among().stream().map(c -> Shown.of(c.value(), type)).toList();
            }
            return required instanceof Expr.Constant constant ? Shown.of(constant.value(), type) : null;
        }

        /** What kind of value it is about. */
        FactType type() {
            return actual == null ? FactType.YES_NO : actual.type();
        }
    }

    RuleWords(Rule rule) {
        cut(rule.test(), false);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    private void cut(Expr expr, boolean negated) {
        if (expr instanceof Expr.And and) {
            and.parts().forEach(p -> cut(p, negated));
        } else if (expr instanceof Expr.Or or) {
            or.parts().forEach(p -> cut(p, negated));
        } else if (expr instanceof Expr.Not not) {
            cut(not.part(), !negated);
        } else {
            leaves.add(leaf(expr, negated));
        }
    }

    private static Leaf leaf(Expr expr, boolean negated) {
        if (expr instanceof Expr.Comparison c) {
            Expr.Operator operator = negated ? c.operator().negated() : c.operator();
            String parameter =
                    c.right() instanceof Expr.ParameterValue p ? p.parameter().name() : null;
            return new Leaf(
                    expr,
                    negated,
                    path(c.left()),
                    Clauses.label(c.left()),
                    operator.sign(),
                    c.right(),
                    parameter,
                    c.left());
        } else if (expr instanceof Expr.In in) {
            return new Leaf(
                    expr,
                    negated,
                    path(in.element()),
                    Clauses.label(in.element()),
                    in.negated() != negated ? "not in" : "in",
                    null,
                    null,
                    in.element());
        } else if (expr instanceof Expr.Contains c) {
            String parameter =
                    c.set() instanceof Expr.ParameterValue p ? p.parameter().name() : null;
            boolean member = parameter != null;
            String operator = member
                    ? c.negated() != negated ? "not memberOf" : "memberOf"
                    : c.negated() != negated ? "excludes" : "contains";
            Expr about = member ? c.element() : c.set();
            return new Leaf(
                    expr,
                    negated,
                    path(about),
                    Clauses.label(about),
                    operator,
                    member ? c.set() : c.element(),
                    parameter,
                    about);
        } else if (expr instanceof Expr.Exists exists) {
            String operator = exists.negated() != negated ? "none" : "exists";
            return new Leaf(
                    expr, negated, exists.of().jsonKey(), Clauses.of(expr, negated), operator, null, null, null);
        }
        return new Leaf(expr, negated, path(expr), Clauses.label(expr), "==", null, null, expr);
    }

    private static String path(Expr expr) {
        return expr instanceof Expr.FactValue value
                ? value.fact().path()
                : expr instanceof Expr.ParameterValue p ? p.parameter().name() : "expression";
    }

    /** What each condition came to for a subject. */
    List<Condition> conditions(DecisionProgram program, Entity subject) {
        List<Condition> conditions = new ArrayList<>(leaves.size());
        for (Leaf leaf : leaves) {
            Truth truth = program.holds(leaf.expr(), subject, null);
            boolean wanted = !leaf.negated();
            String holds = truth == Truth.UNKNOWN ? "unknown" : (truth == Truth.TRUE) == wanted ? "yes" : "no";
            conditions.add(new Condition(
                    leaf.fact(),
                    leaf.label(),
                    leaf.operator(),
                    required(leaf, program, subject),
                    value(leaf.actual(), leaf.type(), program, subject),
                    leaf.parameter(),
                    holds));
        }
        return conditions;
    }

    private static @Nullable Object required(Leaf leaf, DecisionProgram program, Entity subject) {
        return leaf.fixed() != null ? leaf.fixed() : value(leaf.required(), leaf.type(), program, subject);
    }

    private static @Nullable Object value(@Nullable Expr expr, FactType type, DecisionProgram program, Entity subject) {
        if (expr == null) {
            return null;
        }
        return Shown.of(program.value(expr, subject, null), type);
    }
}
