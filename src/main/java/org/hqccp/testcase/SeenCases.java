package org.hqccp.testcase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Cases that were seen, as one rule sees them: two that differ in nothing it reads are the same to it. */
final class SeenCases {
    private final Set<String> facts;
    private final Set<EntityType> lists;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param facts the facts the rule reads, by full name
     * @param lists the lists it looks through
     */
    SeenCases(Set<String> facts, Set<EntityType> lists) {
        this.facts = facts;
        this.lists = lists;
    }

    /** Notes a case; whether it is new. */
    boolean add(Entity root, @Nullable String of) {
        StringBuilder text = new StringBuilder(of == null ? "" : of);
        write(root, text);
        return seen.add(text.toString());
    }

    private void write(Entity entity, StringBuilder text) {
        for (Fact fact : entity.type().facts()) {
            if (facts.contains(fact.path())) {
                Object value = entity.get(fact.slot());
                text.append(fact.name())
                        .append('=')
                        .append(value instanceof Unknown ? "?" : value)
                        .append(' ');
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                write(entity.single(child), text);
            } else {
                List<Entity> held = entity.elements(child);
                if (held == null) {
                    text.append(lists.contains(child) ? child.name() + "=? " : "");
                } else {
                    text.append(child.name()).append('[');
                    held.forEach(e -> write(e, text.append(lists.contains(child) ? "; " : "")));
                    text.append(']');
                }
            }
        }
    }
}
