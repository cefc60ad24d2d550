package org.hqccp.json;

/** Which characters a text of a case may hold. */
final class Texts {
    private Texts() {}

    /** Whether it holds only ordinary characters: no controls, no half of a pair, nothing that turns the direction of writing. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c) || Character.isISOControl(c) || isDirection(c) || c == '\ufeff') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDirection(char c) {
        return c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
