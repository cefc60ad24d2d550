package org.hqccp.rulelanguage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Scope.Held;

/** Reads one condition or expression and checks what it means where it stands. */
final class ExpressionParser {
    private static final int DEEPEST = 20;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private Scope scope;

    private ExpressionParser(String text, Scope scope) throws ExpressionException {
        this.tokens = Token.cut(text);
        this.scope = scope;
    }

    /** Reads a condition: something that is true or false. */
    static Expr condition(String text, Scope scope) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text, scope);
        Expr expr = parser.or();
        parser.end();
        if (expr.type() != FactType.YES_NO) {
            throw new ExpressionException(
                    0, "CONDITION", "this is a value, not a condition", "compare it with something");
        }
        return Typing.asCondition(expr, 0);
    }

    /** Reads an expression of any type. */
    static Expr expression(String text, Scope scope) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text, scope);
        Expr expr = parser.or();
        parser.end();
        return expr;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean take(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign, String why) throws ExpressionException {
        if (!take(sign)) {
            throw unexpected("'" + sign + "' is needed here " + why);
        }
    }

    private void end() throws ExpressionException {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("'" + peek().text() + "' cannot stand here");
        }
    }

    private ExpressionException unexpected(String message) {
        String text = peek().text();
        String advice = switch (text) {
            case "AND", "and" -> "write && or a comma";
            case "OR", "or" -> "write ||";
            case "NOT" -> "write !( … )";
            case "True", "TRUE", "yes", "Yes" -> "write true";
            case "False", "FALSE", "no", "No" -> "write false";
            default -> null;
        };
        return new ExpressionException(
                peek().offset(),
                "SYNTAX",
                peek().kind() == Token.Kind.END ? "something is missing at the end" : message,
                advice);
    }

    private Expr or() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(
                    peek().offset(), "DEPTH", "this is nested too deeply", "declare a derived fact for a part of it");
        }
        List<Expr> parts = new ArrayList<>();
        int start = peek().offset();
        parts.add(and());
        while (take("||")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Expr.Or(Typing.conditions(parts, start));
    }

    private Expr and() throws ExpressionException {
        List<Expr> parts = new ArrayList<>();
        int start = peek().offset();
        parts.add(comparison());
        while (take("&&")) {
            parts.add(comparison());
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.And(Typing.conditions(parts, start));
    }

    private Expr comparison() throws ExpressionException {
        int start = peek().offset();
        Expr left = sum();
        Token sign = peek();
        for (Expr.Operator operator : Expr.Operator.values()) {
            if (sign.is(operator.sign())) {
                next();
                Expr right = sum();
                Expr comparison = Typing.comparison(operator, left, right, sign.offset());
                for (Expr.Operator second : Expr.Operator.values()) {
                    if (peek().is(second.sign())) {
                        throw new ExpressionException(
                                peek().offset(), "CHAIN", "two comparisons in a row", "join them with &&");
                    }
                }
                return comparison;
            }
        }
        boolean negated = sign.is("not");
        if (negated) {
            next();
        }
        Token word = peek();
        if (take("in")) {
            return new Expr.In(left, constants(left), negated);
        }
        if (take("contains")) {
            return Typing.contains(left, sum(), negated, word.offset());
        }
        if (take("excludes")) {
            return Typing.contains(left, sum(), !negated, word.offset());
        }
        if (take("memberOf")) {
            return Typing.contains(sum(), left, negated, word.offset());
        }
        if (negated) {
            throw new ExpressionException(
                    sign.offset(), "SYNTAX", "'not' must be followed by in, contains or memberOf", "or write !( … )");
        }
        if (word.kind() == Token.Kind.NAME
                && List.of("matches", "soundslike", "str", "from").contains(word.text())) {
            throw new ExpressionException(
                    word.offset(),
                    "OPERATOR",
                    "'" + word.text() + "' is not part of the language",
                    "see docs/rule-language.md");
        }
        if (start == word.offset()) {
            throw unexpected("'" + word.text() + "' cannot stand here");
        }
        return left;
    }

    private List<Expr.Constant> constants(Expr left) throws ExpressionException {
        expect("(", "before the list of values");
        List<Expr.Constant> values = new ArrayList<>();
        do {
            int offset = peek().offset();
            Expr value = Typing.coerce(unary(), left, offset);
            if (!(value instanceof Expr.Constant constant)) {
                throw new ExpressionException(offset, "LIST", "only values may stand in the list after in", null);
            }
            if (Typing.kind(constant.type()) != Typing.kind(left.type())) {
                throw Typing.mismatch(left, constant, offset);
            }
            values.add(constant);
        } while (take(","));
        expect(")", "after the list of values");
        return values;
    }

    private Expr sum() throws ExpressionException {
        Expr left = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = next();
            left = Typing.arithmetic(sign.text().charAt(0), left, product(), sign.offset());
        }
        return left;
    }

    private Expr product() throws ExpressionException {
        Expr left = unary();
        while (peek().is("*") || peek().is("/")) {
            Token sign = next();
            left = Typing.arithmetic(sign.text().charAt(0), left, unary(), sign.offset());
        }
        return left;
    }

    private Expr unary() throws ExpressionException {
        Token sign = peek();
        if (take("!")) {
            if (!peek().is("(")) {
                throw new ExpressionException(
                        sign.offset(), "NOT", "! needs a condition in parentheses", "write !( … )");
            }
            return new Expr.Not(Typing.asCondition(atom(), sign.offset()));
        }
        if (take("-")) {
            if (peek().kind() != Token.Kind.NUMBER) {
                throw new ExpressionException(sign.offset(), "SIGN", "a minus sign needs a number after it", null);
            }
            Expr.Constant number = (Expr.Constant) atom();
            return number.value() instanceof Long whole
                    ? new Expr.Constant(number.type(), -whole)
                    : new Expr.Constant(number.type(), ((BigDecimal) number.value()).negate());
        }
        return atom();
    }

    private Expr atom() throws ExpressionException {
        Token token = next();
        switch (token.kind()) {
            case NUMBER:
                return token.text().contains(".")
                        ? new Expr.Constant(FactType.NUMBER, new BigDecimal(token.text()))
                        : new Expr.Constant(FactType.WHOLE_NUMBER, Long.valueOf(token.text()));
            case TEXT:
                return new Expr.Constant(FactType.TEXT, token.text());
            case NAME:
                return name(token);
            default:
                if (token.is("(")) {
                    Expr inner = or();
                    expect(")", "to close the parenthesis");
                    return inner;
                }
                at--;
                throw unexpected("'" + token.text() + "' cannot stand here");
        }
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
        if (peek().is("(")) {
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
        while (take(".")) {
            if (peek().kind() != Token.Kind.NAME) {
                throw unexpected("a name is needed after the point");
            }
            parts.add(next().text());
        }
        if (parts.size() > 1 && peek().is("(")) {
            throw new ExpressionException(
                    first.offset(), "CODE", "only facts can be read here, nothing can be called", null);
        }
        return parts;
    }

    private Expr function(Token name) throws ExpressionException {
        expect("(", "after the name of the function");
        Expr result = switch (name.text()) {
            case "count" -> aggregate(Expr.Fold.COUNT, name);
            case "sum" -> aggregate(Expr.Fold.SUM, name);
            case "min" -> aggregate(Expr.Fold.MIN, name);
            case "max" -> aggregate(Expr.Fold.MAX, name);
            default -> Functions.call(name, arguments(), scope);
        };
        if (!(name.text().equals("count")
                || name.text().equals("sum")
                || name.text().equals("min")
                || name.text().equals("max"))) {
            return result;
        }
        expect(")", "after what is counted");
        return result;
    }

    private List<Expr> arguments() throws ExpressionException {
        List<Expr> arguments = new ArrayList<>();
        if (take(")")) {
            return arguments;
        }
        do {
            arguments.add(or());
        } while (take(","));
        expect(")", "after the values");
        return arguments;
    }

    private Expr aggregate(Expr.Fold fold, Token name) throws ExpressionException {
        Token first = next();
        if (first.kind() != Token.Kind.NAME) {
            at--;
            throw unexpected("the name of a list is needed here");
        }
        List<String> parts = dotted(first);
        Held held = scope.list(parts, first.offset());
        if (held == null) {
            if (fold != Expr.Fold.COUNT) {
                throw new ExpressionException(
                        first.offset(), "LIST", "'" + String.join(".", parts) + "' is not a list", null);
            }
            Expr set = scope.value(parts, first.offset());
            if (!set.type().isSet()) {
                throw new ExpressionException(
                        first.offset(), "LIST", "'" + String.join(".", parts) + "' is neither a list nor a set", null);
            }
            return new Expr.SetSize(set);
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
            expect(",", "before what is added up");
            value = sum();
        }
        Expr where = take(",") ? Typing.asCondition(or(), first.offset()) : null;
        scope = outer;
        return Typing.aggregate(fold, held, value, where, name.offset());
    }
}
