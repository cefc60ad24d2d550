package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Which derived facts and parameters each rule reads, directly and through other derived facts. */
final class Reads {
    private final RuleSet ruleSet;
    private final Map<String, List<DerivedFact>> facts = new LinkedHashMap<>();
    private final Map<String, List<Expr>> derived = new LinkedHashMap<>();
    private final Map<String, Set<String>> read = new LinkedHashMap<>();
    private final Map<String, Set<String>> parameters = new LinkedHashMap<>();
    private final Map<RuleSet, Reads> others = new IdentityHashMap<>();

    Reads(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        for (DerivedFact fact : ruleSet.derived()) {
            facts.computeIfAbsent(fact.fact().path(), p -> new ArrayList<>()).add(fact);
            derived.computeIfAbsent(fact.fact().path(), p -> new ArrayList<>()).add(fact.is());
        }
        for (Rule rule : ruleSet.rules().values()) {
            Set<String> found = new LinkedHashSet<>();
            Set<String> named = new LinkedHashSet<>();
            follow(rule.appliesTo(), found, named);
            follow(rule.test(), found, named);
            follow(rule.developing(), found, named);
            read.put(rule.id(), found);
            parameters.put(rule.id(), named);
        }
    }

    private void follow(@Nullable Expr expr, Set<String> found, Set<String> named) {
        Paths.walk(expr, part -> {
            if (part instanceof Expr.FactValue value && found.add(value.fact().path())) {
                derived.getOrDefault(value.fact().path(), List.of()).forEach(is -> follow(is, found, named));
            } else if (part instanceof Expr.ParameterValue value) {
                named.add(value.parameter().name());
            }
        });
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    /** The same of another reading of the rule set. */
    Reads again(RuleSet other) {
        return others.computeIfAbsent(other, Reads::new);
    }

    /** The facts a rule reads, by path. */
    Set<String> of(String rule) {
        return read.getOrDefault(rule, Set.of());
    }

    Set<String> parametersOf(String rule) {
        return parameters.getOrDefault(rule, Set.of());
    }

    /** What gives each derived fact, by path; several where decisions have a fact of one name each. */
    Map<String, List<Expr>> derived() {
        return derived;
    }

    /** Everything about one subject, and about the case as a whole, that has this derived fact. */
    List<Entity> owners(String path, Standing standing) {
        List<Entity> owners = new ArrayList<>();
        for (DerivedFact fact : facts.getOrDefault(path, List.of())) {
            Set<Entity> of = new LinkedHashSet<>(Reaching.all(standing.found(), fact.owner()));
            of.addAll(Reaching.all(standing.subject(), fact.owner()));
            of.addAll(Reaching.singles(standing.subject().root(), fact.owner()));
            owners.addAll(of);
        }
        return owners;
    }
}
