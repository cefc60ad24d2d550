package org.hqccp.comparison;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.json.Json;

/** A case as staff write it in YAML, with the facts that are known. */
final class CaseYaml {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
    private static final String PLAIN = "[A-Za-z][A-Za-z0-9 _.-]*";
    private static final String RESERVED = "(?i)yes|no|on|off|true|false|null|unknown|y|n|~";

    private final StringBuilder text = new StringBuilder();

    private CaseYaml() {}

    static String of(Entity root) {
        CaseYaml yaml = new CaseYaml();
        Fact asOf = root.type().fact("asOf");
        if (asOf != null && root.get(asOf.slot()) instanceof LocalDate day) {
            yaml.text.append("as-of: ").append(day).append('\n');
        }
        yaml.text.append("case-id: shows-the-change\n");
        yaml.held(root, "");
        return yaml.text.toString();
    }

    private void facts(Entity entity, String indent, String first) {
        String lead = first;
        for (Fact fact : entity.type().facts()) {
            Object value = fact.derived() ? null : entity.get(fact.slot());
            if (value != null && !(value instanceof Unknown)) {
                text.append(lead)
                        .append(fact.name())
                        .append(": ")
                        .append(value(value, fact))
                        .append('\n');
                lead = indent;
            }
        }
        if (!lead.equals(first) || indent.equals(first)) {
            held(entity, indent);
        } else if (hasLists(entity)) {
            text.append(first.stripTrailing()).append('\n');
            held(entity, indent);
        } else {
            text.append(first).append("{}\n");
        }
    }

    private static boolean hasLists(Entity entity) {
        return entity.type().children().stream().anyMatch(c -> c.isList() && entity.elements(c) != null);
    }

    private void held(Entity entity, String indent) {
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                Entity single = entity.single(child);
                if (isSaid(single)) {
                    text.append(indent).append(child.jsonKey()).append(":\n");
                    facts(single, indent + "  ", indent + "  ");
                }
                continue;
            }
            List<Entity> elements = entity.elements(child);
            if (elements == null) {
                continue;
            }
            text.append(indent).append(child.jsonKey()).append(elements.isEmpty() ? ": []\n" : ":\n");
            for (Entity each : elements) {
                facts(each, indent + "    ", indent + "  - ");
            }
        }
    }

    private static boolean isSaid(Entity entity) {
        boolean fact = entity.type().facts().stream()
                .anyMatch(f ->
                        !f.derived() && !(entity.get(f.slot()) instanceof Unknown) && entity.get(f.slot()) != null);
        return fact || hasLists(entity);
    }

    private static String value(Object value, Fact fact) {
        if (value instanceof LocalDate date) {
            return fact.type() == FactType.MONTH ? MONTH.format(date) : date.toString();
        } else if (value instanceof Collection<?> all) {
            List<String> members = new ArrayList<>();
            all.forEach(m -> members.add(fact.type() == FactType.SET_OF_NUMBERS ? String.valueOf(m) : text(m)));
            return "[" + String.join(", ", members) + "]";
        }
        return value instanceof String ? text(value) : Meaning.value(value);
    }

    private static String text(Object value) {
        String plain = String.valueOf(value);
        return plain.matches(PLAIN) && !plain.matches(RESERVED) && !plain.endsWith(" ")
                ? plain
                : Json.text(Json.value(plain));
    }
}
