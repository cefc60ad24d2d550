package org.hqccp.json;

import java.util.HashSet;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.jspecify.annotations.Nullable;

/** The names already seen in one object: one bit for each name of the dictionary, and a set for all others. */
final class SeenNames {
    private final int facts;
    private final long[] known;
    private @Nullable Set<String> others;

    SeenNames(EntityType type) {
        facts = type.nextSlot();
        known = new long[(facts + type.children().size() + 63) / 64];
    }

    /** Whether the name is new here. */
    boolean add(Fact fact) {
        return add(fact.slot());
    }

    /** Whether the name is new here. */
    boolean add(EntityType child) {
        return add(facts + child.childSlot());
    }

    /** Whether the name is new here. */
    boolean add(String other) {
        if (others == null) {
            others = new HashSet<>();
        }
        return others.add(other);
    }

    boolean has(String other) {
        return others != null && others.contains(other);
    }

    boolean has(Fact fact) {
        return (known[fact.slot() / 64] & 1L << fact.slot() % 64) != 0;
    }

    private boolean add(int place) {
        long bit = 1L << place % 64;
        boolean isNew = (known[place / 64] & bit) == 0;
        known[place / 64] |= bit;
        return isNew;
    }
}
