package org.hqccp.engine;

import java.util.List;
import java.util.Set;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Makes conditions ready: and, or, not and comparisons after Kleene. */
final class Conditions {
    private final Compiler compiler;

    Conditions(Compiler compiler) {
        this.compiler = compiler;
    }

    Test of(Expr expr) {
        if (expr instanceof Expr.And and) {
            Test[] parts = and.parts().stream().map(compiler::test).toArray(Test[]::new);
            return (owner, element) -> {
                Truth result = Truth.TRUE;
                for (Test part : parts) {
                    Truth truth = Test.ask(part, owner, element);
                    if (truth == Truth.FALSE) {
                        return Truth.FALSE;
                    }
                    result = truth == Truth.UNKNOWN ? truth : result;
                }
                return result;
            };
        } else if (expr instanceof Expr.Or or) {
            Test[] parts = or.parts().stream().map(compiler::test).toArray(Test[]::new);
            return (owner, element) -> {
                Truth result = Truth.FALSE;
                for (Test part : parts) {
                    Truth truth = Test.ask(part, owner, element);
                    if (truth == Truth.TRUE) {
                        return Truth.TRUE;
                    }
                    result = truth == Truth.UNKNOWN ? truth : result;
                }
                return result;
            };
        } else if (expr instanceof Expr.Not not) {
            Test part = compiler.test(not.part());
            return (owner, element) -> Test.ask(part, owner, element).not();
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison);
        } else if (expr instanceof Expr.In in) {
            return in(in);
        } else if (expr instanceof Expr.Contains contains) {
            Term set = compiler.term(contains.set());
            Term member = compiler.term(contains.element());
            return (owner, element) -> {
                Object in = set.of(owner, element);
                Object what = member.of(owner, element);
                return in instanceof Set<?> all && !(what instanceof Unknown)
                        ? Truth.of(all.contains(String.valueOf(what)) != contains.negated())
                        : Truth.UNKNOWN;
            };
        } else if (expr instanceof Expr.Exists exists) {
            return exists(exists);
        }
        Term term = compiler.term(expr);
        if (term instanceof FactTerm fact) {
            return new OneOf(fact, List.of(true), true);
        }
        return (owner, element) -> {
            Object value = term.of(owner, element);
            return value instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN;
        };
    }

    private Test comparison(Expr.Comparison comparison) {
        Term left = compiler.term(comparison.left());
        Term right = compiler.term(comparison.right());
        Expr.Operator operator = comparison.operator();
        if (comparison.left().type().isNumber()) {
            return (owner, element) ->
                    Numbers.compare(operator, Term.read(left, owner, element), Term.read(right, owner, element));
        }
        if (operator == Expr.Operator.EQUAL || operator == Expr.Operator.NOT_EQUAL) {
            if (left instanceof FactTerm fact && comparison.right() instanceof Expr.Constant constant) {
                return new OneOf(fact, List.of(constant.value()), operator == Expr.Operator.EQUAL);
            }
            Truth alike = Truth.of(operator == Expr.Operator.EQUAL);
            return (owner, element) -> {
                Object a = Term.read(left, owner, element);
                Object b = Term.read(right, owner, element);
                return a instanceof Unknown || b instanceof Unknown ? Truth.UNKNOWN : a.equals(b) ? alike : alike.not();
            };
        }
        Fact ordered = comparison.left() instanceof Expr.FactValue value
                        && value.fact().ordered()
                ? value.fact()
                : null;
        return (owner, element) -> {
            Object a = Term.read(left, owner, element);
            Object b = Term.read(right, owner, element);
            if (a instanceof Unknown || b instanceof Unknown) {
                return Truth.UNKNOWN;
            }
            return Truth.of(Numbers.holds(operator, order(a, b, ordered)));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the checker let only values of one comparable type meet
    private static int order(Object a, Object b, @Nullable Fact ordered) {
        return ordered == null
                ? ((Comparable) a).compareTo(b)
                : Integer.compare(ordered.rank((String) a), ordered.rank((String) b));
    }

    private Test in(Expr.In in) {
        Term element = compiler.term(in.element());
        List<Object> among = in.among().stream().map(Expr.Constant::value).toList();
        boolean numbers = in.element().type().isNumber();
        if (element instanceof FactTerm fact && !numbers) {
            return new OneOf(fact, among, !in.negated());
        }
        return (owner, listed) -> {
            Object value = element.of(owner, listed);
            if (value instanceof Unknown && !numbers) {
                return Truth.UNKNOWN;
            }
            Truth found = Truth.FALSE;
            for (Object each : among) {
                found = found.or(
                        numbers ? Numbers.compare(Expr.Operator.EQUAL, value, each) : Truth.of(each.equals(value)));
            }
            return in.negated() ? found.not() : found;
        };
    }

    private Test exists(Expr.Exists exists) {
        return new Existence(exists, compiler.filter(exists.where()));
    }
}
