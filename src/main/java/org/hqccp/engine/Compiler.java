package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes expressions ready: the model's own evaluator, which knows three truth values and needs no Drools. */
final class Compiler {
    private static final Unknown NO_CLOCK = new Unknown("the date that picks the parameter is not known");
    private static final Unknown NO_PERIOD = new Unknown("the parameter has no value on that date");
    private static final Unknown UNDECIDED = new Unknown("depends on something not known");

    private final Derived derived;
    private final Clocks clocks;
    private final Map<Expr, Test> tests = new IdentityHashMap<>();
    private final Map<Expr, Term> terms = new IdentityHashMap<>();

    Compiler(Derived derived, Clocks clocks) {
        this.derived = derived;
        this.clocks = clocks;
    }

    /** A condition, made ready once. */
    Test test(Expr expr) {
        Test test = tests.get(expr);
        if (test == null) {
            test = compileTest(expr);
            tests.put(expr, test);
        }
        return test;
    }

    /** A value, made ready once. */
    Term term(Expr expr) {
        Term term = terms.get(expr);
        if (term == null) {
            term = compileTerm(expr);
            terms.put(expr, term);
        }
        return term;
    }

    /** The entity a path leads to. */
    static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        Entity at = path.from() == Expr.From.ELEMENT ? Objects.requireNonNull(element) : owner;
        if (path.from() == Expr.From.CASE) {
            EntityType single = path.single();
            Entity root = at.root();
            return single == null ? root : root.single(single);
        }
        for (int i = 0; i < path.up(); i++) {
            at = Objects.requireNonNull(at.parent());
        }
        return at;
    }

    private Test compileTest(Expr expr) {
        if (expr instanceof Expr.And and) {
            Test[] parts = and.parts().stream().map(this::test).toArray(Test[]::new);
            return (owner, element) -> {
                Truth result = Truth.TRUE;
                for (Test part : parts) {
                    Truth truth = part.of(owner, element);
                    if (truth == Truth.FALSE) {
                        return Truth.FALSE;
                    }
                    result = result.and(truth);
                }
                return result;
            };
        } else if (expr instanceof Expr.Or or) {
            Test[] parts = or.parts().stream().map(this::test).toArray(Test[]::new);
            return (owner, element) -> {
                Truth result = Truth.FALSE;
                for (Test part : parts) {
                    Truth truth = part.of(owner, element);
                    if (truth == Truth.TRUE) {
                        return Truth.TRUE;
                    }
                    result = result.or(truth);
                }
                return result;
            };
        } else if (expr instanceof Expr.Not not) {
            Test part = test(not.part());
            return (owner, element) -> part.of(owner, element).not();
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison);
        } else if (expr instanceof Expr.In in) {
            return in(in);
        } else if (expr instanceof Expr.Contains contains) {
            Term set = term(contains.set());
            Term member = term(contains.element());
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
        Term term = term(expr);
        return (owner, element) -> {
            Object value = term.of(owner, element);
            return value instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN;
        };
    }

    private Test comparison(Expr.Comparison comparison) {
        Term left = term(comparison.left());
        Term right = term(comparison.right());
        Expr.Operator operator = comparison.operator();
        if (comparison.left().type().isNumber()) {
            return (owner, element) -> Numbers.compare(operator, left.of(owner, element), right.of(owner, element));
        }
        Fact ordered = comparison.left() instanceof Expr.FactValue value
                        && value.fact().ordered()
                ? value.fact()
                : null;
        return (owner, element) -> {
            Object a = left.of(owner, element);
            Object b = right.of(owner, element);
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
        Term element = term(in.element());
        List<Object> among = in.among().stream().map(Expr.Constant::value).toList();
        boolean numbers = in.element().type().isNumber();
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
        Expr where = exists.where();
        Test test = where == null ? (owner, element) -> Truth.TRUE : test(where);
        return (owner, element) -> {
            List<Entity> elements = reach(exists.holder(), owner, element).elements(exists.of());
            Truth found = elements == null ? Truth.UNKNOWN : Truth.FALSE;
            if (elements != null) {
                for (Entity each : elements) {
                    found = found.or(test.of(owner, each));
                    if (found == Truth.TRUE) {
                        break;
                    }
                }
            }
            return exists.negated() ? found.not() : found;
        };
    }

    private Term compileTerm(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return (owner, element) -> constant.value();
        } else if (expr instanceof Expr.FactValue value) {
            Expr.Path path = value.path();
            int slot = value.fact().slot();
            if (path.equals(Expr.Path.OWNER)) {
                return (owner, element) -> derived.value(owner, slot);
            }
            return (owner, element) -> derived.value(reach(path, owner, element), slot);
        } else if (expr instanceof Expr.ParameterValue parameter) {
            return (owner, element) -> parameter(parameter.parameter(), owner);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return new Folding(this, aggregate);
        } else if (expr instanceof Expr.SetSize size) {
            Term set = term(size.set());
            return (owner, element) -> set.of(owner, element) instanceof Set<?> known
                    ? (Object) (long) known.size()
                    : new Unknown("the set is not known", BigDecimal.ZERO, null);
        } else if (expr instanceof Expr.Choice choice) {
            return choice(choice);
        } else if (expr instanceof Expr.Call call) {
            return call(call);
        } else if (expr instanceof Expr.Missing missing) {
            Unknown unknown = new Unknown(missing.reason());
            return (owner, element) -> unknown;
        }
        Test test = test(expr);
        return (owner, element) -> {
            Truth truth = test.of(owner, element);
            return truth == Truth.UNKNOWN ? UNDECIDED : (Object) (truth == Truth.TRUE);
        };
    }

    private Object parameter(Parameter parameter, Entity owner) {
        LocalDate date = clocks.date(parameter.clock(), owner, derived);
        if (date == null) {
            boolean always = parameter.periods().size() == 1
                    && parameter.periods().get(0).to() == null;
            return always ? parameter.periods().get(0).value() : NO_CLOCK;
        }
        Parameter.Period period = parameter.on(date);
        return period == null ? NO_PERIOD : period.value();
    }

    /** A value, with the declared bounds of its fact where it is not known. */
    Term bounded(Expr expr) {
        Term term = term(expr);
        if (!(expr instanceof Expr.FactValue value)
                || value.fact().min() == null && value.fact().max() == null) {
            return term;
        }
        Unknown bounds =
                new Unknown("not given", value.fact().min(), value.fact().max());
        return (owner, element) -> {
            Object known = term.of(owner, element);
            return known instanceof Unknown unknown && !unknown.isBounded() ? bounds : known;
        };
    }

    private Term arithmetic(Expr.Arithmetic arithmetic) {
        Term left = bounded(arithmetic.left());
        Term right = bounded(arithmetic.right());
        boolean whole = arithmetic.type() == FactType.WHOLE_NUMBER;
        if (!arithmetic.left().type().isDate()) {
            return (owner, element) ->
                    Numbers.calculate(arithmetic.operator(), left.of(owner, element), right.of(owner, element), whole);
        }
        return (owner, element) -> {
            Object a = left.of(owner, element);
            Object b = right.of(owner, element);
            if (a instanceof Unknown || b instanceof Unknown) {
                return UNDECIDED;
            }
            return b instanceof LocalDate other
                    ? Numbers.days((LocalDate) a, other)
                    : ((LocalDate) a).plusDays(arithmetic.operator() == '+' ? (Long) b : -(Long) b);
        };
    }

    private Term choice(Expr.Choice choice) {
        Test condition = test(choice.condition());
        Term then = bounded(choice.then());
        Term otherwise = bounded(choice.otherwise());
        boolean decimal = choice.type() == FactType.NUMBER;
        return (owner, element) -> {
            Truth truth = condition.of(owner, element);
            if (truth != Truth.UNKNOWN) {
                Object value = truth == Truth.TRUE ? then.of(owner, element) : otherwise.of(owner, element);
                return decimal && value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
            }
            Object a = then.of(owner, element);
            Object b = otherwise.of(owner, element);
            return a.equals(b) ? a : UNDECIDED;
        };
    }

    private Term call(Expr.Call call) {
        Term[] arguments = call.arguments().stream().map(this::term).toArray(Term[]::new);
        return (owner, element) -> {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].of(owner, element);
                if (values[i] instanceof Unknown) {
                    return UNDECIDED;
                }
            }
            return Calendar.call(call.function(), values);
        };
    }
}
