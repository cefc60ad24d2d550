package org.hqccp.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** Writes the facts of a case as the JSON that applications send, in the dictionary's order or shuffled where order has no meaning. */
final class CaseJson {
    private final @Nullable Random shuffle;

    private CaseJson(@Nullable Random shuffle) {
        this.shuffle = shuffle;
    }

    /** The case as JSON in UTF-8. */
    static byte[] of(Entity root) {
        return bytes(new CaseJson(null).document(root));
    }

    /** The same case with its names and the elements of its sets in another order. */
    static byte[] shuffled(Entity root, Random random) {
        return bytes(new CaseJson(random).document(root));
    }

    /** The same case, with one more name in the thing at a pointer's first part; none of the names is checked. */
    static byte[] with(Entity root, String entity, String name, String value) {
        Node.Mapping document = new CaseJson(null).document(root);
        Map<String, Node> entries = new LinkedHashMap<>(document.entries());
        Node held = entries.get(entity);
        Map<String, Node> inner =
                held instanceof Node.Mapping mapping ? new LinkedHashMap<>(mapping.entries()) : new LinkedHashMap<>();
        inner.put(name, scalar(value));
        entries.put(entity, new Node.Mapping(inner, 0, 0));
        return bytes(new Node.Mapping(entries, 0, 0));
    }

    /** The facts that JSON says. */
    static Entity read(byte[] json) {
        try {
            return CaseReader.read(json, Policy.RULE_SET.dictionary()).root();
        } catch (CaseRefused e) {
            throw new AssertionError(e.problems() + " in " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] bytes(Node node) {
        try {
            return Documents.toJson(node).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node.Mapping document(Entity root) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put("caseId", scalar("random-case"));
        entries.putAll(mapping(root).entries());
        return new Node.Mapping(ordered(entries), 0, 0);
    }

    private Node.Mapping mapping(Entity entity) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Fact fact : entity.type().facts()) {
            Object value = fact.derived() ? Unknown.NOT_GIVEN : entity.get(fact.slot());
            if (value != null && !value.equals(Unknown.NOT_GIVEN)) {
                entries.put(fact.name(), value(value, fact));
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                entries.put(child.jsonKey(), mapping(entity.single(child)));
            } else if (entity.elements(child) != null) {
                List<Node> items = entity.elements(child).stream()
                        .map(e -> (Node) mapping(e))
                        .toList();
                entries.put(child.jsonKey(), new Node.Sequence(items, 0, 0));
            }
        }
        return new Node.Mapping(ordered(entries), 0, 0);
    }

    private Node value(Object value, Fact fact) {
        if (value instanceof Unknown unknown) {
            return new Node.Mapping(Map.of("unknown", scalar(unknown.reason())), 0, 0);
        } else if (value instanceof LocalDate date) {
            return scalar(fact.type() == FactType.MONTH ? date.toString().substring(0, 7) : date.toString());
        } else if (value instanceof Set<?> set) {
            List<Node> items = new ArrayList<>();
            set.forEach(e ->
                    items.add(scalar(fact.type() == FactType.SET_OF_NUMBERS ? Long.valueOf(String.valueOf(e)) : e)));
            if (shuffle != null) {
                Collections.shuffle(items, shuffle);
            }
            return new Node.Sequence(items, 0, 0);
        }
        return scalar(value);
    }

    private static Node scalar(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        return new Node.Scalar(value, text, 0, 0);
    }

    private Map<String, Node> ordered(Map<String, Node> entries) {
        if (shuffle == null) {
            return entries;
        }
        List<String> names = new ArrayList<>(entries.keySet());
        Collections.shuffle(names, shuffle);
        Map<String, Node> other = new LinkedHashMap<>();
        names.forEach(n -> other.put(n, entries.get(n)));
        return other;
    }
}
