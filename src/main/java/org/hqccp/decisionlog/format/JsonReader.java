package org.hqccp.decisionlog.format;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: UTF-8, no key twice, no half characters, nothing after the value. Numbers stay decimals. */
public final class JsonReader {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The value that the bytes stand for. */
    public static @Nullable Object read(byte[] json) throws FormatException {
        JsonReader reader;
        try {
            reader = new JsonReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FormatException("the JSON is not UTF-8");
        }
        Object value = reader.value();
        reader.blanks();
        if (reader.at < reader.text.length()) {
            throw reader.fault("something stands after the value");
        }
        return value;
    }

    /** Reads text that must hold an object. */
    public static Map<String, @Nullable Object> readObject(byte[] json) throws FormatException {
        if (read(json) instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            map.forEach((name, value) -> members.put((String) name, value));
            return members;
        }
        throw new FormatException("the JSON is not an object");
    }

    private @Nullable Object value() throws FormatException {
        blanks();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws FormatException {
        deeper();
        Map<String, @Nullable Object> members = new TreeMap<>();
        if (!empty('}')) {
            do {
                blanks();
                String name = string();
                blanks();
                expect(':');
                // A key with null is there too, so the size tells what put cannot.
                int before = members.size();
                members.put(name, value());
                if (members.size() == before) {
                    throw fault("a key stands twice");
                }
            } while (another('}'));
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> array() throws FormatException {
        deeper();
        List<@Nullable Object> elements = new ArrayList<>();
        if (!empty(']')) {
            do {
                elements.add(value());
            } while (another(']'));
        }
        depth--;
        return elements;
    }

    private boolean empty(char end) throws FormatException {
        at++;
        blanks();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean another(char end) throws FormatException {
        blanks();
        char c = peek();
        if (c != ',' && c != end) {
            throw fault("a comma or a bracket is missing");
        }
        at++;
        return c == ',';
    }

    private String string() throws FormatException {
        expect('"');
        StringBuilder escaped = null;
        int from = at;
        while (true) {
            char c = peek();
            if (c == '"') {
                String last = text.substring(from, at++);
                return whole(escaped == null ? last : escaped.append(last).toString());
            } else if (c == '\\') {
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(text, from, at++).append(escaped());
                from = at;
            } else if (c < ' ') {
                throw fault("a control character stands in a text");
            } else {
                at++;
            }
        }
    }

    private String whole(String read) throws FormatException {
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (Character.isSurrogate(c)
                    && (!Character.isHighSurrogate(c)
                            || ++i == read.length()
                            || !Character.isLowSurrogate(read.charAt(i)))) {
                throw fault("a text holds half of a character");
            }
        }
        return read;
    }

    private char escaped() throws FormatException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw fault("an escape is not one of JSON");
        };
    }

    private char hex() throws FormatException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw fault("an escape is not four hexadecimal digits");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private BigDecimal number() throws FormatException {
        int from = at;
        skip('-');
        boolean zero = skip('0');
        boolean whole = zero || digits();
        boolean fraction = !skip('.') || digits();
        boolean exponent = true;
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            exponent = digits();
        }
        if (!whole || !fraction || !exponent || at - from > LONGEST_NUMBER) {
            throw fault("this is not a JSON value");
        }
        try {
            return new BigDecimal(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw fault("a number is too large");
        }
    }

    private boolean digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from;
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable Object word(String word, @Nullable Object value) throws FormatException {
        if (!text.startsWith(word, at)) {
            throw fault("this is not a JSON value");
        }
        at += word.length();
        return value;
    }

    private void deeper() throws FormatException {
        if (++depth > DEEPEST) {
            throw fault("the JSON is nested too deep");
        }
    }

    private void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void expect(char c) throws FormatException {
        if (!skip(c)) {
            throw fault("a '" + c + "' is missing");
        }
    }

    private char peek() throws FormatException {
        if (at >= text.length()) {
            throw fault("the JSON ends too early");
        }
        return text.charAt(at);
    }

    private FormatException fault(String message) {
        return new FormatException(message + " (at character " + (at + 1) + ")");
    }
}
