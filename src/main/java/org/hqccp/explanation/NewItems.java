package org.hqccp.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Proposes list items that fit a condition. They say no more than the condition asks. */
final class NewItems {
    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Universe universe;

    NewItems(DecisionProgram program, Unfolding unfolding, Universe universe) {
        this.program = program;
        this.unfolding = unfolding;
        this.universe = universe;
    }

    /**
     * What a new item must be worth in a sum, or as the least or greatest.
     *
     * @param value the expression over the item
     * @param of the number it should come to
     */
    record Worth(Expr value, BigDecimal of) {}

    /** Proposes each way to add one item that fits. */
    void add(@Nullable Expr where, @Nullable Worth worth, Entity owner, Entity holder, EntityType list) {
        List<Entity> elements = holder.elements(list);
        if (elements == null || !universe.changeable().mayGrow(list)) {
            return;
        }
        Spot at = new Spot(owner, new Entity(list, holder, elements.size()));
        ItemWays making = new ItemWays(program, unfolding);
        List<Way> ways = List.of(Way.BLANK);
        if (where != null) {
            ways = making.conditions(where, true, at, ways);
        }
        if (worth != null) {
            ways = making.numbers(worth.value(), Expr.Operator.EQUAL, worth.of(), at, ways);
        }
        for (Way way : named(ways, list, elements)) {
            Entity item = new Entity(list, holder, elements.size());
            way.in(item);
            if (where == null || new Spot(owner, item).truth(where, program) == Truth.TRUE) {
                universe.add(new CaseEdit.Item(holder.pointer(), list, List.copyOf(way.said())));
            }
        }
    }

    /** A list whose elements have names: a way that says none takes each name that is free; where names are free text there is no way. */
    private static List<Way> named(List<Way> ways, EntityType list, List<Entity> elements) {
        Fact key = list.key() == null ? null : list.fact(list.key());
        if (key == null) {
            return ways;
        }
        Set<String> taken = new HashSet<>();
        elements.forEach(e -> taken.add(e.id()));
        List<Way> named = new ArrayList<>();
        for (Way way : ways) {
            for (String name : key.values().keySet()) {
                Way longer = taken.contains(name) ? null : way.saying(key, name);
                if (longer != null) {
                    named.add(longer);
                }
            }
            if (key.values().isEmpty() && way.says(key)) {
                named.add(way);
            }
        }
        return named;
    }
}
