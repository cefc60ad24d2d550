package org.hqccp.decisionlog.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in its one canonical form, RFC 8785. Values are {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code null}
 * and numbers ({@code BigDecimal}, {@code Long}, {@code Integer}).
 */
public final class CanonicalJson {
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final String SHORT_ESCAPES = "\b\t\n\f\r";
    private static final String SHORT_NAMES = "btnfr";
    private static final String HEX = "0123456789abcdef";

    private final Bytes out = new Bytes();

    private CanonicalJson() {}

    /** The canonical bytes of a value. */
    public static byte[] write(@Nullable Object value) throws FormatException {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toByteArray();
    }

    /** The canonical form of JSON text that was written in any form. */
    public static byte[] canonical(byte[] json) throws FormatException {
        return write(JsonReader.read(json));
    }

    private void value(@Nullable Object value) throws FormatException {
        if (value == null) {
            out.writeBytes(NULL);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean truth) {
            out.writeBytes(truth ? TRUE : FALSE);
        } else if (value instanceof BigDecimal number) {
            out.writeBytes(ascii(EcmaNumber.text(number)));
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeBytes(ascii(EcmaNumber.text(BigDecimal.valueOf(((Number) value).longValue()))));
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            throw new FormatException("a value of this kind has no canonical form");
        }
    }

    private void list(List<?> list) throws FormatException {
        out.write('[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.write(',');
            }
            first = false;
            value(element);
        }
        out.write(']');
    }

    private void map(Map<?, ?> map) throws FormatException {
        out.write('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            text((String) entry.getKey());
            out.write(':');
            value(entry.getValue());
        }
        out.write('}');
    }

    /** String's own order is the order of UTF-16 units, as RFC 8785 asks. */
    private static Map<?, ?> sorted(Map<?, ?> map) {
        return map instanceof TreeMap<?, ?> tree && tree.comparator() == null ? map : new TreeMap<>(map);
    }

    private void text(String text) throws FormatException {
        out.write('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
                from = i + 1;
                escape(c);
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new FormatException("a text holds half of a character");
                }
                i++;
            }
        }
        out.writeBytes((from == 0 ? text : text.substring(from)).getBytes(StandardCharsets.UTF_8));
        out.write('"');
    }

    private void escape(char c) {
        out.write('\\');
        int known = SHORT_ESCAPES.indexOf(c);
        if (c == '"' || c == '\\') {
            out.write(c);
        } else if (known >= 0) {
            out.write(SHORT_NAMES.charAt(known));
        } else {
            out.writeBytes(ascii("u00"));
            out.write(HEX.charAt(c >> 4));
            out.write(HEX.charAt(c & 15));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
