package org.hqccp.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** One decision made ready: its rules for the model's evaluator and for Drools. Shared by all threads; holds nothing of any case. */
public final class DecisionProgram {
    private final DecisionModel decision;
    private final Derived derived = new Derived();
    private final Compiler compiler;
    private final Missing missing;
    private final Judge judge;
    private final RollUp rollUp;
    private final DroolsProgram drools;
    private final Watch watch;

    /**
     * Makes a decision ready.
     *
     * @param derivedFacts all derived facts of the rule set
     */
    public DecisionProgram(
            DecisionModel decision, List<Rule> rules, FactsDictionary dictionary, List<DerivedFact> derivedFacts) {
        this(decision, rules, dictionary, derivedFacts, Watch.NOBODY);
    }

    /** The same for tests, which need the two evaluators to differ, and to see where they do. */
    DecisionProgram(
            DecisionModel decision,
            List<Rule> rules,
            FactsDictionary dictionary,
            List<DerivedFact> derivedFacts,
            Watch watch) {
        this.decision = decision;
        this.watch = watch;
        Clocks clocks = new Clocks(dictionary);
        this.compiler = new Compiler(derived, clocks);
        Map<EntityType, Map<Integer, Expr>> expressions = new IdentityHashMap<>();
        for (DerivedFact fact : derivedFacts) {
            compiler.ready(fact.is());
            derived.add(fact.owner(), fact.fact().slot(), compiler.term(fact.is()));
            expressions
                    .computeIfAbsent(fact.owner(), o -> new HashMap<>())
                    .put(fact.fact().slot(), fact.is());
        }
        List<Rule> byId = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        this.missing = new Missing(compiler, derived, clocks, expressions);
        this.judge = new Judge(byId, compiler, clocks, derived);
        this.rollUp = new RollUp(decision, judge, this::asks);
        DrlEmitter emitter = new DrlEmitter(decision.name(), compiler);
        for (Stage stage : Stage.values()) {
            judge.rules(stage).forEach(emitter::add);
        }
        compiler.close();
        this.drools = new DroolsProgram(emitter, watch);
    }

    private boolean asks(RuleResult result) {
        return missing.of(result).stream().anyMatch(m -> m.ask().mode() == Ask.Mode.ROLE);
    }

    public DecisionModel decision() {
        return decision;
    }

    /** The DRL that Drools runs. */
    public String emitted() {
        return drools.text();
    }

    /** The entity a path leads to, from where it is read. */
    public static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        return Compiler.reach(path, owner, element);
    }

    /** What keeps results undecided. */
    public Missing missing() {
        return missing;
    }

    /** The value of a fact of a thing of the case, given or derived. */
    public Object value(Entity entity, int slot) {
        return derived.value(entity, slot);
    }

    /** The value of a part of a rule or derived fact for a subject, and for an element of a list where it reads one. */
    public Object value(Expr expr, Entity owner, @Nullable Entity element) {
        return compiler.term(expr).of(owner, element);
    }

    /** Whether a condition of a rule or derived fact holds for a subject. */
    public Truth holds(Expr expr, Entity owner, @Nullable Entity element) {
        return compiler.test(expr).of(owner, element);
    }

    /** Works the decision out, by the model and by Drools; throws a {@link Defect} if they do not agree or either breaks off. */
    public Evaluation evaluate(Entity root) {
        EntityType type = decision.subject();
        List<Entity> subjects = type.isList() ? root.elements(type) : List.of(root.single(type));
        if (subjects == null) {
            return new Evaluation(decision, root, null);
        }
        try (CrossCheck check = new CrossCheck(drools, judge, watch)) {
            List<Standing> standings = rollUp.standings(subjects, check);
            check.agree();
            return new Evaluation(decision, root, standings);
        } catch (RuntimeException e) {
            throw Defect.behind("the evaluation of " + decision.name() + " broke off", e);
        }
    }
}
