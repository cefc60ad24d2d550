package org.hqccp.rulelanguage;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.ruleset.RuleSet;

/** Reads expressions about a trip and writes down how they were understood: {@code (and (< trip.seats 5) …)}. */
final class Shape {
    private static final RuleSet TRIPS = Trips.read(Trips.files());

    private Shape() {}

    /** What may be named in an expression of the dictionary that stands in an entity. */
    static Scope scope(String entity) {
        EntityType owner = TRIPS.dictionary().type(entity);
        return Scope.of(TRIPS.dictionary(), TRIPS.parameters(), owner);
    }

    static Expr expression(String text) throws ExpressionException {
        return ExpressionParser.expression(text, scope("trip"));
    }

    static String condition(String text) throws ExpressionException {
        return of(ExpressionParser.condition(text, scope("trip")));
    }

    /** The type that an expression gives. */
    static FactType type(String text) throws ExpressionException {
        return expression(text).type();
    }

    /** Why an expression is refused, and where: {@code CODE at 7}. */
    static String refusal(String entity, String text) {
        try {
            return "read as " + of(ExpressionParser.expression(text, scope(entity)));
        } catch (ExpressionException e) {
            return e.code() + " at " + e.offset();
        }
    }

    static String of(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value() instanceof String text ? "'" + text + "'" : String.valueOf(constant.value());
        } else if (expr instanceof Expr.FactValue value) {
            return way(value.path()) + value.fact().path();
        } else if (expr instanceof Expr.ParameterValue value) {
            return "$" + value.parameter().name();
        } else if (expr instanceof Expr.Missing missing) {
            return "(unknown '" + missing.reason() + "')";
        } else if (expr instanceof Expr.In in) {
            return list(in.negated() ? "not-in" : "in", Stream.concat(Stream.of(in.element()), in.among().stream()));
        }
        return list(word(expr), Paths.parts(expr).stream());
    }

    private static String word(Expr expr) {
        if (expr instanceof Expr.Comparison comparison) {
            return comparison.operator().sign();
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return String.valueOf(arithmetic.operator());
        } else if (expr instanceof Expr.Contains contains) {
            return contains.negated() ? "excludes" : "contains";
        } else if (expr instanceof Expr.Aggregate aggregate) {
            String fold = aggregate.fold().name().toLowerCase(Locale.ROOT);
            return fold + " " + way(aggregate.holder()) + aggregate.of().name();
        } else if (expr instanceof Expr.Call call) {
            return call.function().word();
        }
        return expr.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String way(Expr.Path path) {
        return switch (path.from()) {
            case OWNER -> "../".repeat(path.up());
            case ELEMENT -> "each:" + "../".repeat(path.up());
            case CASE -> "case:";
        };
    }

    private static String list(String word, Stream<? extends Expr> parts) {
        return "("
                + List.of(word, parts.map(Shape::of).collect(joining(" "))).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(joining(" "))
                + ")";
    }
}
