package org.hqccp.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * Takes down what every match says about its subject, and lets none fire: so nothing a rule says in its consequence is ever run, and none
 * can start another.
 */
final class Conclusions implements AgendaFilter {
    private final Map<Rule, EmittedRule> rules = new IdentityHashMap<>();

    /**
     * @param compiled what Drools made of the emitted rules, one for one
     */
    Conclusions(List<EmittedRule> emitted, Collection<Rule> compiled) {
        Map<String, EmittedRule> byName = new HashMap<>();
        emitted.forEach(rule -> byName.put(rule.name(), rule));
        for (Rule rule : compiled) {
            EmittedRule meant = byName.remove(rule.getName());
            if (meant == null) {
                throw new Defect("Drools compiled what was not emitted");
            }
            rules.put(rule, meant);
        }
        if (!byName.isEmpty()) {
            throw new Defect("Drools compiled " + rules.size() + " rules of " + emitted.size() + " emitted ones");
        }
    }

    @Override
    public boolean accept(Match match) {
        EmittedRule rule = rules.get(match.getRule());
        if (rule == null || !(((InternalMatch) match).getTuple().getObject(0) instanceof Row subject)) {
            throw new Defect("Drools matched what was not emitted");
        }
        subject.conclude(rule.number(), rule.status());
        return false;
    }
}
