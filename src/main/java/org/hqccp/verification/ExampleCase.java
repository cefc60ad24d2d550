package org.hqccp.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Rule;

/** A case as people write it, with no more in it than what shows something. */
final class ExampleCase {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 8, 1);

    private ExampleCase() {}

    /** The case as YAML; on a day on which the rule is in force, where the case does not say which. */
    static String of(Space.Place place, Rule rule) {
        Entity root = place.root();
        StringBuilder yaml = new StringBuilder("case-id: example\n");
        boolean dated = false;
        List<String> own = new ArrayList<>();
        for (Fact fact : root.type().facts()) {
            Object value = root.get(fact.slot());
            if (!fact.derived() && value != null && !(value instanceof Unknown)) {
                boolean asOf = fact.name().equals("asOf");
                dated |= asOf;
                own.add((asOf ? "as-of" : fact.name()) + ": " + text(value, fact.type()) + "\n");
            }
        }
        if (!dated) {
            LocalDate to = rule.to();
            LocalDate day = rule.inForce(SOME_DAY) ? SOME_DAY : to == null ? rule.from() : to;
            yaml.append("as-of: ").append(day).append('\n');
        }
        own.forEach(yaml::append);
        for (EntityType child : root.type().children()) {
            if (child.isList()) {
                List<Entity> elements = root.elements(child);
                if (elements != null) {
                    yaml.append(child.jsonKey())
                            .append(": ")
                            .append(list(elements))
                            .append('\n');
                }
            } else {
                String said = said(root.single(child));
                if (!said.equals("{}")) {
                    yaml.append(child.jsonKey()).append(": ").append(said).append('\n');
                }
            }
        }
        return yaml.toString();
    }

    private static String list(List<Entity> elements) {
        return "[" + String.join(", ", elements.stream().map(ExampleCase::said).toList()) + "]";
    }

    private static String said(Entity entity) {
        List<String> said = new ArrayList<>();
        for (Fact fact : entity.type().facts()) {
            Object value = fact.derived() ? null : entity.get(fact.slot());
            if (value != null && !(value instanceof Unknown)) {
                said.add(fact.name() + ": " + text(value, fact.type()));
            }
        }
        for (EntityType child : entity.type().children()) {
            List<Entity> held = child.isList() ? entity.elements(child) : null;
            if (held != null) {
                said.add(child.jsonKey() + ": " + list(held));
            }
        }
        return "{" + String.join(", ", said) + "}";
    }

    private static String text(Object value, FactType type) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Collection<?> all) {
            return "["
                    + String.join(
                            ", ", all.stream().map(each -> text(each, type)).toList()) + "]";
        } else if (value instanceof LocalDate day) {
            return type == FactType.MONTH ? "\"" + day.toString().substring(0, 7) + "\"" : "\"" + day + "\"";
        }
        return value instanceof String text && type != FactType.SET_OF_NUMBERS ? "\"" + text + "\"" : value.toString();
    }
}
