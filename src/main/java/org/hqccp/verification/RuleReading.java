package org.hqccp.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything a rule reads, however deep: the derived facts with what they are worked out from.
 *
 * @param facts given facts, by full name
 * @param derived full names of derived facts
 * @param lists the lists it looks through
 * @param parameters by name
 * @param texts every condition and value, the rule's own first
 */
public record RuleReading(
        Map<String, Fact> facts,
        Set<String> derived,
        Set<EntityType> lists,
        Map<String, Parameter> parameters,
        List<Expr> texts) {

    /** What a rule reads. */
    public static RuleReading of(Rule rule, RuleSet ruleSet) {
        return of(Arrays.asList(rule.appliesTo(), rule.test(), rule.developing()), ruleSet);
    }

    /** What some texts read. */
    public static RuleReading of(List<? extends @Nullable Expr> texts, RuleSet ruleSet) {
        RuleReading reading = new RuleReading(
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
        texts.forEach(text -> reading.follow(text, ruleSet));
        return reading;
    }

    private void follow(@Nullable Expr text, RuleSet ruleSet) {
        if (text == null) {
            return;
        }
        texts.add(text);
        Paths.walk(text, part -> {
            if (part instanceof Expr.FactValue value) {
                Fact fact = value.fact();
                if (!fact.derived()) {
                    facts.put(fact.path(), fact);
                } else if (derived.add(fact.path())) {
                    for (DerivedFact each : ruleSet.derived()) {
                        if (each.fact().path().equals(fact.path())) {
                            follow(each.is(), ruleSet);
                        }
                    }
                }
            } else if (part instanceof Expr.ParameterValue value) {
                parameters.put(value.parameter().name(), value.parameter());
            } else if (part instanceof Expr.Exists exists) {
                lists.add(exists.of());
            } else if (part instanceof Expr.Aggregate aggregate) {
                lists.add(aggregate.of());
            }
        });
    }
}
