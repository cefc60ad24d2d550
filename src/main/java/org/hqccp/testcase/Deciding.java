package org.hqccp.testcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.RollUpTypes;
import org.jspecify.annotations.Nullable;

/**
 * The single conditions of one text, and which way cases have seen each of them decide it. A condition decides while nothing it stands
 * beside settles the answer: no other part of an "and" fails, no other part of an "or" holds.
 */
final class Deciding {
    private final List<Expr> texts;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Expr, Integer> places = new IdentityHashMap<>();

    /** One condition, and what cases have shown of it. */
    private static final class Part {
        private final Expr condition;
        private final Set<Truth> seen = EnumSet.noneOf(Truth.class);
        private boolean edge;

        Part(Expr condition) {
            this.condition = condition;
        }
    }

    /**
     * The conditions of some texts.
     *
     * @param texts whole conditions or derived values
     */
    Deciding(List<Expr> texts) {
        this.texts = texts;
        conditions(texts).forEach(c -> parts.add(new Part(c)));
        number(texts);
    }

    private static List<Expr> conditions(List<Expr> texts) {
        List<Expr> found = new ArrayList<>();
        texts.forEach(text -> Paths.walk(text, part -> {
            if (part instanceof Expr.Comparison && !isJoin(part)
                    || part instanceof Expr.In
                    || part instanceof Expr.Contains
                    || part instanceof Expr.Exists) {
                found.add(part);
            }
        }));
        return found;
    }

    /** A finding is joined to the group it lies in: that cannot fail. */
    static boolean isJoin(Expr part) {
        return part instanceof Expr.Comparison c
                && c.left() instanceof Expr.FactValue left
                && c.right() instanceof Expr.FactValue right
                && left.fact().path().equals(RollUpTypes.FINDING + ".group")
                && right.fact().path().equals(RollUpTypes.GROUP + ".id");
    }

    private void number(List<Expr> same) {
        List<Expr> found = conditions(same);
        for (int i = 0; i < found.size(); i++) {
            places.put(found.get(i), i);
        }
    }

    /**
     * Looks at a case.
     *
     * @param same these texts, or the same read again under other parameter values
     * @param parameters is shown every parameter that is read, with the day that picks its value
     */
    void look(
            List<Expr> same,
            DecisionProgram program,
            Entity owner,
            BiConsumer<Parameter, @Nullable LocalDate> parameters) {
        if (same != texts && !same.isEmpty() && conditions(same).stream().anyMatch(c -> !places.containsKey(c))) {
            number(same);
        }
        Looking looking = new Looking(program, owner, parameters);
        same.forEach(text -> looking.at(text, null, true));
    }

    /** What no case shows, a sentence each. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Part part : parts) {
            String words = ConditionWords.of(part.condition);
            if (!part.seen.contains(Truth.TRUE)) {
                missing.add("in no case does it hold that " + words);
            }
            if (!part.seen.contains(Truth.FALSE)) {
                missing.add("in no case does it fail that " + words);
            }
            if (!part.edge && ConditionWords.hasEdge(part.condition)) {
                missing.add("no case lies right at " + words);
            }
        }
        return missing;
    }

    private final class Looking {
        private final DecisionProgram program;
        private final Entity owner;
        private final BiConsumer<Parameter, @Nullable LocalDate> parameters;

        Looking(DecisionProgram program, Entity owner, BiConsumer<Parameter, @Nullable LocalDate> parameters) {
            this.program = program;
            this.owner = owner;
            this.parameters = parameters;
        }

        void at(Expr expr, @Nullable Entity element, boolean decides) {
            if (!decides) {
                return;
            }
            if (expr instanceof Expr.And and) {
                beside(and.parts(), Truth.FALSE, element);
            } else if (expr instanceof Expr.Or or) {
                beside(or.parts(), Truth.TRUE, element);
            } else if (expr instanceof Expr.Exists exists) {
                exists(exists, element);
            } else if (expr instanceof Expr.Aggregate aggregate) {
                for (Entity each : Reaching.elements(aggregate.holder(), aggregate.of(), owner, element)) {
                    Paths.parts(aggregate).forEach(part -> at(part, each, true));
                }
            } else if (expr instanceof Expr.Choice choice) {
                at(choice.condition(), element, true);
                at(choice.then(), element, program.holds(choice.condition(), owner, element) == Truth.TRUE);
                at(choice.otherwise(), element, program.holds(choice.condition(), owner, element) == Truth.FALSE);
            } else {
                single(expr, element);
            }
        }

        /** Shows each part that no other part settles the answer for. */
        private void beside(List<Expr> all, Truth settles, @Nullable Entity element) {
            List<Truth> truths = all.stream()
                    .map(part -> program.holds(part, owner, element))
                    .toList();
            long settled = truths.stream().filter(t -> t == settles).count();
            for (int i = 0; i < all.size(); i++) {
                at(all.get(i), element, settled == (truths.get(i) == settles ? 1 : 0));
            }
        }

        private void exists(Expr.Exists exists, @Nullable Entity element) {
            seen(exists, element);
            Expr where = exists.where();
            if (where != null) {
                List<Entity> elements = Reaching.elements(exists.holder(), exists.of(), owner, element);
                for (Entity each : elements) {
                    at(where, each, isAlone(each, elements, where));
                }
            }
        }

        /** Whether no other element could settle the answer. */
        private boolean isAlone(Entity each, List<Entity> elements, Expr where) {
            return elements.stream()
                    .noneMatch(other -> other != each && program.holds(where, owner, other) == Truth.TRUE);
        }

        private void single(Expr expr, @Nullable Entity element) {
            if (expr instanceof Expr.ParameterValue value) {
                parameters.accept(value.parameter(), Days.of(value.parameter().clock(), owner, program));
            }
            if (places.containsKey(expr)) {
                seen(expr, element);
            }
            Paths.parts(expr).forEach(part -> at(part, element, true));
        }

        private void seen(Expr condition, @Nullable Entity element) {
            Part part = parts.get(places.getOrDefault(condition, 0));
            part.seen.add(program.holds(condition, owner, element));
            if (condition instanceof Expr.Comparison c) {
                part.edge |= same(program.value(c.left(), owner, element), program.value(c.right(), owner, element));
            }
        }

        private static boolean same(Object left, Object right) {
            return left instanceof Number && right instanceof Number
                    ? new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0
                    : left.equals(right);
        }
    }
}
