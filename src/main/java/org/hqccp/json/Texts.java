package org.hqccp.json;

import java.text.Normalizer;

/** Which characters a text of a case may hold, and the one form it is kept in. */
final class Texts {
    /** The longest text of a fact, in characters (code points). */
    static final int LONGEST = 200;

    /** Characters no text of a document may hold, for a regular expression: U+0000, halves of a pair, marks that turn or hide the direction. */
    private static final String NEVER = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff";

    /** Blanks, for a regular expression: a text of a fact neither begins nor ends with one. */
    private static final String BLANK = " \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";

    private static final String NOT_IN_FACTS = NEVER + "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";

    /** The texts of facts as a regular expression that JSON Schema and Java read alike. */
    static final String PATTERN =
            "^[^" + NOT_IN_FACTS + BLANK + "](?:[^" + NOT_IN_FACTS + "]*[^" + NOT_IN_FACTS + BLANK + "])?$";

    /** Ids: of the case, and of the elements of its lists. */
    static final String ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$";

    private static final int FIRST_COMBINING = 0x300;

    private Texts() {}

    /** Whether it holds only characters that a document may hold anywhere, also where it is not read. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c) || isDirection(c) || c == '\ufeff') {
                return false;
            }
        }
        return true;
    }

    /** Whether a clean text can be a fact: one line of 1 to 200 characters without blanks at its ends. */
    static boolean isFact(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST || isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return true;
    }

    static boolean isId(String text) {
        if (text.isEmpty() || text.length() > 64 || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** The text in NFC, so that an accent typed in two ways is one text. */
    static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= 0x7f && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isDirection(char c) {
        return c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
