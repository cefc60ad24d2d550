package org.hqccp.explanation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.jspecify.annotations.Nullable;

/** One way to make a new item: what it would say of each fact, by the fact's place. Never changed; a longer way is a new one. */
final class Way {
    static final Way BLANK = new Way(Map.of());
    private final SortedMap<Integer, CaseEdit.Said> said;

    private Way(Map<Integer, CaseEdit.Said> said) {
        this.said = new TreeMap<>(said);
    }

    private Way with(Fact fact, Object value) {
        Way longer = new Way(said);
        longer.said.put(fact.slot(), new CaseEdit.Said(fact, value));
        return longer;
    }

    /** Says also that a fact is a value; none if an item cannot say so, or this one says another. */
    @Nullable
    Way saying(Fact fact, Object value) {
        boolean code = fact.type() != FactType.ONE_OF || fact.values().containsKey(String.valueOf(value));
        CaseEdit.Said before = said.get(fact.slot());
        return code
                        && Changeable.never(fact) == null
                        && (before == null || before.value().equals(value))
                ? with(fact, value)
                : null;
    }

    /** Says also that a set is known and, if one is given, holds an element; none if an item cannot say so. */
    @Nullable
    Way holding(Fact fact, @Nullable String element) {
        if (Changeable.never(fact) != null) {
            return null;
        }
        Set<String> elements = new TreeSet<>(held(fact));
        if (element != null) {
            elements.add(element);
        }
        return with(fact, elements);
    }

    private Set<String> held(Fact fact) {
        CaseEdit.Said before = said.get(fact.slot());
        Set<String> elements = new TreeSet<>();
        if (before != null && before.value() instanceof Set<?> set) {
            set.forEach(e -> elements.add(String.valueOf(e)));
        }
        return elements;
    }

    /** Says also that a set of codes holds so many; none if an item cannot say so. */
    @Nullable
    Way holding(Fact fact, int number) {
        Way longer = holding(fact, (String) null);
        for (String code : fact.values().keySet()) {
            if (longer != null && longer.held(fact).size() < number) {
                longer = longer.holding(fact, code);
            }
        }
        return longer;
    }

    boolean says(Fact fact) {
        return said.containsKey(fact.slot());
    }

    Collection<CaseEdit.Said> said() {
        return said.values();
    }

    void in(Entity item) {
        said.forEach((slot, each) -> item.set(slot, each.value()));
    }
}
