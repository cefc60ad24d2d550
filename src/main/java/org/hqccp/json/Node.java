package org.hqccp.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML or JSON document, with its place. */
public sealed interface Node {
    /** Line counted from 1. */
    int line();

    /** Column counted from 1. */
    int column();

    /** What a JSON Pointer leads to; where it leads nowhere, the last piece on its way. */
    default Node at(String pointer) {
        Node at = this;
        for (String step : pointer.split("/", -1)) {
            Node next = null;
            if (at instanceof Mapping mapping) {
                next = mapping.entries().get(step.replace("~1", "/").replace("~0", "~"));
            } else if (at instanceof Sequence sequence && step.matches("[0-9]{1,6}")) {
                int index = Integer.parseInt(step);
                next = index < sequence.items().size() ? sequence.items().get(index) : null;
            }
            at = next == null ? at : next;
        }
        return at;
    }

    /**
     * A single value.
     *
     * @param value String, Boolean, Long, BigDecimal; none for null
     * @param text as it is written
     */
    record Scalar(@Nullable Object value, String text, int line, int column) implements Node {}

    /** Named values in the order written. */
    record Mapping(Map<String, Node> entries, int line, int column) implements Node {}

    /** Values in the order written. */
    record Sequence(List<Node> items, int line, int column) implements Node {}
}
