package org.hqccp.comparison;

import java.util.List;

/** HTML as it is written: every text is escaped, whatever it holds, and every element is closed. */
final class Html {
    private static final char UNSHOWABLE = '\uFFFD';
    private final StringBuilder out = new StringBuilder();

    /** A text that stands for itself, in elements and in attributes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isHidden(each) ? UNSHOWABLE : each);
            }
        }
        return escaped.toString();
    }

    /** Whether a character is a control, or turns the direction of what follows so that a reader sees something else. */
    private static boolean isHidden(char each) {
        boolean control = Character.isISOControl(each) && each != '\n' && each != '\t';
        boolean turns = each >= '\u202A' && each <= '\u202E' || each >= '\u2066' && each <= '\u2069';
        return control || turns || each >= '\uFFFE';
    }

    /** Something of this class itself, never a text from outside. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html element(String tag, String text) {
        out.append('<').append(tag).append('>').append(escaped(text));
        out.append("</").append(tag.split(" ", 2)[0]).append(">\n");
        return this;
    }

    Html list(List<String> items) {
        if (!items.isEmpty()) {
            raw("<ul>\n");
            items.forEach(i -> element("li", i));
            raw("</ul>\n");
        }
        return this;
    }

    /** A table whose first column names its rows. */
    Html table(String caption, List<String> columns, List<List<String>> rows) {
        raw("<table>\n").element("caption", caption).raw("<thead><tr>");
        columns.forEach(c -> element("th scope=\"col\"", c));
        raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element(i == 0 ? "th scope=\"row\"" : "td", row.get(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
