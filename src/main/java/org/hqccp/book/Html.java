package org.hqccp.book;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Markup that is safe to send: whatever comes in as text is escaped, so nothing that stands in a rule file can become markup.
 *
 * @param text the markup
 */
record Html(String text) {
    private static final Set<String> EMPTY = Set.of("meta", "link", "br");

    /** An attribute of the element it is given to; left out where its value is none. */
    record Attribute(String name, @Nullable String value) {}

    static Attribute attribute(String name, @Nullable String value) {
        return new Attribute(name, value);
    }

    static Attribute style(String name) {
        return new Attribute("class", name);
    }

    /** An element. Its content may be attributes, markup, plain text, lists of these, and nothing. */
    static Html element(String name, @Nullable Object... content) {
        StringBuilder open = new StringBuilder("<").append(name);
        StringBuilder inside = new StringBuilder();
        for (Object each : content) {
            put(each, open, inside);
        }
        open.append('>');
        return new Html(EMPTY.contains(name) ? open.toString() : open.append(inside) + "</" + name + ">");
    }

    /** Pieces one after the other. */
    static Html all(@Nullable Object... content) {
        StringBuilder inside = new StringBuilder();
        for (Object each : content) {
            put(each, new StringBuilder(), inside);
        }
        return new Html(inside.toString());
    }

    private static void put(@Nullable Object each, StringBuilder open, StringBuilder inside) {
        if (each instanceof Attribute attribute) {
            if (attribute.value() != null) {
                open.append(' ')
                        .append(attribute.name())
                        .append("=\"")
                        .append(escaped(attribute.value()))
                        .append('"');
            }
        } else if (each instanceof Html html) {
            inside.append(html.text());
        } else if (each instanceof Collection<?> several) {
            several.forEach(one -> put(one, open, inside));
        } else if (each != null) {
            inside.append(escaped(each.toString()));
        }
    }

    /** A code or a path in the letters of a machine, which may be broken after its dots and underlines. */
    static Html code(String text) {
        return new Html("<code>" + escaped(text).replaceAll("(?<=[._])(?=\\w)", "<wbr>") + "</code>");
    }

    /** Puts pieces together with a text between them. */
    static Collector<Html, ?, Html> joining(String between) {
        return Collectors.collectingAndThen(
                Collectors.mapping(Html::text, Collectors.joining(escaped(between))), Html::new);
    }

    /** Text as it may stand between tags and within quotes. What cannot be seen, or turns the order of letters, is shown by its number. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isHidden(c)) {
                        escaped.append("[U+")
                                .append(String.format(Locale.ROOT, "%04X", c))
                                .append(']');
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL && c != '\n' && c != '\t'
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
