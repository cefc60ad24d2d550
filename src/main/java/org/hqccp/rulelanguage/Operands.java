package org.hqccp.rulelanguage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Scope.Held;

/** Reads what conditions are made of: fixed values, facts, parameters, functions and lists. */
final class Operands {
    private final Tokens tokens;
    private final ExpressionParser conditions;
    private Scope scope;

    Operands(Tokens tokens, ExpressionParser conditions, Scope scope) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.scope = scope;
    }

    /** Reads one value, or a condition in parentheses. */
    Expr read() throws ExpressionException {
        if (tokens.take("(")) {
            Expr inner = conditions.or();
            tokens.expect(")", "to close the parenthesis");
            return inner;
        }
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.SIGN || token.kind() == Token.Kind.END) {
            throw tokens.unexpected("'" + token.text() + "' cannot stand here");
        }
        tokens.next();
        return switch (token.kind()) {
            case NUMBER -> number(token.text());
            case TEXT -> new Expr.Constant(FactType.TEXT, token.text());
            default -> name(token);
        };
    }

    private static Expr number(String text) {
        return text.contains(".")
                ? new Expr.Constant(FactType.NUMBER, new BigDecimal(text))
                : new Expr.Constant(FactType.WHOLE_NUMBER, Long.valueOf(text));
    }

    private Expr name(Token first) throws ExpressionException {
        switch (first.text()) {
            case "true":
                return new Expr.Constant(FactType.YES_NO, true);
            case "false":
                return new Expr.Constant(FactType.YES_NO, false);
            case "null":
                throw new ExpressionException(
                        first.offset(),
                        "NULL",
                        "null is not part of the language",
                        "leave it out: a missing fact gives UNKNOWN by itself");
            default:
        }
        if (tokens.peek().is("(")) {
            if (!scope.paths()) {
                throw new ExpressionException(
                        first.offset(),
                        "FUNCTION",
                        "functions cannot be used in `when`",
                        "declare a derived fact in the facts dictionary");
            }
            return function(first);
        }
        List<String> parts = dotted(first);
        return scope.value(parts, first.offset());
    }

    private List<String> dotted(Token first) throws ExpressionException {
        List<String> parts = new ArrayList<>();
        parts.add(first.text());
        while (tokens.take(".")) {
            if (tokens.peek().kind() != Token.Kind.NAME) {
                throw tokens.unexpected("a name is needed after the point");
            }
            parts.add(tokens.next().text());
        }
        if (parts.size() > 1 && tokens.peek().is("(")) {
            throw new ExpressionException(
                    first.offset(), "CODE", "only facts can be read here, nothing can be called", null);
        }
        return parts;
    }

    private Expr function(Token name) throws ExpressionException {
        tokens.expect("(", "after the name of the function");
        Expr.Fold fold = switch (name.text()) {
            case "count" -> Expr.Fold.COUNT;
            case "sum" -> Expr.Fold.SUM;
            case "min" -> Expr.Fold.MIN;
            case "max" -> Expr.Fold.MAX;
            default -> null;
        };
        if (fold == null) {
            Functions.known(name);
            return Functions.call(name, arguments(), scope);
        }
        Expr folded = aggregate(fold, name);
        tokens.expect(")", "after what is counted");
        return folded;
    }

    private List<Expr> arguments() throws ExpressionException {
        List<Expr> arguments = new ArrayList<>();
        if (tokens.take(")")) {
            return arguments;
        }
        do {
            arguments.add(conditions.or());
        } while (tokens.take(","));
        tokens.expect(")", "after the values");
        return arguments;
    }

    private Expr set(Token first, List<String> parts) throws ExpressionException {
        Expr set;
        try {
            set = scope.value(parts, first.offset());
        } catch (ExpressionException e) {
            // A name of neither is more likely a list misspelled than a fact.
            ExpressionException list = noList(first, parts, "' is neither a list nor a set");
            throw e.advice() == null && list.advice() != null ? list : e;
        }
        if (!set.type().isSet()) {
            throw noList(first, parts, "' is neither a list nor a set");
        }
        return set;
    }

    private ExpressionException noList(Token first, List<String> parts, String message) {
        String name = parts.get(parts.size() - 1);
        return new ExpressionException(
                first.offset(),
                "LIST",
                "'" + String.join(".", parts) + message,
                Suggestion.didYouMean(name, scope.lists()));
    }

    private Expr aggregate(Expr.Fold fold, Token name) throws ExpressionException {
        Token first = tokens.peek();
        if (first.kind() != Token.Kind.NAME) {
            throw tokens.unexpected("the name of a list is needed here");
        }
        tokens.next();
        List<String> parts = dotted(first);
        Held held = scope.list(parts, first.offset());
        if (held == null) {
            if (fold != Expr.Fold.COUNT) {
                throw noList(first, parts, "' is not a list");
            }
            return new Expr.SetSize(set(first, parts));
        }
        Scope outer = scope;
        if (outer.element() != null) {
            throw new ExpressionException(
                    name.offset(),
                    "NESTED",
                    "a list inside a list's condition cannot be counted here",
                    "declare a derived fact on the inner list");
        }
        scope = outer.within(held.of());
        Expr value = null;
        if (fold != Expr.Fold.COUNT) {
            tokens.expect(",", "before what is added up");
            value = conditions.sum();
        }
        Expr where = tokens.take(",") ? Typing.asCondition(conditions.or(), first.offset()) : null;
        scope = outer;
        return Typing.aggregate(fold, held, value, where, name.offset());
    }
}
