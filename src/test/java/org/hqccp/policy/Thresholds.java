package org.hqccp.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Where the rules change their mind: for each given fact, the values that rules and derived facts hold it against, directly or through others. */
final class Thresholds {
    private final Map<String, Set<BigDecimal>> numbers = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private final Map<String, DerivedFact> derived = new TreeMap<>();

    Thresholds(RuleSet ruleSet) {
        ruleSet.derived().forEach(d -> derived.put(d.fact().path(), d));
        for (Rule rule : ruleSet.rules().values()) {
            days.add(rule.from());
            if (rule.to() != null) {
                days.add(rule.to().plusDays(1));
            }
            for (Expr expr : new @Nullable Expr[] {rule.test(), rule.appliesTo(), rule.developing()}) {
                Paths.walk(expr, this::note);
            }
        }
        ruleSet.derived().forEach(d -> Paths.walk(d.is(), this::note));
        ruleSet.parameters().values().forEach(p -> p.periods().forEach(period -> days.add(period.from())));
    }

    private void note(Expr part) {
        if (part instanceof Expr.Comparison comparison) {
            about(comparison.left(), comparison.right());
            about(comparison.right(), comparison.left());
        } else if (part instanceof Expr.In in) {
            in.among().forEach(each -> about(in.element(), each));
        } else if (part instanceof Expr.Contains contains) {
            about(contains.set(), contains.element());
        }
    }

    private void about(Expr read, Expr against) {
        List<Object> values = new ArrayList<>();
        if (against instanceof Expr.Constant constant) {
            values.add(constant.value());
        } else if (against instanceof Expr.ParameterValue parameter) {
            parameter.parameter().periods().stream()
                    .map(Parameter.Period::value)
                    .forEach(values::add);
        }
        for (Fact fact : DerivedReader.reads(read, derived)) {
            for (Object value : values) {
                if (value instanceof Long || value instanceof BigDecimal) {
                    numbers.computeIfAbsent(fact.path(), p -> new TreeSet<>()).add(new BigDecimal(value.toString()));
                } else if (value instanceof String text) {
                    texts.computeIfAbsent(fact.path(), p -> new TreeSet<>()).add(text);
                } else if (value instanceof LocalDate day) {
                    days.add(day);
                }
            }
        }
    }

    /** Numbers a fact is held against. */
    List<BigDecimal> numbers(Fact fact) {
        return List.copyOf(numbers.getOrDefault(fact.path(), Set.of()));
    }

    /** Texts a fact is held against. */
    List<String> texts(Fact fact) {
        return List.copyOf(texts.getOrDefault(fact.path(), Set.of()));
    }

    /** Days on which a rule or a parameter begins or ends. */
    List<LocalDate> days() {
        return List.copyOf(days);
    }
}
