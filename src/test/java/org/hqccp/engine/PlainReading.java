package org.hqccp.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;

/**
 * A second reading of what rules mean, as plain as it can be written and sharing no code with the first, for cases in which everything is
 * known. Null is what even then cannot be told, such as a division by zero.
 */
final class PlainReading {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private final Map<EntityType, Map<Integer, Expr>> derived;
    private final IdentityHashMap<Entity, Map<Integer, Object>> told = new IdentityHashMap<>();

    /** For one case; what it has told of a derived fact it tells again. */
    PlainReading(Map<EntityType, Map<Integer, Expr>> derived) {
        this.derived = derived;
    }

    /** The expressions of derived facts, by what they belong to. */
    static Map<EntityType, Map<Integer, Expr>> index(List<DerivedFact> facts) {
        IdentityHashMap<EntityType, Map<Integer, Expr>> index = new IdentityHashMap<>();
        facts.forEach(f -> index.computeIfAbsent(f.owner(), o -> new HashMap<>())
                .put(f.fact().slot(), f.is()));
        return index;
    }

    /** What a rule comes to; null where it cannot be told, or where no rule is in force. */
    Status status(Rule rule, Entity subject) {
        LocalDate day = day(rule.clock(), subject);
        if (day == null || day.isBefore(rule.from()) || (rule.to() != null && day.isAfter(rule.to()))) {
            return null;
        }
        Object applies = rule.appliesTo() == null ? (Object) true : of(rule.appliesTo(), subject, null);
        if (applies == null || applies.equals(false)) {
            return applies == null ? null : Status.NOT_APPLICABLE;
        }
        Object test = of(rule.test(), subject, null);
        if (test == null || test.equals(true)) {
            return test == null ? null : rule.kind() == Rule.Kind.REPORT ? Status.REPORTED : Status.MET;
        }
        if (rule.kind() == Rule.Kind.REPORT) {
            return Status.NOT_APPLICABLE;
        }
        Object developing = rule.developing() == null ? (Object) false : of(rule.developing(), subject, null);
        return developing == null ? null : developing.equals(true) ? Status.DEVELOPING : Status.NOT_MET;
    }

    /** The value of an expression. */
    Object of(Expr expr, Entity owner, Entity element) {
        if (expr instanceof Expr.Constant c) {
            return plain(c.value());
        } else if (expr instanceof Expr.FactValue f) {
            return fact(entity(f.path(), owner, element), f.fact());
        } else if (expr instanceof Expr.ParameterValue p) {
            return parameter(p.parameter(), owner);
        } else if (expr instanceof Expr.And and) {
            return kleene(and.parts().stream().map(p -> of(p, owner, element)).toList(), false);
        } else if (expr instanceof Expr.Or or) {
            return kleene(or.parts().stream().map(p -> of(p, owner, element)).toList(), true);
        } else if (expr instanceof Expr.Not not) {
            return opposite(of(not.part(), owner, element), true);
        } else if (expr instanceof Expr.Comparison c) {
            return comparison(c, of(c.left(), owner, element), of(c.right(), owner, element));
        } else if (expr instanceof Expr.In in) {
            Object value = of(in.element(), owner, element);
            List<Object> same = new ArrayList<>();
            in.among().forEach(a -> same.add(value == null ? null : same(value, plain(a.value()))));
            return opposite(kleene(same, true), in.negated());
        } else if (expr instanceof Expr.Contains c) {
            Object set = of(c.set(), owner, element);
            Object member = of(c.element(), owner, element);
            return set == null || member == null
                    ? null
                    : opposite(((Set<?>) set).contains(String.valueOf(member)), c.negated());
        } else if (expr instanceof Expr.Exists exists) {
            List<Entity> elements = entity(exists.holder(), owner, element).elements(exists.of());
            return elements == null
                    ? null
                    : opposite(kleene(each(elements, exists.where(), owner), true), exists.negated());
        } else if (expr instanceof Expr.Arithmetic a) {
            return arithmetic(a, of(a.left(), owner, element), of(a.right(), owner, element));
        } else if (expr instanceof Expr.Aggregate a) {
            return folded(a, entity(a.holder(), owner, element).elements(a.of()), owner);
        } else if (expr instanceof Expr.SetSize size) {
            Object set = of(size.set(), owner, element);
            return set == null ? null : BigDecimal.valueOf(((Set<?>) set).size());
        } else if (expr instanceof Expr.Choice choice) {
            Object condition = of(choice.condition(), owner, element);
            return condition == null
                    ? null
                    : of(condition.equals(true) ? choice.then() : choice.otherwise(), owner, element);
        } else if (expr instanceof Expr.Call call) {
            List<Object> values = new ArrayList<>();
            call.arguments().forEach(a -> values.add(of(a, owner, element)));
            return values.contains(null) ? null : called(call.function(), values);
        }
        return null;
    }

    private static Object plain(Object value) {
        return value instanceof Unknown ? null : value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
    }

    private Object fact(Entity entity, Fact fact) {
        if (!fact.derived()) {
            return plain(entity.get(fact.slot()));
        }
        Map<Integer, Object> known = told.computeIfAbsent(entity, e -> new HashMap<>());
        if (!known.containsKey(fact.slot())) {
            known.put(fact.slot(), of(derived.get(entity.type()).get(fact.slot()), entity, null));
        }
        return known.get(fact.slot());
    }

    private static Entity entity(Expr.Path path, Entity owner, Entity element) {
        Entity at = path.from() == Expr.From.ELEMENT ? element : owner;
        if (path.from() == Expr.From.CASE) {
            return path.single() == null ? at.root() : at.root().single(path.single());
        }
        for (int i = 0; i < path.up(); i++) {
            at = at.parent();
        }
        return at;
    }

    private List<Object> each(List<Entity> elements, Expr where, Entity owner) {
        List<Object> each = new ArrayList<>();
        elements.forEach(e -> each.add(where == null ? (Object) true : of(where, owner, e)));
        return each;
    }

    /** {@code winner} if there is one, else not to be told if anything is not to be told, else the opposite. */
    private static Object kleene(List<Object> parts, boolean winner) {
        return parts.contains(winner) ? (Object) winner : parts.contains(null) ? null : (Object) !winner;
    }

    private static Object opposite(Object truth, boolean really) {
        return truth == null ? null : (Boolean) truth != really;
    }

    private static boolean same(Object a, Object b) {
        return a instanceof BigDecimal number ? number.compareTo((BigDecimal) b) == 0 : a.equals(b);
    }

    @SuppressWarnings("unchecked") // both are of one comparable type
    private static Object comparison(Expr.Comparison comparison, Object a, Object b) {
        if (a == null || b == null) {
            return null;
        }
        int order = ((Comparable<Object>) a).compareTo(b);
        if (comparison.left() instanceof Expr.FactValue f && f.fact().ordered()) {
            List<String> codes = List.copyOf(f.fact().values().keySet());
            order = codes.indexOf(a) - codes.indexOf(b);
        }
        return switch (comparison.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static Object arithmetic(Expr.Arithmetic arithmetic, Object a, Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof LocalDate date) {
            return b instanceof LocalDate other
                    ? (Object) BigDecimal.valueOf(date.toEpochDay() - other.toEpochDay())
                    : moved(date, arithmetic.operator() == '+' ? (BigDecimal) b : ((BigDecimal) b).negate());
        }
        if (a instanceof String time) {
            return b instanceof String other
                    ? BigDecimal.valueOf(minute(time) - minute(other))
                    : later(time, arithmetic.operator() == '+' ? (BigDecimal) b : ((BigDecimal) b).negate());
        }
        BigDecimal x = (BigDecimal) a;
        BigDecimal y = (BigDecimal) b;
        BigDecimal result = switch (arithmetic.operator()) {
            case '+' -> x.add(y);
            case '-' -> x.subtract(y);
            case '*' -> x.multiply(y);
            default -> y.signum() == 0 ? null : x.divide(y, MathContext.DECIMAL128);
        };
        return result == null || (result.scale() <= 0 && result.abs().compareTo(MOST) > 0) ? null : result;
    }

    private static int minute(String time) {
        return Integer.parseInt(time.split(":", 2)[0]) * 60 + Integer.parseInt(time.split(":", 2)[1]);
    }

    private static Object later(String time, BigDecimal minutes) {
        BigDecimal at = minutes.add(BigDecimal.valueOf(minute(time)));
        boolean sameDay = at.signum() >= 0 && at.compareTo(BigDecimal.valueOf(1440)) <= 0;
        return sameDay ? "%02d:%02d".formatted(at.intValueExact() / 60, at.intValueExact() % 60) : null;
    }

    private static Object moved(LocalDate date, BigDecimal days) {
        LocalDate moved =
                days.abs().compareTo(BigDecimal.valueOf(9_000_000)) > 0 ? null : date.plusDays(days.longValueExact());
        return moved == null || moved.getYear() < 1 || moved.getYear() > 9999 ? null : moved;
    }

    @SuppressWarnings("unchecked") // what is folded is all of one comparable type
    private Object folded(Expr.Aggregate aggregate, List<Entity> elements, Entity owner) {
        if (elements == null) {
            return null;
        }
        List<Object> chosen = each(elements, aggregate.where(), owner);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (chosen.get(i) == null) {
                return null;
            } else if (chosen.get(i).equals(true)) {
                values.add(aggregate.value() == null ? BigDecimal.ONE : of(aggregate.value(), owner, elements.get(i)));
            }
        }
        if (values.contains(null)) {
            return null;
        }
        BinaryOperator<Object> fold = switch (aggregate.fold()) {
            case COUNT, SUM -> (a, b) -> ((BigDecimal) a).add((BigDecimal) b);
            case MIN -> (a, b) -> ((Comparable<Object>) a).compareTo(b) <= 0 ? a : b;
            case MAX -> (a, b) -> ((Comparable<Object>) a).compareTo(b) >= 0 ? a : b;
        };
        boolean sum = aggregate.fold() == Expr.Fold.COUNT || aggregate.fold() == Expr.Fold.SUM;
        return values.stream().reduce(fold).orElse(sum ? BigDecimal.ZERO : null);
    }

    private static Object called(Expr.Function function, List<Object> values) {
        if (function == Expr.Function.DATE_IN) {
            int year = ((BigDecimal) values.get(0)).intValueExact();
            String[] day = ((String) values.get(1)).split("-", 2);
            LocalDate first = LocalDate.of(year, Integer.parseInt(day[0]), 1);
            return first.withDayOfMonth(Math.min(Integer.parseInt(day[1]), first.lengthOfMonth()));
        }
        if (function == Expr.Function.ROUND_DOWN) {
            BigDecimal step = (BigDecimal) values.get(1);
            BigDecimal number = (BigDecimal) values.get(0);
            BigDecimal rest = step.signum() <= 0 ? null : number.remainder(step);
            return rest == null ? null : number.subtract(rest).subtract(rest.signum() < 0 ? step : BigDecimal.ZERO);
        }
        LocalDate date = (LocalDate) values.get(0);
        return switch (function) {
            case YEAR -> BigDecimal.valueOf(date.getYear());
            case SCHOOL_YEAR -> BigDecimal.valueOf(date.getYear() - (date.getMonthValue() < 7 ? 1 : 0));
            case MONTH_DAY -> date.toString().substring(5);
            default -> BigDecimal.valueOf(years(date, (LocalDate) values.get(1)));
        };
    }

    private static int years(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -years(to, from);
        }
        boolean birthdayCame =
                to.toString().substring(5).compareTo(from.toString().substring(5)) >= 0;
        return to.getYear() - from.getYear() - (birthdayCame ? 0 : 1);
    }

    private static Object parameter(Parameter parameter, Entity owner) {
        LocalDate day = day(parameter.clock(), owner);
        List<Parameter.Period> periods = parameter.periods();
        if (day == null) {
            return periods.size() == 1 && periods.get(0).to() == null
                    ? plain(periods.get(0).value())
                    : null;
        }
        for (Parameter.Period period : periods) {
            if (!day.isBefore(period.from()) && (period.to() == null || !day.isAfter(period.to()))) {
                return plain(period.value());
            }
        }
        return null;
    }

    /** The date of a clock, in the policy about school trips. */
    private static LocalDate day(Clock clock, Entity owner) {
        Entity trip = owner;
        while (trip != null && trip.type().fact("entryTerm") == null) {
            trip = trip.parent();
        }
        Entity student = owner.root().single(owner.root().type().child("student"));
        Object value = switch (clock) {
            case DECISION_DATE -> owner.root().get("asOf");
            case ENTRY_TERM -> trip == null ? null : trip.get("entryTerm");
            case APPLICATION_CYCLE -> trip == null ? null : trip.get("applicationCycle");
            case SCHOOL_YEAR -> student.get("schoolYear");
            case COHORT, REPORT_YEAR -> null;
        };
        return value instanceof LocalDate date
                ? date
                : value instanceof Long year ? LocalDate.of(year.intValue(), 7, 1) : null;
    }
}
