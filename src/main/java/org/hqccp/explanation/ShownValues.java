package org.hqccp.explanation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The facts of a subject that the answer shows: what the decision names, and what its rules report. */
final class ShownValues {
    private final DecisionProgram program;
    private final Set<String> reported = new LinkedHashSet<>();

    ShownValues(DecisionProgram program, List<Rule> rules) {
        this.program = program;
        for (Rule rule : rules) {
            if (rule.conclusion().verb() == Verb.REPORT) {
                reported.add(String.valueOf(rule.conclusion().code()));
            }
        }
    }

    /** Those that are known, by name. */
    SortedMap<String, Object> of(Standing standing) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (RuleResult result : standing.results()) {
            String code = result.rule().conclusion().code();
            if (result.status() == Status.REPORTED && code != null) {
                put(values, code, standing);
            }
        }
        for (String name : program.decision().values()) {
            if (name.contains(".")) {
                items(values, name, standing);
            } else if (!reported.contains(name)) {
                put(values, name, standing);
            }
        }
        return values;
    }

    /** The fact of each item of a list of the subject, by the item's name. */
    private void items(Map<String, Object> values, String name, Standing standing) {
        int dot = name.indexOf('.');
        EntityType list = program.decision().subject().child(name.substring(0, dot));
        Fact fact = program.decision().shown(name);
        List<Entity> items = list == null ? null : standing.subject().elements(list);
        if (fact == null || items == null) {
            return;
        }
        for (Entity item : items) {
            Object shown = Shown.of(program.value(item, fact.slot()), fact.type());
            if (shown != null) {
                values.put(name.substring(0, dot) + "[" + item.id() + "]" + name.substring(dot), shown);
            }
        }
    }

    private void put(Map<String, Object> values, String name, Standing standing) {
        StandingFacts.Valued valued = StandingFacts.of(name, standing, program);
        Object shown = Shown.of(valued.value(), valued.type());
        if (shown != null) {
            values.put(name, shown);
        }
    }
}
