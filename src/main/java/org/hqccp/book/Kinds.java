package org.hqccp.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Which rules concern which kind of thing, as far as {@code @appliesTo} tells: above all, which concern which pathway. */
final class Kinds {
    /** A fact that fewer rules ask of whom they concern is no way to sort them. */
    private static final int FEWEST_RULES = 10;

    private Kinds() {}

    /** The facts by whose value rules say whom they concern. */
    static List<Fact> of(Iterable<Rule> rules) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Map<String, Integer> rulesOf = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Set<String> met = new HashSet<>();
            Paths.walk(rule.appliesTo(), part -> {
                if (part instanceof Expr.FactValue value
                        && value.fact().type() == FactType.ONE_OF
                        && met.add(value.fact().path())) {
                    facts.put(value.fact().path(), value.fact());
                    rulesOf.merge(value.fact().path(), 1, Integer::sum);
                }
            });
        }
        List<Fact> kinds = new ArrayList<>();
        rulesOf.forEach((path, count) -> {
            Fact fact = facts.get(path);
            if (count >= FEWEST_RULES && fact != null) {
                kinds.add(fact);
            }
        });
        return kinds;
    }

    /** Whether a rule asks for the kind at all. */
    static boolean asks(Rule rule, Fact kind) {
        boolean[] asks = {false};
        Paths.walk(rule.appliesTo(), part -> asks[0] |= is(part, kind));
        return asks[0];
    }

    /** Whether a rule can concern something of this kind, whatever else is known of it. */
    static boolean canConcern(Rule rule, Fact kind, String code) {
        Expr appliesTo = rule.appliesTo();
        return appliesTo == null || !Boolean.FALSE.equals(holds(appliesTo, kind, code));
    }

    /** Whether a condition holds for one kind; none where that depends on more than the kind. */
    private static @Nullable Boolean holds(Expr expr, Fact kind, String code) {
        if (expr instanceof Expr.Comparison c && is(c.left(), kind) && c.right() instanceof Expr.Constant constant) {
            boolean same = code.equals(constant.value());
            return switch (c.operator()) {
                case EQUAL -> same;
                case NOT_EQUAL -> !same;
                default -> null;
            };
        } else if (expr instanceof Expr.In in && is(in.element(), kind)) {
            return in.among().stream().anyMatch(c -> code.equals(c.value())) != in.negated();
        } else if (expr instanceof Expr.Not not) {
            Boolean part = holds(not.part(), kind, code);
            return part == null ? null : !part;
        } else if (expr instanceof Expr.And and) {
            return together(and.parts(), kind, code, false);
        } else if (expr instanceof Expr.Or or) {
            return together(or.parts(), kind, code, true);
        }
        return null;
    }

    /** One part with the deciding value decides; otherwise all must be known. */
    private static @Nullable Boolean together(List<Expr> parts, Fact kind, String code, boolean deciding) {
        List<@Nullable Boolean> values = new ArrayList<>();
        parts.forEach(part -> values.add(holds(part, kind, code)));
        if (values.contains(deciding)) {
            return deciding;
        }
        return values.contains(null) ? null : !deciding;
    }

    private static boolean is(Expr expr, Fact kind) {
        return expr instanceof Expr.FactValue value && value.fact().path().equals(kind.path());
    }
}
