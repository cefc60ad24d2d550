package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;

/** Takes away from a failing case whatever it does not need to fail. */
final class Shrinking {
    private final Entity root;
    private final Predicate<Entity> fails;

    private Shrinking(Entity root, Predicate<Entity> fails) {
        this.root = root;
        this.fails = fails;
    }

    /** A smallest case that fails like the given one. */
    static Entity of(Entity failing, Predicate<Entity> fails) {
        Shrinking shrinking = new Shrinking(failing.copy(), fails);
        boolean smaller = true;
        while (smaller) {
            smaller = shrinking.smaller(shrinking.root);
        }
        return shrinking.root;
    }

    private boolean stillFails() {
        return fails.test(root.copy());
    }

    private boolean smaller(Entity entity) {
        boolean smaller = false;
        for (EntityType child : entity.type().children()) {
            List<Entity> elements = child.isList() ? entity.elements(child) : List.of(entity.single(child));
            if (child.isList() && elements != null) {
                for (int i = elements.size() - 1; i >= 0; i--) {
                    List<Entity> fewer = new ArrayList<>(elements);
                    fewer.remove(i);
                    entity.setElements(child, List.copyOf(fewer));
                    if (stillFails()) {
                        elements = List.copyOf(fewer);
                        smaller = true;
                    } else {
                        entity.setElements(child, elements);
                    }
                }
            }
            if (elements != null) {
                for (Entity each : elements) {
                    smaller |= smaller(each);
                }
            }
        }
        for (Fact fact : entity.type().facts()) {
            Object value = fact.derived() ? null : entity.get(fact.slot());
            if (value != null
                    && !(value instanceof Unknown)
                    && !fact.name().equals(entity.type().key())) {
                entity.set(fact.slot(), Unknown.NOT_GIVEN);
                if (stillFails()) {
                    smaller = true;
                } else {
                    entity.set(fact.slot(), value);
                }
            }
        }
        return smaller;
    }
}
