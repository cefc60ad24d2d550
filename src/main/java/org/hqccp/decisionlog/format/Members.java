package org.hqccp.decisionlog.format;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the members out of a JSON object one by one, and refuses what is missing, of another type, or left over. */
public final class Members {
    private final String of;
    private final Map<?, ?> members;
    private final Set<Object> left;

    private Members(String of, Map<?, ?> members) {
        this.of = of;
        this.members = members;
        this.left = new HashSet<>(members.keySet());
    }

    /**
     * Reads an object.
     *
     * @param of what it is, for messages
     */
    public static Members read(String of, byte[] json) throws FormatException {
        return in(of, JsonReader.read(json));
    }

    /** The members of a value that must be an object. */
    public static Members in(String of, @Nullable Object value) throws FormatException {
        if (value instanceof Map<?, ?> map) {
            return new Members(of, map);
        }
        throw new FormatException(of + " is not a JSON object");
    }

    public String text(String name) throws FormatException {
        String text = textOrNone(name);
        if (text == null) {
            throw new FormatException(of + " has no " + name);
        }
        return text;
    }

    public @Nullable String textOrNone(String name) throws FormatException {
        Object value = take(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name);
    }

    public long whole(String name) throws FormatException {
        if (take(name) instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw wrong(name);
            }
        }
        throw wrong(name);
    }

    public byte[] bytes(String name) throws FormatException {
        return hex(name, text(name));
    }

    public byte @Nullable [] bytesOrNone(String name) throws FormatException {
        String text = textOrNone(name);
        return text == null ? null : hex(name, text);
    }

    public List<?> list(String name) throws FormatException {
        if (take(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    public @Nullable Object any(String name) {
        return take(name);
    }

    /** Refuses what nobody asked for. */
    public void nothingElse() throws FormatException {
        if (!left.isEmpty()) {
            throw new FormatException(of + " has members that are not of the format");
        }
    }

    private @Nullable Object take(String name) {
        left.remove(name);
        return members.get(name);
    }

    private byte[] hex(String name, String text) throws FormatException {
        try {
            byte[] bytes = HexFormat.of().parseHex(text);
            if (HexFormat.of().formatHex(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    private FormatException wrong(String name) {
        return new FormatException(of + " has a " + name + " that is not of the format");
    }
}
