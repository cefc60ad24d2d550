package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;

/** Makes values ready: facts, parameters, arithmetic, choices and functions. */
final class Values {
    private static final Unknown NO_CLOCK = new Unknown("the date that picks the parameter is not known");
    private static final Unknown NO_PERIOD = new Unknown("the parameter has no value on that date");
    private static final Unknown UNDECIDED = new Unknown("depends on something not known");

    private final Compiler compiler;
    private final Derived derived;
    private final Clocks clocks;

    Values(Compiler compiler, Derived derived, Clocks clocks) {
        this.compiler = compiler;
        this.derived = derived;
        this.clocks = clocks;
    }

    Term of(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return (owner, element) -> constant.value();
        } else if (expr instanceof Expr.FactValue value) {
            return new FactTerm(value, derived);
        } else if (expr instanceof Expr.ParameterValue parameter) {
            return (owner, element) -> parameter(parameter.parameter(), owner);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return new Folding(compiler, aggregate);
        } else if (expr instanceof Expr.SetSize size) {
            Term set = compiler.term(size.set());
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
        Test test = compiler.test(expr);
        return (owner, element) -> {
            Truth truth = Test.ask(test, owner, element);
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

    /** A value, with the declared bounds of its fact where it is not given. */
    Term bounded(Expr expr) {
        Term term = compiler.term(expr);
        if (!(expr instanceof Expr.FactValue value)
                || value.fact().derived()
                || value.fact().min() == null && value.fact().max() == null) {
            return term;
        }
        Object bounds = Numbers.between(
                value.fact().min(), value.fact().max(), value.type() == FactType.WHOLE_NUMBER, "not given");
        return (owner, element) -> {
            Object known = term.of(owner, element);
            return known instanceof Unknown ? bounds : known;
        };
    }

    private Term arithmetic(Expr.Arithmetic arithmetic) {
        Term left = bounded(arithmetic.left());
        Term right = bounded(arithmetic.right());
        boolean whole = arithmetic.type() == FactType.WHOLE_NUMBER;
        if (arithmetic.left().type() == FactType.TIME) {
            return (owner, element) -> {
                Object a = Term.read(left, owner, element);
                Object b = Term.read(right, owner, element);
                if (a instanceof Unknown || b instanceof Unknown) {
                    return UNDECIDED;
                }
                return b instanceof String other
                        ? Calendar.minutes((String) a, other)
                        : Calendar.plus((String) a, arithmetic.operator() == '+' ? (Long) b : -(Long) b);
            };
        }
        if (!arithmetic.left().type().isDate()) {
            return (owner, element) -> Numbers.calculate(
                    arithmetic.operator(), Term.read(left, owner, element), Term.read(right, owner, element), whole);
        }
        return (owner, element) -> {
            Object a = Term.read(left, owner, element);
            Object b = Term.read(right, owner, element);
            if (a instanceof Unknown || b instanceof Unknown) {
                return UNDECIDED;
            }
            return b instanceof LocalDate other
                    ? Numbers.days((LocalDate) a, other)
                    : Calendar.plus((LocalDate) a, arithmetic.operator() == '+' ? (Long) b : -(Long) b);
        };
    }

    private Term choice(Expr.Choice choice) {
        Test condition = compiler.test(choice.condition());
        Term then = bounded(choice.then());
        Term otherwise = bounded(choice.otherwise());
        boolean decimal = choice.type() == FactType.NUMBER;
        return (owner, element) -> {
            Truth truth = Test.ask(condition, owner, element);
            if (truth != Truth.UNKNOWN) {
                Object value =
                        truth == Truth.TRUE ? Term.read(then, owner, element) : Term.read(otherwise, owner, element);
                return decimal && value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
            }
            Object a = Term.read(then, owner, element);
            Object b = Term.read(otherwise, owner, element);
            return a.equals(b) ? a : UNDECIDED;
        };
    }

    private Term call(Expr.Call call) {
        Term[] arguments = call.arguments().stream().map(compiler::term).toArray(Term[]::new);
        return (owner, element) -> {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Term.read(arguments[i], owner, element);
                if (values[i] instanceof Unknown) {
                    return UNDECIDED;
                }
            }
            return Calendar.call(call.function(), values);
        };
    }
}
