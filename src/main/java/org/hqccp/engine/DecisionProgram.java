package org.hqccp.engine;

import java.util.List;
import java.util.Objects;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** One decision made ready: its rules for the model's evaluator and for Drools. Shared by all threads; holds nothing of any case. */
public final class DecisionProgram {
    private final ModelProgram model;
    private final @Nullable DroolsProgram drools;
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
        this.watch = watch;
        this.model = new ModelProgram(decision, rules, dictionary, derivedFacts);
        DrlEmitter emitter = new DrlEmitter(decision.name(), model.compiler());
        for (Stage stage : Stage.values()) {
            for (ReadyRule rule : model.judge().rules(stage)) {
                emitter.add(rule);
            }
        }
        model.compiler().close();
        this.drools = new DroolsProgram(emitter, watch);
    }

    private DecisionProgram(ModelProgram model) {
        this.watch = Watch.NOBODY;
        this.model = model;
        this.drools = null;
    }

    /**
     * The same by the model alone: for rules that are only tried, thousands of times over, and by which nobody is told anything. What it
     * comes to is not cross-checked.
     */
    public static DecisionProgram tried(
            DecisionModel decision, List<Rule> rules, FactsDictionary dictionary, List<DerivedFact> derivedFacts) {
        return new DecisionProgram(ModelProgram.of(decision, rules, dictionary, derivedFacts));
    }

    public DecisionModel decision() {
        return model.decision();
    }

    /** The DRL that Drools runs. */
    public String emitted() {
        return Objects.requireNonNull(drools).text();
    }

    /** The entity a path leads to, from where it is read. */
    public static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        return Compiler.reach(path, owner, element);
    }

    /** What keeps results undecided. */
    public Missing missing() {
        return model.missing();
    }

    /** The value of a fact of a thing of the case, given or derived. */
    public Object value(Entity entity, int slot) {
        return model.value(entity, slot);
    }

    /** The value of a part of a rule or derived fact for a subject, and for an element of a list where it reads one. */
    public Object value(Expr expr, Entity owner, @Nullable Entity element) {
        return model.value(expr, owner, element);
    }

    /** A condition of a rule, made ready for whoever asks it of many subjects. */
    public Test test(Expr condition) {
        return model.compiler().test(condition);
    }

    /** A part of a rule that has a value, made ready for whoever reads it of many subjects. */
    public Term term(Expr expr) {
        return model.compiler().term(expr);
    }

    /** A condition on the elements of a list, made ready; none is met by all. */
    public Filter filter(@Nullable Expr where) {
        return model.compiler().filter(where);
    }

    /** Whether a condition of a rule or derived fact holds for a subject. */
    public Truth holds(Expr expr, Entity owner, @Nullable Entity element) {
        return model.holds(expr, owner, element);
    }

    /** One rule made ready by itself: one of this decision, or one that is like it but for a change that is tried. */
    public RuleJudge judge(Rule rule) {
        return model.alone(rule);
    }

    /** Works the decision out, by the model and by Drools; throws a {@link Defect} if they do not agree or either breaks off. */
    public Evaluation evaluate(Entity root) {
        if (model.subjects(root) == null) {
            return new Evaluation(decision(), root, null);
        }
        if (drools == null) {
            return model.evaluate(root);
        }
        try (CrossCheck check = new CrossCheck(drools, model.judge(), watch)) {
            Evaluation evaluation = model.evaluate(root, check);
            check.agree();
            return evaluation;
        } catch (RuntimeException e) {
            throw Defect.behind("the evaluation of " + decision().name() + " broke off", e);
        }
    }
}
