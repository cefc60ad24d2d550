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
