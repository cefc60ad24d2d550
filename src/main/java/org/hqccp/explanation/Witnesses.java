package org.hqccp.explanation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Filter;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.RollUpTypes;
import org.jspecify.annotations.Nullable;

/** Finds the findings that a roll-up's conclusion rests on: those it counted, or found to exist. */
final class Witnesses {
    private final DecisionProgram program;
    private final Map<EntityType, Map<Fact, Expr>> derived;
    private final SortedSet<String> rules = new TreeSet<>();

    private Witnesses(DecisionProgram program, Map<EntityType, Map<Fact, Expr>> derived) {
        this.program = program;
        this.derived = derived;
    }

    /** The ids of the rules whose findings made the condition hold. */
    static List<String> of(Expr test, Entity found, DecisionProgram program, Map<EntityType, Map<Fact, Expr>> derived) {
        Witnesses witnesses = new Witnesses(program, derived);
        witnesses.look(test, found);
        return List.copyOf(witnesses.rules);
    }

    /** The derived facts of roll-ups, by what they belong to. */
    static Map<EntityType, Map<Fact, Expr>> index(List<DerivedFact> facts) {
        Map<EntityType, Map<Fact, Expr>> index = new IdentityHashMap<>();
        facts.forEach(
                f -> index.computeIfAbsent(f.owner(), o -> new HashMap<>()).put(f.fact(), f.is()));
        return index;
    }

    private void look(Expr expr, Entity owner) {
        Paths.walk(expr, part -> {
            if (part instanceof Expr.Exists exists
                    && !exists.negated()
                    && exists.holder().equals(Expr.Path.OWNER)) {
                elements(owner, exists.of(), exists.where());
            } else if (part instanceof Expr.Aggregate aggregate
                    && aggregate.holder().equals(Expr.Path.OWNER)) {
                elements(owner, aggregate.of(), aggregate.where());
            } else if (part instanceof Expr.FactValue value && value.path().equals(Expr.Path.OWNER)) {
                Expr is = derived.getOrDefault(owner.type(), Map.of()).get(value.fact());
                if (is != null) {
                    look(is, owner);
                }
            }
        });
    }

    private void elements(Entity owner, EntityType list, @Nullable Expr where) {
        List<Entity> elements = owner.type().children().contains(list) ? owner.elements(list) : null;
        if (elements == null) {
            return;
        }
        Filter filter = program.filter(where);
        boolean findings = list.name().equals(RollUpTypes.FINDING);
        for (int i = 0; i < elements.size(); i++) {
            if (filter.of(owner, elements, i) == Truth.TRUE) {
                if (findings) {
                    rules.add(elements.get(i).id());
                } else if (where != null) {
                    within(where, elements.get(i));
                }
            }
        }
    }

    /** What made a condition on a group hold: the group's own findings. */
    private void within(Expr where, Entity group) {
        Paths.walk(where, part -> {
            if (part instanceof Expr.FactValue value && value.path().equals(Expr.Path.ELEMENT)) {
                Expr is = derived.getOrDefault(group.type(), Map.of()).get(value.fact());
                if (is != null) {
                    look(is, group);
                }
            }
        });
    }
}
