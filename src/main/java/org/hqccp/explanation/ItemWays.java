package org.hqccp.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;
import org.jspecify.annotations.Nullable;

/** Works out what a blank item has to say for a condition to hold. What it cannot work out gives no way. */
final class ItemWays {
    private static final int MOST_WAYS = 24;

    private final DecisionProgram program;
    private final Unfolding unfolding;

    ItemWays(DecisionProgram program, Unfolding unfolding) {
        this.program = program;
        this.unfolding = unfolding;
    }

    /** Each way made longer so that the condition is as wanted; fewer ways where it cannot be. */
    List<Way> conditions(Expr expr, boolean wanted, Spot at, List<Way> ways) {
        if (at.truth(expr, program) == (wanted ? Truth.TRUE : Truth.FALSE)) {
            return ways;
        }
        if (expr instanceof Expr.And and) {
            return wanted ? all(and.parts(), true, at, ways) : any(and.parts(), false, at, ways);
        } else if (expr instanceof Expr.Or or) {
            return wanted ? any(or.parts(), true, at, ways) : all(or.parts(), false, at, ways);
        } else if (expr instanceof Expr.Not not) {
            return conditions(not.part(), !wanted, at, ways);
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison, wanted, at, ways);
        } else if (expr instanceof Expr.In in) {
            return in(in, wanted != in.negated(), at, ways);
        } else if (expr instanceof Expr.Contains contains) {
            return contains(contains, wanted != contains.negated(), at, ways);
        } else if (expr instanceof Expr.FactValue value) {
            return each(value, List.of(wanted), at, ways);
        }
        return List.of();
    }

    private List<Way> all(List<Expr> parts, boolean wanted, Spot at, List<Way> ways) {
        List<Way> left = ways;
        for (Expr part : parts) {
            left = conditions(part, wanted, at, left);
        }
        return left;
    }

    private List<Way> any(List<Expr> parts, boolean wanted, Spot at, List<Way> ways) {
        List<Way> found = new ArrayList<>();
        parts.forEach(part -> found.addAll(conditions(part, wanted, at, ways)));
        return few(found);
    }

    private static List<Way> few(List<Way> ways) {
        return ways.subList(0, Math.min(ways.size(), MOST_WAYS));
    }

    private List<Way> comparison(Expr.Comparison comparison, boolean wanted, Spot at, List<Way> ways) {
        Operator operator =
                wanted ? comparison.operator() : comparison.operator().negated();
        Object right = at.value(comparison.right(), program);
        Object left = at.value(comparison.left(), program);
        boolean turned = right instanceof Unknown;
        Object target = turned ? left : right;
        Expr side = turned ? comparison.right() : comparison.left();
        Operator sided = turned ? operator.mirrored() : operator;
        if (target instanceof Unknown) {
            return List.of();
        }
        if (side.type().isNumber()) {
            return numbers(side, sided, Thresholds.decimal(target), at, ways);
        }
        return side instanceof Expr.FactValue value
                ? each(value, fitting(value.fact(), sided, target), at, ways)
                : List.of();
    }

    /** Values that compare with a target as they should. */
    private static List<Object> fitting(Fact fact, Operator operator, Object target) {
        if (operator == Operator.EQUAL) {
            return List.of(target);
        }
        if (target instanceof Boolean flag) {
            return List.of(!flag);
        }
        int rank = fact.rank(String.valueOf(target));
        List<Object> values = new ArrayList<>();
        for (String code : fact.values().keySet()) {
            int order = Integer.compare(fact.rank(code), rank);
            boolean fits = switch (operator) {
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                default -> order >= 0;
            };
            if (fits) {
                values.add(code);
            }
        }
        return values;
    }

    private List<Way> in(Expr.In in, boolean wanted, Spot at, List<Way> ways) {
        List<Object> among = in.among().stream().map(Expr.Constant::value).toList();
        List<Way> found = new ArrayList<>();
        if (in.element().type().isNumber()) {
            for (Object each : wanted ? among : List.<Object>of()) {
                found.addAll(numbers(in.element(), Operator.EQUAL, Thresholds.decimal(each), at, ways));
            }
        } else if (in.element() instanceof Expr.FactValue value) {
            List<Object> values =
                    new ArrayList<>(wanted ? among : value.fact().values().keySet());
            values.removeIf(v -> among.contains(v) != wanted);
            found.addAll(each(value, values, at, ways));
        }
        return few(found);
    }

    private List<Way> contains(Expr.Contains contains, boolean wanted, Spot at, List<Way> ways) {
        Object member = at.value(contains.element(), program);
        if (contains.set() instanceof Expr.FactValue set && !(member instanceof Unknown)) {
            String element = wanted ? String.valueOf(member) : null;
            return isOwn(set, at) ? longer(ways, way -> way.holding(set.fact(), element)) : List.of();
        }
        return wanted
                        && at.value(contains.set(), program) instanceof Set<?> all
                        && contains.element() instanceof Expr.FactValue value
                        && !value.type().isNumber()
                ? each(value, List.copyOf(all), at, ways)
                : List.of();
    }

    private static List<Way> longer(List<Way> ways, Function<Way, @Nullable Way> how) {
        List<Way> found = new ArrayList<>();
        for (Way way : ways) {
            Way longer = how.apply(way);
            if (longer != null) {
                found.add(longer);
            }
        }
        return found;
    }

    /** Whether it is a given fact of the new item. */
    private static boolean isOwn(Expr.FactValue value, Spot at) {
        return at.reach(value.path()) == item(at) && !value.fact().derived();
    }

    /** The new item: the element of a condition on its list, or the owner inside a derived fact of its own. */
    private static Entity item(Spot at) {
        Entity element = at.element();
        return element == null ? at.owner() : element;
    }

    /** Ways in which a fact of the item is one of several values, or in which a derived yes-or-no fact is so. */
    private List<Way> each(Expr.FactValue value, List<?> values, Spot at, List<Way> ways) {
        Entity entity = at.reach(value.path());
        Expr is = entity == item(at) ? unfolding.of(entity, value.fact()) : null;
        List<Way> found = new ArrayList<>();
        for (Object to : values) {
            if (is != null && to instanceof Boolean flag) {
                found.addAll(conditions(is, flag, new Spot(entity), ways));
            } else if (isOwn(value, at)) {
                found.addAll(longer(ways, way -> way.saying(value.fact(), to)));
            }
        }
        return few(found);
    }

    /** Ways in which a number of the item compares with a target as it should. */
    List<Way> numbers(Expr side, Operator operator, BigDecimal target, Spot at, List<Way> ways) {
        if (side instanceof Expr.SetSize size && size.set() instanceof Expr.FactValue set) {
            int number = size(operator, target);
            return isOwn(set, at) ? longer(ways, way -> way.holding(set.fact(), number)) : List.of();
        }
        if (!(side instanceof Expr.FactValue value)) {
            return List.of();
        }
        Entity entity = at.reach(value.path());
        Expr is = entity == item(at) ? unfolding.of(entity, value.fact()) : null;
        if (is != null) {
            return numbers(is, operator, target, new Spot(entity), ways);
        }
        return isOwn(value, at)
                ? longer(ways, way -> way.saying(value.fact(), number(value.fact(), operator, target)))
                : List.of();
    }

    private static int size(Operator operator, BigDecimal target) {
        return switch (operator) {
            case AT_LEAST, EQUAL -> target.setScale(0, RoundingMode.CEILING).intValue();
            case MORE -> target.setScale(0, RoundingMode.FLOOR).intValue() + 1;
            default -> 0;
        };
    }

    /** The number nearest to a threshold on the right side of it, as far as the fact's bounds let it. */
    private static Object number(Fact fact, Operator operator, BigDecimal target) {
        BigDecimal step = Universe.step(fact);
        BigDecimal up = Universe.onGrid(fact, target, RoundingMode.CEILING);
        BigDecimal down = Universe.onGrid(fact, target, RoundingMode.FLOOR);
        BigDecimal near = switch (operator) {
            case MORE, NOT_EQUAL -> down.add(step);
            case LESS -> up.subtract(step);
            case AT_MOST -> down;
            case AT_LEAST, EQUAL -> up;
        };
        return Universe.written(fact, Universe.clamped(fact, near));
    }
}
