package org.hqccp.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** Small JSON documents for machines that call commands. */
final class Json {
    private Json() {}

    /** An object of names and values in turn; what is none is left out. */
    static Node object(@Nullable Object... pairs) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                entries.put(String.valueOf(pairs[i]), value(value));
            }
        }
        return new Node.Mapping(entries, 0, 0);
    }

    static <T> Node list(Iterable<T> items, Function<T, Node> item) {
        List<Node> nodes = new ArrayList<>();
        items.forEach(i -> nodes.add(item.apply(i)));
        return new Node.Sequence(List.copyOf(nodes), 0, 0);
    }

    static Node value(Object value) {
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
        } else if (value instanceof Long || value instanceof BigDecimal || value instanceof Boolean) {
            return new Node.Scalar(value, String.valueOf(value), 0, 0);
        }
        return new Node.Scalar(String.valueOf(value), String.valueOf(value), 0, 0);
    }

    static String text(Node node) throws IOException {
        return Documents.toJson(node);
    }
}
