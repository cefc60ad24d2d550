package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** The facts of a subject that the answer shows: what the decision names, and what its rules report. */
final class ShownValues {
    private final DecisionProgram program;
    private final Map<Rule, StandingFact> reported = new IdentityHashMap<>();
    private final List<StandingFact> always = new ArrayList<>();
    private final List<OfItems> ofItems = new ArrayList<>();

    /** A fact of each item of a list of the subject. */
    private record OfItems(EntityType list, Fact fact) {}

    ShownValues(DecisionProgram program, List<Rule> rules) {
        this.program = program;
        for (Rule rule : rules) {
            String code = rule.conclusion().code();
            if (rule.conclusion().verb() == Verb.REPORT && code != null) {
                reported.put(rule, StandingFact.named(code, program));
            }
        }
        List<String> byRules =
                reported.values().stream().map(StandingFact::name).toList();
        for (String name : program.decision().values()) {
            OfItems items = name.contains(".") ? items(name) : null;
            if (items != null) {
                ofItems.add(items);
            } else if (!name.contains(".") && !byRules.contains(name)) {
                always.add(StandingFact.named(name, program));
            }
        }
    }

    private @Nullable OfItems items(String name) {
        EntityType list = program.decision().subject().child(name.substring(0, name.indexOf('.')));
        Fact fact = program.decision().shown(name);
        return list == null || fact == null ? null : new OfItems(list, fact);
    }

    /** Those that are known, by name. */
    SortedMap<String, Object> of(Standing standing) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (RuleResult result : standing.results()) {
            StandingFact fact = result.status() == Status.REPORTED ? reported.get(result.rule()) : null;
            if (fact != null) {
                put(values, fact.name(), fact.shown(standing, program));
            }
        }
        for (StandingFact fact : always) {
            put(values, fact.name(), fact.shown(standing, program));
        }
        for (OfItems items : ofItems) {
            items(values, items, standing);
        }
        return values;
    }

    /** The fact of each item, by the item's name. */
    private void items(Map<String, Object> values, OfItems shown, Standing standing) {
        List<Entity> items = standing.subject().elements(shown.list());
        if (items == null) {
            return;
        }
        Fact fact = shown.fact();
        for (Entity item : items) {
            put(
                    values,
                    shown.list().jsonKey() + "[" + item.id() + "]." + fact.name(),
                    Shown.of(program.value(item, fact.slot()), fact.type()));
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object shown) {
        if (shown != null) {
            values.put(name, shown);
        }
    }
}
