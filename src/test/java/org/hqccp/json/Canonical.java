package org.hqccp.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * RFC 8785 read for itself, without the code under test: names sorted by UTF-16 units, no blanks, the fewest escapes, and numbers as
 * JavaScript writes the binary fraction nearest to them.
 */
public final class Canonical {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Canonical() {}

    public static String of(byte[] json) {
        try {
            return of(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String of(JsonNode node) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            return names.stream()
                    .map(name -> quoted(name) + ":" + of(node.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Canonical::of)
                    .collect(Collectors.joining(",", "[", "]"));
        } else if (node.isNumber()) {
            return number(Double.parseDouble(node.asText()));
        }
        return node.isTextual() ? quoted(node.textValue()) : node.asText();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = "\b\t\n\f\r\"\\".indexOf(c);
            if (named >= 0) {
                quoted.append('\\').append("btnfr\"\\".charAt(named));
            } else if (c < 0x20) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The shortest digits that lead back to the number, found by trying, and set out as ECMA-262 says. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        String shortest = "";
        for (int digits = 1; digits <= 17; digits++) {
            shortest = String.format("%." + (digits - 1) + "e", Math.abs(value));
            if (Double.parseDouble(shortest) == Math.abs(value)) {
                break;
            }
        }
        String digits = shortest.substring(0, shortest.indexOf('e')).replace(".", "");
        int point = Integer.parseInt(shortest.substring(shortest.indexOf('e') + 1)) + 1;
        String sign = value < 0 ? "-" : "";
        if (point > 21 || point < -5) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return sign + digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        } else if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        } else if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length());
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }
}
