package org.hqccp.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Unknown;

/** Random cases with more or less missing, and ways to complete them. */
final class RandomCases {
    private final FactsDictionary dictionary;
    private final Dice dice;

    RandomCases(FactsDictionary dictionary, Dice dice) {
        this.dictionary = dictionary;
        this.dice = dice;
    }

    /** A case of which about so many percent is known. */
    Entity next(int known) {
        Entity root = new Entity(dictionary.root(), null, 0);
        fill(root, known);
        root.set(dictionary.root().fact("asOf").slot(), LocalDate.parse(dice.pick(Pools.DATES)));
        return root;
    }

    private void fill(Entity entity, int known) {
        for (Fact fact : entity.type().facts()) {
            if (!fact.derived()
                    && (dice.chance(known) || fact.name().equals(entity.type().key()))) {
                entity.set(fact.slot(), value(entity, fact));
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                fill(entity.single(child), known);
            } else if (dice.chance(known) || entity.parent() == null) {
                entity.setElements(child, elements(entity, child, known));
            }
        }
    }

    private Object value(Entity entity, Fact fact) {
        if (fact.name().equals(entity.type().key())) {
            return fact.name() + entity.index();
        }
        return fact.name().equals("schoolYear") ? (Object) (long) dice.between(2018, 2028) : Pools.value(fact, dice);
    }

    private List<Entity> elements(Entity holder, EntityType type, int known) {
        List<Entity> elements = new ArrayList<>();
        for (int i = holder.parent() == null ? dice.between(1, 2) : dice.below(4); i > 0; i--) {
            Entity element = new Entity(type, holder, elements.size());
            fill(element, known);
            elements.add(element);
        }
        return List.copyOf(elements);
    }

    /**
     * The same case with everything known: what is missing is filled in by chance, what is known stays. A date that picks parameters
     * turns out to lie where they hold: one that holds in every period is known before its date is.
     */
    Entity complete(Entity root) {
        Entity copy = root.copy();
        completeInto(copy);
        return copy;
    }

    private void completeInto(Entity entity) {
        for (Fact fact : entity.type().facts()) {
            if (!fact.derived() && entity.get(fact.slot()) instanceof Unknown) {
                boolean clock = fact.name().equals("entryTerm");
                entity.set(fact.slot(), clock ? LocalDate.of(dice.between(2020, 2027), 2, 1) : value(entity, fact));
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                completeInto(entity.single(child));
            } else {
                List<Entity> elements = entity.elements(child);
                if (elements == null) {
                    entity.setElements(child, elements(entity, child, 100));
                } else {
                    elements.forEach(this::completeInto);
                }
            }
        }
    }

    /** What a case says, a line a fact; what is not known is left out. */
    static String words(Entity entity) {
        StringBuilder words = new StringBuilder();
        for (Fact fact : entity.type().facts()) {
            Object value = entity.get(fact.slot());
            if (!fact.derived() && !(value instanceof Unknown)) {
                words.append("    ").append(entity.path()).append('.').append(fact.name());
                words.append(": ").append(value).append('\n');
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                words.append(words(entity.single(child)));
            } else if (entity.elements(child) != null) {
                List<Entity> elements = entity.elements(child);
                if (elements.isEmpty()) {
                    words.append("    ")
                            .append(entity.path())
                            .append('.')
                            .append(child.jsonKey())
                            .append(": none\n");
                }
                elements.forEach(e -> words.append(words(e)));
            }
        }
        return words.toString();
    }
}
