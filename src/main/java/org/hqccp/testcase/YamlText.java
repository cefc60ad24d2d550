package org.hqccp.testcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.json.Node;

/** Values as a case file writes them, each in one line. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "unknown", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    static String of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<String> entries = new ArrayList<>();
            mapping.entries().forEach((name, value) -> entries.add(text(name) + ": " + of(value)));
            return "{" + String.join(", ", entries) + "}";
        } else if (node instanceof Node.Sequence sequence) {
            return "["
                    + String.join(
                            ", ", sequence.items().stream().map(YamlText::of).toList()) + "]";
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return scalar.value() instanceof String written && !"unknown".equals(written) ? text(written) : scalar.text();
    }

    static String of(Object value, FactType type) {
        if (value instanceof Unknown) {
            return "unknown";
        } else if (value instanceof BigDecimal number) {
            return Words.value(number);
        } else if (value instanceof LocalDate day) {
            return type == FactType.MONTH ? day.toString().substring(0, 7) : day.toString();
        } else if (value instanceof Collection<?> all) {
            return "["
                    + String.join(
                            ", ",
                            inOrder(all).stream().map(each -> of(each, type)).toList())
                    + "]";
        }
        return value instanceof String text && type != FactType.SET_OF_NUMBERS ? text(text) : String.valueOf(value);
    }

    /** Numbers by their size, all else as it stands. */
    static List<?> inOrder(Collection<?> all) {
        boolean numbers = all.stream().allMatch(e -> e.toString().matches("-?[0-9]+"));
        return numbers
                ? all.stream()
                        .sorted(Comparator.comparing(e -> new BigDecimal(e.toString())))
                        .toList()
                : List.copyOf(all);
    }

    /** A list as a whole, each element with what is said of it. */
    static String of(List<Entity> elements) {
        return "[" + String.join(", ", elements.stream().map(YamlText::of).toList()) + "]";
    }

    private static String of(Entity entity) {
        List<String> said = new ArrayList<>();
        for (Fact fact : entity.type().facts()) {
            Object value = fact.derived() ? null : entity.get(fact.slot());
            if (value != null && value != Unknown.NOT_GIVEN) {
                said.add(fact.name() + ": " + of(value, fact.type()));
            }
        }
        for (EntityType child : entity.type().children()) {
            List<Entity> held = child.isList() ? entity.elements(child) : null;
            if (held != null) {
                said.add(child.jsonKey() + ": " + of(held));
            }
        }
        return "{" + String.join(", ", said) + "}";
    }

    /** A sentence: quoted only where YAML would read it otherwise. */
    static String sentence(String text) {
        return text.matches("[A-Za-z][^:#\"\\[\\]{}]*") && !WORDS.contains(text)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String text(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
