package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.verification.FactPlaces;
import org.jspecify.annotations.Nullable;

/** All mutants of a rule set, in order of what they change: rules by id, derived facts, parameters. */
final class Mutations {
    private final RuleSet ruleSet;
    private final Reads reads;
    private final Bounds bounds;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        this.reads = new Reads(ruleSet);
        this.bounds = new Bounds(reads.derived());
    }

    /**
     * Every mutant.
     *
     * @param only the rule whose mutants are wanted, with those of the facts and parameters it reads; none for all
     */
    static List<Mutant> of(RuleSet ruleSet, @Nullable String only) {
        Mutations all = new Mutations(ruleSet);
        ruleSet.rules().values().forEach(all::rule);
        FactPlaces places = new FactPlaces(ruleSet);
        ruleSet.derived().forEach(fact -> all.fact(fact, places));
        ruleSet.parameters().values().forEach(p -> ParameterMutations.of(p, all::parameter));
        return only == null
                ? all.mutants
                : all.mutants.stream().filter(m -> m.rules().contains(only)).toList();
    }

    private void rule(Rule rule) {
        Expr appliesTo = rule.appliesTo();
        if (appliesTo != null) {
            conditions(rule, appliesTo, (r, to) -> r.with(to, r.test(), r.developing()), Rule::appliesTo);
            if (!(appliesTo instanceof Expr.And)) {
                rule(rule, "if it concerned everyone", null, r -> r.with(null, r.test(), r.developing()));
            }
        }
        conditions(rule, rule.test(), (r, to) -> r.with(r.appliesTo(), to, r.developing()), Rule::test);
        if (!(rule.test() instanceof Expr.And
                || rule.test() instanceof Expr.Or
                || rule.test() instanceof Expr.Constant)) {
            rule(
                    rule,
                    "if it asked nothing",
                    null,
                    r -> r.with(r.appliesTo(), new Expr.And(List.of()), r.developing()));
        }
        Expr developing = rule.developing();
        if (developing != null) {
            conditions(rule, developing, (r, to) -> r.with(r.appliesTo(), r.test(), to), Rule::developing);
            rule(rule, "if it were never developing", null, r -> r.with(r.appliesTo(), r.test(), null));
        }
        dates(rule);
    }

    private interface Put {
        Rule in(Rule rule, Expr to);
    }

    private interface Part {
        @Nullable
        Expr of(Rule rule);
    }

    private void conditions(Rule rule, Expr text, Put put, Part part) {
        for (ConditionChanges.Change change : ConditionChanges.of(text, bounds)) {
            rule(rule, change.words(), change.same(), r -> {
                Expr own = part.of(r);
                return own == null ? r : put.in(r, change.in().apply(own));
            });
        }
    }

    /** A day earlier and a day later; for a clock of months or years, a month or year. */
    private void dates(Rule rule) {
        LocalDate earlier = Days.lastBefore(rule.clock(), rule.from());
        LocalDate later = Days.firstFrom(
                rule.clock(), Days.firstFrom(rule.clock(), rule.from()).plusDays(1));
        for (LocalDate from : List.of(earlier, later)) {
            rule(rule, "if it began on " + from + " instead of " + rule.from(), null, r -> r.with(from, r.to()));
        }
        LocalDate to = rule.to();
        if (to != null) {
            LocalDate sooner = Days.lastBefore(rule.clock(), to.plusDays(1)).minusDays(1);
            LocalDate longer = Days.firstFrom(rule.clock(), to.plusDays(1));
            for (LocalDate end : List.of(sooner, longer)) {
                rule(rule, "if it ended on " + end + " instead of " + to, null, r -> r.with(r.from(), end));
            }
        }
    }

    private void rule(Rule rule, String words, @Nullable String same, UnaryOperator<Rule> change) {
        mutants.add(new Mutant(
                rule.id(), rule.file(), rule.line(), words, same, Set.of(rule.id()), Set.of(rule.decision()), set -> {
                    Map<String, Rule> rules = new LinkedHashMap<>(set.rules());
                    rules.computeIfPresent(rule.id(), (id, r) -> change.apply(r));
                    return set.with(rules, set.derived(), set.parameters());
                }));
    }

    private void fact(DerivedFact fact, FactPlaces places) {
        String path = fact.fact().path();
        int place = ruleSet.derived().indexOf(fact);
        FactPlaces.Place at = places.of(path);
        Set<String> rules = readers(path);
        for (ConditionChanges.Change change : ConditionChanges.of(fact.is(), bounds)) {
            mutants.add(new Mutant(
                    "fact " + path,
                    at.file(),
                    at.line(),
                    change.words(),
                    change.same(),
                    rules,
                    decisions(rules, path),
                    set -> {
                        List<DerivedFact> derived = new ArrayList<>(set.derived());
                        DerivedFact own = derived.get(place);
                        derived.set(
                                place,
                                new DerivedFact(
                                        own.owner(), own.fact(), change.in().apply(own.is())));
                        return set.with(set.rules(), derived, set.parameters());
                    }));
        }
    }

    private Set<String> readers(String path) {
        Set<String> readers = new TreeSet<>();
        ruleSet.rules().keySet().stream()
                .filter(id -> reads.of(id).contains(path))
                .forEach(readers::add);
        return readers;
    }

    /** The decisions whose rules read it; where none does, or an answer shows it, all that there are. */
    private Set<String> decisions(Set<String> rules, String path) {
        Set<String> decisions = new LinkedHashSet<>();
        ruleSet.rules().values().stream().filter(r -> rules.contains(r.id())).forEach(r -> decisions.add(r.decision()));
        String name = path.substring(path.indexOf('.') + 1);
        for (DecisionModel decision : ruleSet.decisions().values()) {
            boolean shown = decision.values().stream().anyMatch(v -> v.equals(name) || v.endsWith("." + name))
                    || decision.ties().stream().anyMatch(t -> t.fact().equals(name));
            if (shown || rules.isEmpty()) {
                decisions.add(decision.name());
            }
        }
        return decisions;
    }

    private void parameter(String name, int line, String words, UnaryOperator<RuleSet> change) {
        Set<String> rules = new TreeSet<>();
        ruleSet.rules().keySet().stream()
                .filter(id -> reads.parametersOf(id).contains(name))
                .forEach(rules::add);
        if (rules.isEmpty()) {
            // No case could notice it; that no rule reads it is a warning of its own.
            return;
        }
        mutants.add(new Mutant(
                "parameter " + name, "parameters.csv", line, words, null, rules, decisions(rules, ""), change));
    }
}
