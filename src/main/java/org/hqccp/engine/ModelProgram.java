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
import org.jspecify.annotations.Nullable;

/**
 * One decision made ready for the model's evaluator alone, without the second opinion of Drools: for what is tried or counted over many
 * cases. No answer to anyone rests on it. Shared by all threads; holds nothing of any case.
 */
public final class ModelProgram {
    private final DecisionModel decision;
    private final Derived derived = new Derived();
    private final Clocks clocks;
    private final Compiler compiler;
    private final Missing missing;
    private final Judge judge;
    private final RollUp rollUp;

    /** Open while a {@link DecisionProgram} still makes its other evaluator from the same parts. */
    ModelProgram(DecisionModel decision, List<Rule> rules, FactsDictionary dictionary, List<DerivedFact> derivedFacts) {
        this.decision = decision;
        this.clocks = new Clocks(dictionary);
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
    }

    /**
     * Makes a decision ready.
     *
     * @param derivedFacts all derived facts of the rule set
     */
    public static ModelProgram of(
            DecisionModel decision, List<Rule> rules, FactsDictionary dictionary, List<DerivedFact> derivedFacts) {
        ModelProgram program = new ModelProgram(decision, rules, dictionary, derivedFacts);
        program.compiler.close();
        return program;
    }

    private boolean asks(RuleResult result) {
        return missing.of(result).stream().anyMatch(m -> m.ask().mode() == Ask.Mode.ROLE);
    }

    public DecisionModel decision() {
        return decision;
    }

    /** Works the decision out by the model. */
    public Evaluation evaluate(Entity root) {
        return evaluate(root, Witness.NONE);
    }

    Evaluation evaluate(Entity root, Witness witness) {
        List<Entity> subjects = subjects(root);
        return new Evaluation(decision, root, subjects == null ? null : rollUp.standings(subjects, witness));
    }

    /** What the decision is about in a case; none where the list itself is not known. */
    public @Nullable List<Entity> subjects(Entity root) {
        EntityType type = decision.subject();
        return type.isList() ? root.elements(type) : List.of(root.single(type));
    }

    /** What one rule that reads only facts comes to for a subject; none where it is not in force. */
    public @Nullable RuleResult judge(Rule rule, Entity subject) {
        return judge.result(rule, subject);
    }

    /** What keeps results undecided. */
    public Missing missing() {
        return missing;
    }

    /** The value of a fact of a thing of the case, given or derived. */
    public Object value(Entity entity, int slot) {
        return derived.value(entity, slot);
    }

    Object value(Expr expr, Entity owner, @Nullable Entity element) {
        return compiler.term(expr).of(owner, element);
    }

    /** Whether a condition of a rule or derived fact holds for a subject, and for an element of a list where it reads one. */
    public Truth holds(Expr expr, Entity owner, @Nullable Entity element) {
        return compiler.test(expr).of(owner, element);
    }

    /** One rule made ready by itself: one of this decision, or one that is like it but for a change that is tried. */
    RuleJudge alone(Rule rule) {
        return new RuleJudge(ReadyRule.alone(rule, compiler), clocks, derived);
    }

    Compiler compiler() {
        return compiler;
    }

    Judge judge() {
        return judge;
    }
}
