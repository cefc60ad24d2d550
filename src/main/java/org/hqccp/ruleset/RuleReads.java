package org.hqccp.ruleset;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reads, itself or through facts that are worked out.
 *
 * @param facts in the order in which they are first met
 * @param parameters in the order in which they are first met
 */
public record RuleReads(Set<Fact> facts, Set<Parameter> parameters) {
    public static final RuleReads NOTHING = new RuleReads(Set.of(), Set.of());

    public static RuleReads of(Rule rule, RuleSet ruleSet) {
        RuleReads reads = new RuleReads(new LinkedHashSet<>(), new LinkedHashSet<>());
        Set<DerivedFact> entered = new LinkedHashSet<>();
        reads.collect(rule.appliesTo(), ruleSet, entered::add);
        reads.collect(rule.test(), ruleSet, entered::add);
        reads.collect(rule.developing(), ruleSet, entered::add);
        return reads;
    }

    /** What a derived fact is worked out from, itself or through others. */
    public static RuleReads of(DerivedFact derived, RuleSet ruleSet) {
        RuleReads reads = new RuleReads(new LinkedHashSet<>(), new LinkedHashSet<>());
        reads.collect(derived.is(), ruleSet, new LinkedHashSet<DerivedFact>()::add);
        return reads;
    }

    private void collect(@Nullable Expr expr, RuleSet ruleSet, Predicate<DerivedFact> firstTime) {
        Paths.walk(expr, part -> {
            if (part instanceof Expr.ParameterValue value) {
                parameters.add(value.parameter());
            } else if (part instanceof Expr.FactValue value) {
                facts.add(value.fact());
                if (value.fact().derived()) {
                    ruleSet.derived().stream()
                            .filter(derived -> derived.fact().equals(value.fact()))
                            .filter(firstTime)
                            .forEach(derived -> collect(derived.is(), ruleSet, firstTime));
                }
            }
        });
    }
}
