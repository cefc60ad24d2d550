package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** Strict reading of one mapping of a YAML file: every key known, every value of its kind, every fault told. */
public final class Fields {
    private final String file;
    private final Node.Mapping mapping;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    private Fields(String file, Node.Mapping mapping, List<Problem> problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Reads a node that must be a mapping; anything else is a problem and reads as empty. */
    public static Fields of(String file, Node node, List<Problem> problems) {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(file, mapping, problems);
        }
        problems.add(new Problem(
                file, node.line(), node.column(), "SHAPE", "names with values are needed here", "write name: value"));
        return new Fields(file, new Node.Mapping(Map.of(), node.line(), node.column()), problems);
    }

    public String file() {
        return file;
    }

    public int line() {
        return mapping.line();
    }

    public @Nullable Node node(String key) {
        known.add(key);
        return mapping.entries().get(key);
    }

    public boolean has(String key) {
        return node(key) != null;
    }

    public @Nullable String text(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar scalar && scalar.value() != null) {
            return scalar.text();
        }
        problem(node, "SHAPE", "'" + key + "' is one value", null);
        return null;
    }

    public String required(String key, String advice) {
        String text = text(key);
        if (text == null || text.isBlank()) {
            problems.add(
                    new Problem(file, mapping.line(), mapping.column(), "MISSING", "'" + key + "' is missing", advice));
            return "";
        }
        return text;
    }

    public boolean flag(String key) {
        Node node = node(key);
        if (node == null) {
            return false;
        }
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        problem(node, "SHAPE", "'" + key + "' is true or false", null);
        return false;
    }

    /** Named texts in the order written; a name without words is its own. */
    public Map<String, String> texts(String key) {
        Node node = node(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof Node.Mapping values) {
            words(values, texts);
        } else if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Mapping pair) {
                    words(pair, texts);
                } else if (item instanceof Node.Scalar scalar && scalar.value() != null) {
                    texts.put(scalar.text(), scalar.text());
                } else {
                    problem(item, "SHAPE", "'" + key + "' is a list of names, or of names with their words", null);
                }
            }
        } else if (node != null) {
            problem(node, "SHAPE", "'" + key + "' is a list of names, or of names with their words", null);
        }
        return texts;
    }

    private void words(Node.Mapping values, Map<String, String> texts) {
        values.entries().forEach((name, value) -> {
            if (value instanceof Node.Scalar scalar && scalar.value() != null) {
                texts.put(name, scalar.text());
            } else {
                problem(value, "SHAPE", "'" + name + "' needs one text", null);
            }
        });
    }

    /** A list of single values. */
    public List<String> list(String key) {
        Node node = node(key);
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!(node instanceof Node.Sequence sequence)) {
            problem(node, "SHAPE", "'" + key + "' is a list", "write [A, B]");
            return texts;
        }
        for (Node item : sequence.items()) {
            if (item instanceof Node.Scalar scalar && scalar.value() != null) {
                texts.add(scalar.text());
            } else {
                problem(item, "SHAPE", "'" + key + "' is a list of single values", null);
            }
        }
        return texts;
    }

    /** A list of mappings. */
    public List<Fields> items(String key) {
        Node node = node(key);
        List<Fields> items = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> items.add(of(file, item, problems)));
        } else if (node != null) {
            problem(node, "SHAPE", "'" + key + "' is a list", null);
        }
        return items;
    }

    /** Mappings by name. */
    public Map<String, Fields> entries(String key) {
        Node node = node(key);
        Map<String, Fields> entries = new LinkedHashMap<>();
        if (node != null) {
            of(file, node, problems)
                    .mapping
                    .entries()
                    .forEach((name, value) -> entries.put(name, of(file, value, problems)));
        }
        return entries;
    }

    /** Where faults are told. */
    public List<Problem> problems() {
        return problems;
    }

    /** All names that stand here. */
    public Set<String> names() {
        return mapping.entries().keySet();
    }

    public void problem(@Nullable Node at, String code, String message, @Nullable String advice) {
        Node place = at == null ? mapping : at;
        problems.add(new Problem(file, place.line(), place.column(), code, message, advice));
    }

    /** The place of one name of a list or of a mapping; the whole of it if the name does not stand there. */
    public @Nullable Node place(String key, String name) {
        Node node = node(key);
        if (node instanceof Node.Mapping mapped) {
            return mapped.entries().getOrDefault(name, node);
        }
        if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                boolean named =
                        item instanceof Node.Scalar scalar && scalar.text().equals(name)
                                || item instanceof Node.Mapping pair
                                        && (pair.entries().containsKey(name)
                                                || pair.entries().values().stream()
                                                        .anyMatch(v -> v instanceof Node.Scalar s
                                                                && s.text().equals(name)));
                if (named) {
                    return item;
                }
            }
        }
        return node;
    }

    /** Tells of every key nobody asked for. */
    public void end() {
        mapping.entries().forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(value, "KEY", "'" + name + "' is not known here", Suggestion.didYouMean(name, known));
            }
        });
    }
}
