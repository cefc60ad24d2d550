package org.hqccp.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.jspecify.annotations.Nullable;

/** Works out derived facts when they are first read, and keeps them on their entity. */
final class Derived {
    private final Map<EntityType, @Nullable Term[]> terms = new IdentityHashMap<>();

    /** Adds the expression of a derived fact. Only while the rule set is made ready. */
    void add(EntityType type, int slot, Term term) {
        terms.computeIfAbsent(type, t -> new Term[t.nextSlot()])[slot] = term;
    }

    /** The value of any fact, given or derived. */
    Object value(Entity entity, int slot) {
        Object value = entity.get(slot);
        return value == null ? workOut(entity, slot) : value;
    }

    private Object workOut(Entity entity, int slot) {
        @Nullable Term[] known = terms.get(entity.type());
        Term term = known == null ? null : known[slot];
        if (term == null) {
            throw new Defect("no expression for slot " + slot + " of " + entity.type());
        }
        Object value = term.of(entity, null);
        entity.set(slot, value);
        return value;
    }
}
