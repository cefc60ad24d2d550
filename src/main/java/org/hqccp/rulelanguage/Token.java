package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.List;

/** One word or sign of an expression. */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final List<String> SIGNS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", ",", "+", "-", "*", "/", "!", ".");

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    /** Cuts an expression into words and signs. */
    static List<Token> cut(String text) throws ExpressionException {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isNameStart(c)) {
                int end = at + 1;
                while (end < text.length() && (isNameStart(text.charAt(end)) || isDigit(text.charAt(end)))) {
                    end++;
                }
                tokens.add(new Token(Kind.NAME, text.substring(at, end), at));
                at = end;
            } else if (isDigit(c)) {
                at = number(text, at, tokens);
            } else if (c == '"') {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    throw new ExpressionException(
                            at, "QUOTE", "a text starts with \" but never ends", "close it with \"");
                }
                tokens.add(new Token(Kind.TEXT, text.substring(at + 1, end), at));
                at = end + 1;
            } else {
                at = sign(text, at, tokens);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    private static int number(String text, int start, List<Token> tokens) throws ExpressionException {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String number = text.substring(start, end);
        if (text.substring(start).matches("(?s)[0-9]{4}-[0-9]{2}-[0-9]{2}.*")) {
            throw new ExpressionException(
                    start,
                    "DATE",
                    "a date stands in quotes",
                    "write \"" + text.substring(start, start + "2026-08-01".length()) + "\"");
        }
        if (end < text.length() && (isNameStart(text.charAt(end)))) {
            throw new ExpressionException(
                    start,
                    "NUMBER",
                    "'" + number + text.charAt(end) + "' is not a number",
                    "write digits only, such as 12 or 0.8");
        }
        if (end < text.length() && text.charAt(end) == '%') {
            throw new ExpressionException(end, "PERCENT", "a number is written without %", "write " + number);
        }
        if (!number.matches("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?")) {
            throw new ExpressionException(
                    start,
                    "NUMBER",
                    "'" + number + "' is not a number the language reads",
                    "write it without leading zeros, with at most four places after the point");
        }
        tokens.add(new Token(Kind.NUMBER, number, start));
        return end;
    }

    private static int sign(String text, int at, List<Token> tokens) throws ExpressionException {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token(Kind.SIGN, sign, at));
                return at + sign.length();
            }
        }
        char c = text.charAt(at);
        String advice = switch (c) {
            case '=' -> "to compare, write ==";
            case '&' -> "write && for and";
            case '|' -> "write || for or";
            case '\'' -> "use straight double quotes";
            case '%' -> "write the number without %";
            default -> null;
        };
        throw new ExpressionException(at, "SIGN", "'" + c + "' cannot stand here", advice);
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
