package org.hqccp.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** What the rules of one decision read, however many derived facts lie between. */
final class Reads {
    private final RuleSet ruleSet;
    private final Map<String, DerivedFact> derived = new HashMap<>();

    Reads(RuleSet ruleSet, DecisionModel decision) {
        this.ruleSet = ruleSet;
        for (DerivedFact fact : ruleSet.derived()) {
            boolean general = ruleSet.dictionary().type(fact.owner().name()) == fact.owner();
            if (general || decision.ownTypes().isRollUp(fact.owner())) {
                derived.put(key(fact.fact()), fact);
            }
        }
    }

    private static String key(Fact fact) {
        return fact.path() + "#" + fact.slot();
    }

    /** The declaration of a derived fact; none for one that is given. */
    @Nullable
    DerivedFact declared(Fact fact) {
        return fact.derived() ? derived.get(key(fact)) : null;
    }

    /** What is read of a rule, in the words of {@link Meaning}, by name: its facts, derived facts and parameters. */
    SortedMap<String, String> meanings(Rule rule) {
        SortedMap<String, String> found = new TreeMap<>();
        clock(rule.clock(), found);
        each(rule, expr -> {
            if (expr instanceof Expr.ParameterValue p) {
                found.put("parameter " + p.parameter().name(), Meaning.of(p.parameter()));
                clock(p.parameter().clock(), found);
            } else if (expr instanceof Expr.FactValue v) {
                DerivedFact is = declared(v.fact());
                String meaning = is == null ? "" : " is " + Meaning.of(is.is());
                found.put("fact " + v.fact().path(), Meaning.of(v.fact()) + meaning);
            }
        });
        return found;
    }

    private void clock(Clock clock, SortedMap<String, String> found) {
        for (EntityType type : ruleSet.dictionary().types()) {
            Fact fact = type.fact(clock.fact());
            if (fact != null) {
                found.put("fact " + fact.path(), Meaning.of(fact));
            }
        }
    }

    /** Shows every part of a rule and of every derived fact it reads, each derived fact once. */
    void each(Rule rule, Consumer<Expr> seen) {
        eachWithOwner(rule, (expr, owner) -> seen.accept(expr));
    }

    /** Is shown a part and the kind of thing it is said of. */
    interface Seen {
        void part(Expr expr, EntityType owner);
    }

    void eachWithOwner(Rule rule, Seen seen) {
        Map<String, Boolean> done = new HashMap<>();
        walk(rule.appliesTo(), rule.subject(), seen, done);
        walk(rule.developing(), rule.subject(), seen, done);
        walk(rule.test(), rule.subject(), seen, done);
    }

    private void walk(@Nullable Expr whole, EntityType owner, Seen seen, Map<String, Boolean> done) {
        Paths.walk(whole, expr -> {
            seen.part(expr, owner);
            if (expr instanceof Expr.FactValue v && done.put(key(v.fact()), true) == null) {
                DerivedFact is = declared(v.fact());
                if (is != null) {
                    walk(is.is(), is.owner(), seen, done);
                }
            }
        });
    }
}
