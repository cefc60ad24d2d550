package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.decision.Finding.Condition;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Term;
import org.hqccp.engine.Test;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** The conditions of one rule, cut apart and made ready once, and read for each case. */
final class RuleWords {
    private final DecisionProgram program;
    private final List<Leaf> leaves = new ArrayList<>();

    /**
     * One condition.
     *
     * @param negated whether a "not" stands before it
     * @param type what kind of value it is about
     * @param required what is required, where that is to be read; none where the rule alone says it
     * @param fixed what is required, where the rule alone says it
     */
    private record Leaf(
            Test test,
            boolean negated,
            String fact,
            String label,
            String operator,
            @Nullable String parameter,
            FactType type,
            @Nullable Term actual,
            @Nullable Term required,
            @Nullable Object fixed) {

        Condition condition(Entity subject) {
            Truth truth = test.of(subject, null);
            String holds = truth == Truth.UNKNOWN ? "unknown" : (truth == Truth.TRUE) != negated ? "yes" : "no";
            return new Condition(
                    fact,
                    label,
                    operator,
                    fixed != null ? fixed : shown(required, subject),
                    shown(actual, subject),
                    parameter,
                    holds);
        }

        private @Nullable Object shown(@Nullable Term term, Entity subject) {
            return term == null ? null : Shown.of(term.of(subject, null), type);
        }
    }

    RuleWords(Rule rule, DecisionProgram program) {
        this.program = program;
        cut(rule.test(), false);
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

    private Leaf leaf(Expr expr, boolean negated) {
        if (expr instanceof Expr.Comparison c) {
            Expr.Operator operator = negated ? c.operator().negated() : c.operator();
            return leaf(expr, negated, operator.sign(), c.left(), c.right());
        } else if (expr instanceof Expr.In in) {
            return leaf(expr, negated, in.negated() != negated ? "not in" : "in", in.element(), null);
        } else if (expr instanceof Expr.Contains c) {
            boolean without = c.negated() != negated;
            return c.set() instanceof Expr.ParameterValue
                    ? leaf(expr, negated, without ? "not memberOf" : "memberOf", c.element(), c.set())
                    : leaf(expr, negated, without ? "excludes" : "contains", c.set(), c.element());
        } else if (expr instanceof Expr.Exists exists) {
            return new Leaf(
                    program.test(expr),
                    negated,
                    exists.of().jsonKey(),
                    Clauses.of(expr, negated),
                    exists.negated() != negated ? "none" : "exists",
                    null,
                    FactType.YES_NO,
                    null,
                    null,
                    null);
        }
        return leaf(expr, negated, "==", expr, null);
    }

    private Leaf leaf(Expr expr, boolean negated, String operator, Expr about, @Nullable Expr required) {
        Object fixed = fixed(expr, required, about.type());
        return new Leaf(
                program.test(expr),
                negated,
                path(about),
                Clauses.label(about),
                operator,
                required instanceof Expr.ParameterValue p ? p.parameter().name() : null,
                about.type(),
                program.term(about),
                required == null || fixed != null ? null : program.term(required),
                fixed);
    }

    /** What is required where the rule alone says it; none where it is to be read. */
    private static @Nullable Object fixed(Expr expr, @Nullable Expr required, FactType type) {
        if (expr instanceof Expr.In in) {
            return in.among().stream().map(c -> Shown.of(c.value(), type)).toList();
        }
        return required instanceof Expr.Constant constant ? Shown.of(constant.value(), type) : null;
    }

    private static String path(Expr expr) {
        return expr instanceof Expr.FactValue value
                ? value.fact().path()
                : expr instanceof Expr.ParameterValue p ? p.parameter().name() : "expression";
    }

    /** What each condition came to for a subject. */
    List<Condition> conditions(Entity subject) {
        List<Condition> conditions = new ArrayList<>(leaves.size());
        for (Leaf leaf : leaves) {
            conditions.add(leaf.condition(subject));
        }
        return conditions;
    }
}
