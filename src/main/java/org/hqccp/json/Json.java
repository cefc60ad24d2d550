package org.hqccp.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small JSON documents, built from names and values. Decisions are written by {@link DecisionWriter} instead. */
public final class Json {
    private Json() {}

    /** An object of names and values in turn; what is none is left out. */
    public static Node object(@Nullable Object... pairs) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                entries.put(String.valueOf(pairs[i]), value(value));
            }
        }
        return new Node.Mapping(entries, 0, 0);
    }

    public static <T> Node list(Iterable<T> items, Function<T, Node> item) {
        List<Node> nodes = new ArrayList<>();
        items.forEach(i -> nodes.add(item.apply(i)));
        return new Node.Sequence(List.copyOf(nodes), 0, 0);
    }

    /** A value as JSON says it: numbers and truth values as they are, collections in their order, all else as text. */
    public static Node value(Object value) {
        if (value instanceof Node node) {
            return node;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Node> entries = new LinkedHashMap<>();
            map.forEach((name, each) -> entries.put(String.valueOf(name), value(each)));
            return new Node.Mapping(entries, 0, 0);
        } else if (value instanceof Iterable<?> items) {
            return list(items, Json::value);
        } else if (value instanceof Integer number) {
            return new Node.Scalar(number.longValue(), String.valueOf(number), 0, 0);
        } else if (value instanceof BigDecimal number) {
            return new Node.Scalar(number, number.toPlainString(), 0, 0);
        } else if (value instanceof Long || value instanceof Boolean) {
            return new Node.Scalar(value, String.valueOf(value), 0, 0);
        }
        return new Node.Scalar(String.valueOf(value), String.valueOf(value), 0, 0);
    }

    public static String text(Node node) {
        try {
            return Documents.toJson(node);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    public static byte[] bytes(Node node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }
}
