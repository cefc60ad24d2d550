package org.hqccp.rulelanguage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.FactType;

/** Reads one condition or expression and checks what it means where it stands. */
final class ExpressionParser {
    private static final int DEEPEST = 20;
    private final Tokens tokens;
    private final Operands operands;
    private int depth;

    private ExpressionParser(String text, Scope scope) throws ExpressionException {
        this.tokens = new Tokens(text);
        this.operands = new Operands(tokens, this, scope);
    }

    /** Reads a condition: something that is true or false. */
    static Expr condition(String text, Scope scope) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text, scope);
        Expr expr = parser.or();
        parser.tokens.end();
        if (expr.type() != FactType.YES_NO) {
            throw new ExpressionException(
                    0,
                    "CONDITION",
                    "this is a value, not a condition",
                    expr instanceof Expr.Constant
                            ? "compare it with something, and write a number without commas"
                            : "compare it with something");
        }
        return Typing.asCondition(expr, 0);
    }

    /** Reads an expression of any type. */
    static Expr expression(String text, Scope scope) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text, scope);
        Expr expr = parser.or();
        parser.tokens.end();
        return expr;
    }

    /** Reads conditions joined by ||, or a value. */
    Expr or() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(
                    tokens.peek().offset(),
                    "DEPTH",
                    "this is nested too deeply",
                    "declare a derived fact for a part of it");
        }
        List<Expr> parts = new ArrayList<>();
        int start = tokens.peek().offset();
        parts.add(and());
        while (tokens.take("||")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Expr.Or(Typing.conditions(parts, start));
    }

    private Expr and() throws ExpressionException {
        List<Expr> parts = new ArrayList<>();
        int start = tokens.peek().offset();
        parts.add(comparison());
        while (tokens.take("&&")) {
            parts.add(comparison());
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.And(Typing.conditions(parts, start));
    }

    private Expr comparison() throws ExpressionException {
        int start = tokens.peek().offset();
        Expr left = sum();
        Token sign = tokens.peek();
        for (Expr.Operator operator : Expr.Operator.values()) {
            if (sign.is(operator.sign())) {
                tokens.next();
                Expr right = sum();
                Expr comparison = Typing.comparison(operator, left, right, sign.offset());
                for (Expr.Operator second : Expr.Operator.values()) {
                    if (tokens.peek().is(second.sign())) {
                        throw new ExpressionException(
                                tokens.peek().offset(), "CHAIN", "two comparisons in a row", "join them with &&");
                    }
                }
                return comparison;
            }
        }
        boolean negated = sign.is("not");
        if (negated) {
            tokens.next();
        }
        Token word = tokens.peek();
        if (tokens.take("in")) {
            return new Expr.In(left, constants(left), negated);
        }
        if (tokens.take("contains")) {
            return Typing.contains(left, sum(), negated, word.offset());
        }
        if (tokens.take("excludes")) {
            return Typing.contains(left, sum(), !negated, word.offset());
        }
        if (tokens.take("memberOf")) {
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
            throw tokens.unexpected("'" + word.text() + "' cannot stand here");
        }
        return left;
    }

    private List<Expr.Constant> constants(Expr left) throws ExpressionException {
        tokens.expect("(", "before the list of values");
        List<Expr.Constant> values = new ArrayList<>();
        do {
            int offset = tokens.peek().offset();
            Expr value = Typing.coerce(unary(), left, offset);
            if (!(value instanceof Expr.Constant constant)) {
                throw new ExpressionException(offset, "LIST", "only values may stand in the list after in", null);
            }
            if (Typing.kind(constant.type()) != Typing.kind(left.type())) {
                throw Typing.mismatch(left, constant, offset);
            }
            values.add(constant);
        } while (tokens.take(","));
        tokens.expect(")", "after the list of values");
        return values;
    }

    /** Reads a value, with arithmetic. */
    Expr sum() throws ExpressionException {
        Expr left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Token sign = tokens.next();
            left = Typing.arithmetic(sign.text().charAt(0), left, product(), sign.offset());
        }
        return left;
    }

    private Expr product() throws ExpressionException {
        Expr left = unary();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            Token sign = tokens.next();
            left = Typing.arithmetic(sign.text().charAt(0), left, unary(), sign.offset());
        }
        return left;
    }

    private Expr unary() throws ExpressionException {
        Token sign = tokens.peek();
        if (tokens.take("!")) {
            if (!tokens.peek().is("(")) {
                throw new ExpressionException(
                        sign.offset(), "NOT", "! needs a condition in parentheses", "write !( … )");
            }
            return new Expr.Not(Typing.asCondition(operands.read(), sign.offset()));
        }
        if (tokens.take("-")) {
            if (tokens.peek().kind() != Token.Kind.NUMBER) {
                throw new ExpressionException(sign.offset(), "SIGN", "a minus sign needs a number after it", null);
            }
            Expr.Constant number = (Expr.Constant) operands.read();
            return number.value() instanceof Long whole
                    ? new Expr.Constant(number.type(), -whole)
                    : new Expr.Constant(number.type(), ((BigDecimal) number.value()).negate());
        }
        return operands.read();
    }
}
