package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of derived facts and checks them together: types, circles, classes. */
public final class DerivedReader {
    private DerivedReader() {}

    /** Reads one expression; its problems are told at the place where it is written. */
    public static @Nullable DerivedFact read(
            EntityType owner,
            Fact fact,
            String text,
            FactsDictionary dictionary,
            Map<String, Parameter> parameters,
            Fields where) {
        if (text.length() > 1000 || text.indexOf('\\') >= 0) {
            where.problem(where.node("is"), "SIZE", "the expression is too long, or holds a backslash", null);
            return null;
        }
        try {
            Expr is = ExpressionParser.expression(text, Scope.of(dictionary, parameters, owner));
            boolean fits = Typing.kind(is.type()) == Typing.kind(fact.type())
                    && !(fact.type() == FactType.WHOLE_NUMBER && is.type() == FactType.NUMBER);
            boolean codes = fact.type() == FactType.ONE_OF && is.type() == FactType.TEXT && codes(is, fact);
            if (!fits && !codes && !(is instanceof Expr.Missing)) {
                where.problem(
                        where.node("is"),
                        "TYPE",
                        "the expression gives " + Typing.kind(is.type()).words()
                                + (is.type() == FactType.NUMBER ? " that may have a fraction" : "") + ", but '"
                                + fact.name() + "' is declared as "
                                + fact.type().word(),
                        null);
                return null;
            }
            return new DerivedFact(owner, fact, is);
        } catch (ExpressionException e) {
            where.problem(
                    where.node("is"),
                    e.code(),
                    "in '" + fact.name() + "', at '" + excerpt(text, e.offset()) + "': " + e.message(),
                    e.advice());
            return null;
        }
    }

    /** Whether every value it can give is a code of the fact. */
    private static boolean codes(Expr expr, Fact fact) {
        if (expr instanceof Expr.Choice choice) {
            return codes(choice.then(), fact) && codes(choice.otherwise(), fact);
        }
        return expr instanceof Expr.Missing
                || (expr instanceof Expr.Constant constant
                        && fact.values().containsKey(String.valueOf(constant.value())));
    }

    private static String excerpt(String text, int offset) {
        String rest = text.substring(Math.min(offset, text.length()));
        return rest.length() > 25 ? rest.substring(0, 25) + "…" : rest;
    }

    /** The derived facts that an expression reads, directly or through others, and all given ones. */
    public static Set<Fact> reads(@Nullable Expr expr, Map<String, DerivedFact> derived) {
        Set<Fact> facts = new LinkedHashSet<>();
        List<Expr> waiting = new ArrayList<>();
        if (expr != null) {
            waiting.add(expr);
        }
        while (!waiting.isEmpty()) {
            Paths.walk(waiting.remove(waiting.size() - 1), part -> {
                if (part instanceof Expr.FactValue value && facts.add(value.fact())) {
                    DerivedFact more = derived.get(value.fact().path());
                    if (more != null && value.fact().derived()) {
                        waiting.add(more.is());
                    }
                }
            });
        }
        return facts;
    }

    /** The strictest class of what a fact reads. */
    public static FactClass classOf(Fact fact, Map<String, DerivedFact> derived) {
        FactClass strictest = fact.derived() ? FactClass.GREEN : fact.factClass();
        DerivedFact is = derived.get(fact.path());
        if (fact.derived() && is != null) {
            for (Fact read : reads(is.is(), derived)) {
                strictest = strictest.and(read.derived() ? FactClass.GREEN : read.factClass());
            }
        }
        return strictest;
    }

    /** Whether a derived fact reads itself. */
    public static boolean isCircular(DerivedFact fact, Map<String, DerivedFact> derived) {
        return reads(fact.is(), derived).contains(fact.fact());
    }
}
