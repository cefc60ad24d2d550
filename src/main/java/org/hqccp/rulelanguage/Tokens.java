package org.hqccp.rulelanguage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words and signs of an expression, read one after the other. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(String text) throws ExpressionException {
        this.tokens = Token.cut(text);
    }

    /** The token that stands here; the last one is {@link Token.Kind#END}. */
    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(at++);
    }

    /** Whether this sign or word stands here; if it does, it is passed. */
    boolean take(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String sign, String why) throws ExpressionException {
        if (!take(sign)) {
            throw unexpected("'" + sign + "' is needed here " + why);
        }
    }

    /** Nothing more may stand here. */
    void end() throws ExpressionException {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("'" + peek().text() + "' cannot stand here");
        }
    }

    /** What stands here cannot stand here; a common slip is answered with what to write. */
    ExpressionException unexpected(String message) {
        return new ExpressionException(
                peek().offset(),
                "SYNTAX",
                peek().kind() == Token.Kind.END ? "something is missing at the end" : message,
                slip(peek().text()));
    }

    /** What to write instead of a word of another language; none if it is no such word. */
    static @Nullable String slip(String word) {
        return switch (word) {
            case "AND", "and" -> "write && or a comma";
            case "OR", "or" -> "write ||";
            case "NOT" -> "write !( … )";
            case "True", "TRUE", "yes", "Yes" -> "write true";
            case "False", "FALSE", "no", "No" -> "write false";
            default -> null;
        };
    }
}
