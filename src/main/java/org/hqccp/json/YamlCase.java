package org.hqccp.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case as people write it in YAML, turned into the document that is decided: {@code as-of}, {@code case-id}, {@code unknown}. */
public final class YamlCase {
    /** Name of the day a case is decided for. */
    public static final String AS_OF = "asOf";
    /** Name of the case's own id. */
    public static final String CASE_ID = "caseId";

    private static final Map<String, String> NAMES = Map.of("as-of", AS_OF, "case-id", CASE_ID);
    private static final String UNKNOWN = "unknown";
    private static final String REASON = "not known";

    private YamlCase() {}

    /** The whole case. */
    public static Node.Mapping json(Node.Mapping written) {
        Map<String, Node> entries = new LinkedHashMap<>();
        written.entries().forEach((name, value) -> entries.put(NAMES.getOrDefault(name, name), value(value)));
        return new Node.Mapping(entries, written.line(), written.column());
    }

    /** One value: the word {@code unknown} becomes an unknown, here and in everything the value holds. */
    public static Node value(Node written) {
        if (written instanceof Node.Scalar scalar && UNKNOWN.equals(scalar.value())) {
            Node reason = new Node.Scalar(REASON, REASON, scalar.line(), scalar.column());
            return new Node.Mapping(Map.of(UNKNOWN, reason), scalar.line(), scalar.column());
        } else if (written instanceof Node.Mapping mapping && !mapping.entries().containsKey(UNKNOWN)) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((name, value) -> entries.put(name, value(value)));
            return new Node.Mapping(entries, mapping.line(), mapping.column());
        } else if (written instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                // A code of a set stays what it is: only a named value can be unknown.
                items.add(item instanceof Node.Scalar ? item : value(item));
            }
            return new Node.Sequence(List.copyOf(items), sequence.line(), sequence.column());
        }
        return written;
    }
}
