package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rewriting;
import org.hqccp.verification.Steps;
import org.jspecify.annotations.Nullable;

/** Every small change of one condition or value: the mistakes a hand could make in it. */
final class ConditionChanges {
    private final Bounds bounds;
    private final List<Change> changes = new ArrayList<>();
    private int place;

    /**
     * One change.
     *
     * @param words what would be different
     * @param same why it is the same in every case; none where it is not known to be
     * @param in makes the change, also in the same text read under other parameter values
     */
    record Change(String words, @Nullable String same, UnaryOperator<Expr> in) {}

    private ConditionChanges(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Every change of a text. */
    static List<Change> of(Expr text, Bounds bounds) {
        ConditionChanges all = new ConditionChanges(bounds);
        int[] at = {0};
        Paths.walk(text, part -> {
            all.place = at[0]++;
            all.part(part);
        });
        return all.changes;
    }

    private void part(Expr part) {
        if (part instanceof Expr.Comparison c) {
            comparison(c);
        } else if (part instanceof Expr.And and) {
            several(and.parts(), part, true);
        } else if (part instanceof Expr.Or or) {
            several(or.parts(), part, false);
        } else if (part instanceof Expr.Not not) {
            said(part, not.part(), null, e -> ((Expr.Not) e).part());
        } else if (part instanceof Expr.In in) {
            in(in);
        } else if (part instanceof Expr.Contains) {
            said(
                    part,
                    e -> new Expr.Contains(
                            ((Expr.Contains) e).set(), ((Expr.Contains) e).element(), !((Expr.Contains) e).negated()));
        } else if (part instanceof Expr.Exists exists) {
            said(part, e -> exists((Expr.Exists) e, ((Expr.Exists) e).where(), !((Expr.Exists) e).negated()));
            if (exists.where() != null && !(exists.where() instanceof Expr.And)) {
                dropped(exists.where(), e -> exists((Expr.Exists) e, null, ((Expr.Exists) e).negated()));
            }
        } else if (part instanceof Expr.Aggregate aggregate) {
            if (aggregate.where() != null && !(aggregate.where() instanceof Expr.And)) {
                dropped(aggregate.where(), e -> uncounted((Expr.Aggregate) e));
            }
        } else if (part instanceof Expr.Arithmetic arithmetic) {
            for (boolean up : new boolean[] {true, false}) {
                shifted(arithmetic.left(), up, (e, to) -> new Expr.Arithmetic(e.operator(), to, e.right(), e.type()));
                shifted(arithmetic.right(), up, (e, to) -> new Expr.Arithmetic(e.operator(), e.left(), to, e.type()));
            }
        }
    }

    private interface Put {
        Expr in(Expr.Arithmetic whole, Expr.Constant to);
    }

    private void shifted(Expr side, boolean up, Put put) {
        if (side instanceof Expr.Constant constant) {
            Object to = Steps.next(constant.value(), constant.type(), up);
            if (to != null) {
                Expr.Constant changed = new Expr.Constant(constant.type(), to);
                add(
                        "if it reckoned with " + Words.value(to) + " instead of " + Words.value(constant.value()),
                        null,
                        e -> put.in((Expr.Arithmetic) e, changed));
            }
        }
    }

    private static Expr exists(Expr.Exists e, @Nullable Expr where, boolean negated) {
        return new Expr.Exists(e.holder(), e.of(), where, negated);
    }

    private static Expr uncounted(Expr.Aggregate e) {
        return new Expr.Aggregate(e.fold(), e.holder(), e.of(), e.value(), null, e.type());
    }

    private void comparison(Expr.Comparison c) {
        if (Deciding.isJoin(c)) {
            return;
        }
        for (Operator operator : neighbours(c)) {
            said(
                    c,
                    new Expr.Comparison(operator, c.left(), c.right()),
                    bounds.same(c, operator),
                    e -> new Expr.Comparison(operator, ((Expr.Comparison) e).left(), ((Expr.Comparison) e).right()));
        }
        for (boolean up : new boolean[] {true, false}) {
            Expr.Constant to = c.right() instanceof Expr.Constant constant ? next(c, constant, up) : null;
            if (to != null) {
                said(c, e -> new Expr.Comparison(((Expr.Comparison) e).operator(), ((Expr.Comparison) e).left(), to));
            }
        }
    }

    /** A month is written as its first day: a day more or less would say the same of every month. */
    private static boolean isMonth(@Nullable Fact fact) {
        return fact != null && fact.type() == FactType.MONTH;
    }

    private static Expr.@Nullable Constant next(Expr.Comparison c, Expr.Constant constant, boolean up) {
        Fact fact = c.left() instanceof Expr.FactValue value ? value.fact() : null;
        Object to = fact != null && fact.ordered() && isOrdered(c.operator())
                ? Steps.next(String.valueOf(constant.value()), fact, up)
                : Steps.next(constant.value(), isMonth(fact) ? FactType.MONTH : constant.type(), up);
        return to == null ? null : new Expr.Constant(constant.type(), to);
    }

    private static boolean isOrdered(Operator operator) {
        return operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    }

    private static List<Operator> neighbours(Expr.Comparison c) {
        FactType type = c.left().type();
        boolean measured = type.isNumber() || type.isOfTime();
        return switch (c.operator()) {
            case LESS -> List.of(Operator.AT_MOST, Operator.NOT_EQUAL);
            case AT_MOST -> List.of(Operator.LESS, Operator.EQUAL);
            case MORE -> List.of(Operator.AT_LEAST, Operator.NOT_EQUAL);
            case AT_LEAST -> List.of(Operator.MORE, Operator.EQUAL);
            case EQUAL -> measured ? List.of(Operator.AT_LEAST, Operator.AT_MOST) : List.of(Operator.NOT_EQUAL);
            case NOT_EQUAL -> measured ? List.of(Operator.LESS, Operator.MORE) : List.of(Operator.EQUAL);
        };
    }

    /** Conditions that stand beside each other: each left out, and "and" exchanged with "or". */
    private void several(List<Expr> parts, Expr whole, boolean all) {
        if (parts.isEmpty()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            int left = i;
            if (!Deciding.isJoin(parts.get(i))) {
                dropped(parts.get(i), e -> without(e, left));
            }
        }
        if (parts.size() > 1) {
            Expr other = all ? new Expr.Or(parts) : new Expr.And(parts);
            said(whole, other, null, e -> all ? new Expr.Or(Paths.parts(e)) : new Expr.And(Paths.parts(e)));
        }
    }

    private static Expr without(Expr whole, int left) {
        List<Expr> rest = new ArrayList<>(Paths.parts(whole));
        rest.remove(left);
        return whole instanceof Expr.Or ? new Expr.Or(rest) : new Expr.And(rest);
    }

    private void in(Expr.In in) {
        said(in, e -> new Expr.In(((Expr.In) e).element(), ((Expr.In) e).among(), !((Expr.In) e).negated()));
        for (int i = 0; i < in.among().size() && in.among().size() > 1; i++) {
            List<Expr.Constant> rest = new ArrayList<>(in.among());
            rest.remove(i);
            said(in, e -> new Expr.In(((Expr.In) e).element(), rest, ((Expr.In) e).negated()));
        }
    }

    private void dropped(Expr part, UnaryOperator<Expr> change) {
        add("if it did not say “" + RuleEnglish.clause(part) + "”", null, change);
    }

    private void said(Expr before, UnaryOperator<Expr> change) {
        said(before, change.apply(before), null, change);
    }

    private void said(Expr before, Expr after, @Nullable String same, UnaryOperator<Expr> change) {
        add(
                "if it said “" + RuleEnglish.clause(after) + "” instead of “" + RuleEnglish.clause(before) + "”",
                same,
                change);
    }

    private void add(String words, @Nullable String same, UnaryOperator<Expr> change) {
        int at = place;
        changes.add(new Change(words, same, whole -> Rewriting.at(at, whole, change)));
    }
}
