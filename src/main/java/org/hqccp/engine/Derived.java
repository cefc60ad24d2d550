package org.hqccp.engine;

import java.util.Arrays;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.jspecify.annotations.Nullable;

/** Works out derived facts when they are first read, and keeps them on their entity. */
final class Derived {
    /** By the number of what they belong to, then by slot. */
    private @Nullable Term[] @Nullable [] terms = {};

    /** Adds the expression of a derived fact. Only while the rule set is made ready. */
    void add(EntityType type, int slot, Term term) {
        if (terms.length <= type.number()) {
            terms = Arrays.copyOf(terms, type.number() + 1);
        }
        @Nullable Term[] own = terms[type.number()];
        if (own == null) {
            own = new Term[type.nextSlot()];
            terms[type.number()] = own;
        }
        own[slot] = term;
    }

    /** The value of any fact, given or derived. */
    Object value(Entity entity, int slot) {
        Object value = entity.get(slot);
        return value == null ? workOut(entity, slot) : value;
    }

    private Object workOut(Entity entity, int slot) {
        int type = entity.type().number();
        @Nullable Term[] known = type < terms.length ? terms[type] : null;
        Term term = known == null ? null : known[slot];
        if (term == null) {
            throw new Defect("no expression for slot " + slot + " of " + entity.type());
        }
        Object value = term.of(entity, null);
        entity.set(slot, value);
        return value;
    }
}
