package org.hqccp.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * Takes down what every match says about its subject, and lets none fire: so nothing a rule says in its consequence is ever run, and none
 * can start another.
 */
final class Conclusions implements AgendaFilter {
    private final Map<String, EmittedRule> rules = new HashMap<>();

    Conclusions(List<EmittedRule> emitted) {
        emitted.forEach(rule -> rules.put(rule.name(), rule));
    }

    @Override
    public boolean accept(Match match) {
        EmittedRule rule = rules.get(match.getRule().getName());
        if (rule == null || !(((InternalMatch) match).getTuple().getObject(0) instanceof Row subject)) {
            throw new Defect("Drools matched what was not emitted");
        }
        subject.conclude(rule.number(), rule.status());
        return false;
    }
}
