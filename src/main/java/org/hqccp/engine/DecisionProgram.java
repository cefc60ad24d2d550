package org.hqccp.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.drools.drl.ast.descr.PackageDescr;
import org.hqccp.decision.Status;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.IfUnknown;
import org.hqccp.rulelanguage.Rule.Kind;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** One decision made ready: its rules for the model's evaluator and for Drools. Shared by all threads; holds nothing of any case. */
public final class DecisionProgram {
    private final DecisionModel decision;
    private final List<Rule> rules;
    private final Map<Stage, List<Rule>> byStage = new LinkedHashMap<>();
    private final Map<Rule, Integer> numbers = new IdentityHashMap<>();
    private final Derived derived;
    private final Clocks clocks;
    private final Compiler compiler;
    private final Missing missing;
    private final FindingEntities entities;
    private final DrlEmitter emitter;
    private final DroolsProgram drools;

    /**
     * Makes a decision ready.
     *
     * @param derivedFacts all derived facts of the rule set
     */
    public DecisionProgram(
            DecisionModel decision, List<Rule> rules, FactsDictionary dictionary, List<DerivedFact> derivedFacts) {
        this(decision, rules, dictionary, derivedFacts, UnaryOperator.identity());
    }

    /**
     * The same for tests that need the two evaluators to differ.
     *
     * @param afterCheck changes what Drools compiles, after it was checked
     */
    DecisionProgram(
            DecisionModel decision,
            List<Rule> rules,
            FactsDictionary dictionary,
            List<DerivedFact> derivedFacts,
            UnaryOperator<PackageDescr> afterCheck) {
        this.decision = decision;
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        this.derived = new Derived();
        this.clocks = new Clocks(dictionary);
        this.compiler = new Compiler(derived, clocks);
        Map<EntityType, Map<Integer, Expr>> expressions = new IdentityHashMap<>();
        for (DerivedFact fact : derivedFacts) {
            compiler.ready(fact.is());
            derived.add(fact.owner(), fact.fact().slot(), compiler.term(fact.is()));
            expressions
                    .computeIfAbsent(fact.owner(), o -> new LinkedHashMap<>())
                    .put(fact.fact().slot(), fact.is());
        }
        this.missing = new Missing(compiler, derived, clocks, expressions);
        this.entities = new FindingEntities(decision);
        this.emitter = new DrlEmitter(decision.name(), compiler);
        for (Stage stage : Stage.values()) {
            byStage.put(
                    stage, this.rules.stream().filter(r -> r.stage() == stage).toList());
        }
        for (Rule rule : this.rules) {
            numbers.put(rule, numbers.size());
            emitter.add(rule, numbers.size() - 1);
            compiler.ready(rule.test());
            compiler.ready(rule.appliesTo());
            compiler.ready(rule.developing());
        }
        compiler.close();
        this.drools = new DroolsProgram(emitter, afterCheck);
    }

    public DecisionModel decision() {
        return decision;
    }

    /** The DRL that Drools runs. */
    public String emitted() {
        return drools.text();
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
        RollUpTypes types = decision.ownTypes();
        List<Entity> subjects =
                types.subject().isList() ? root.elements(types.subject()) : List.of(root.single(types.subject()));
        if (subjects == null) {
            return new Evaluation(decision, root, null);
        }
        int rows = subjects.size() * (decision.groups().size() + 3);
        try (DroolsRun run = new DroolsRun(drools, emitter, rules.size(), rows)) {
            return new Evaluation(decision, root, standings(subjects, types, run));
        } catch (RuntimeException e) {
            throw Defect.behind("the evaluation of " + decision.name() + " broke off", e);
        }
    }

    private List<Standing> standings(List<Entity> subjects, RollUpTypes types, DroolsRun run) {
        List<List<RuleResult>> results = new ArrayList<>(subjects.size());
        List<Entity> found = new ArrayList<>(subjects.size());
        subjects.forEach(s -> results.add(judge(Stage.FINDINGS, s)));
        agree(run, Stage.FINDINGS, types.subject(), subjects, results);
        for (int i = 0; i < subjects.size(); i++) {
            found.add(entities.found(subjects.get(i), results.get(i), this::asks));
        }
        List<Entity> groups = new ArrayList<>();
        found.forEach(f -> groups.addAll(held(f, types.group())));
        List<Map<String, Ranking>> statuses = groupStatuses(found, types);
        agree(
                run,
                Stage.GROUPS,
                types.group(),
                groups,
                groups.stream().map(g -> judge(Stage.GROUPS, g)).toList());
        List<Ranking> outcomes = new ArrayList<>();
        List<List<RuleResult>> outcomeResults = new ArrayList<>();
        for (Entity each : found) {
            List<RuleResult> judged = judge(Stage.OUTCOMES, each);
            outcomeResults.add(judged);
            Ranking outcome = ranking(decision.outcomes().keySet(), judged);
            outcomes.add(outcome);
            String code = outcome.code();
            each.set(entities.outcomeSlot(), code == null ? new Unknown("the outcome is undecided") : code);
        }
        agree(run, Stage.OUTCOMES, types.standing(), found, outcomeResults);
        List<List<RuleResult>> afterwards =
                found.stream().map(f -> judge(Stage.AFTERWARDS, f)).toList();
        agree(run, Stage.AFTERWARDS, types.standing(), found, afterwards);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            List<RuleResult> all = new ArrayList<>(results.get(i));
            afterwards.get(i).stream()
                    .filter(r -> r.rule().conclusion().verb() != Verb.RANK)
                    .forEach(all::add);
            Ranking rank = decision.ranks().isEmpty()
                    ? null
                    : ranking(
                            decision.ranks().keySet(),
                            afterwards.get(i).stream()
                                    .filter(r -> r.rule().conclusion().verb() == Verb.RANK)
                                    .toList());
            standings.add(new Standing(subjects.get(i), found.get(i), all, statuses.get(i), outcomes.get(i), rank));
        }
        return standings;
    }

    private static List<Entity> held(Entity holder, EntityType list) {
        List<Entity> elements = holder.elements(list);
        return elements == null ? List.of() : elements;
    }

    private List<Map<String, Ranking>> groupStatuses(List<Entity> found, RollUpTypes types) {
        List<Map<String, Ranking>> statuses = new ArrayList<>();
        for (Entity each : found) {
            Map<String, Ranking> own = new LinkedHashMap<>();
            for (Entity group : held(each, types.group())) {
                Ranking status = ranking(decision.statuses(), judge(Stage.GROUPS, group));
                String code = status.code();
                group.set(
                        entities.groupStatusSlot(),
                        code == null
                                ? decision.statuses().contains("UNKNOWN") ? "UNKNOWN" : new Unknown("undecided")
                                : code);
                own.put(group.id(), status);
            }
            statuses.add(own);
        }
        return statuses;
    }

    /** Works out all rules of a stage for a subject with the model's evaluator. Rules not in force give no result. */
    private List<RuleResult> judge(Stage stage, Entity subject) {
        List<Rule> all = byStage.getOrDefault(stage, List.of());
        List<RuleResult> results = new ArrayList<>(all.size());
        for (Rule rule : all) {
            RuleResult result = judge(rule, subject);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private @Nullable RuleResult judge(Rule rule, Entity subject) {
        LocalDate day = clocks.date(rule.clock(), subject, derived);
        if (day != null && !rule.inForce(day)) {
            return null;
        }
        Expr appliesTo = rule.appliesTo();
        Truth applies =
                appliesTo == null ? Truth.TRUE : compiler.test(appliesTo).of(subject, null);
        if (applies == Truth.FALSE) {
            return new RuleResult(rule, subject, Status.NOT_APPLICABLE, applies, day != null, Truth.FALSE, false);
        }
        Truth test = compiler.test(rule.test()).of(subject, null);
        if (applies == Truth.UNKNOWN || day == null) {
            return undecided(rule, subject, applies, day != null, test);
        }
        return switch (test) {
            case TRUE ->
                new RuleResult(
                        rule,
                        subject,
                        rule.kind() == Kind.REPORT ? Status.REPORTED : Status.MET,
                        applies,
                        true,
                        Truth.TRUE,
                        false);
            case UNKNOWN -> undecided(rule, subject, applies, true, test);
            case FALSE -> failed(rule, subject);
        };
    }

    private RuleResult failed(Rule rule, Entity subject) {
        if (rule.kind() == Kind.REPORT) {
            return new RuleResult(rule, subject, Status.NOT_APPLICABLE, Truth.TRUE, true, Truth.FALSE, false);
        }
        Truth developing = developing(rule, subject);
        return switch (developing) {
            case TRUE -> new RuleResult(rule, subject, Status.DEVELOPING, Truth.TRUE, true, Truth.FALSE, false);
            case FALSE -> new RuleResult(rule, subject, Status.NOT_MET, Truth.TRUE, true, Truth.FALSE, false);
            case UNKNOWN -> new RuleResult(rule, subject, Status.UNKNOWN, Truth.TRUE, true, Truth.FALSE, true);
        };
    }

    private Truth developing(Rule rule, Entity subject) {
        Expr developing = rule.developing();
        return developing == null
                ? Truth.FALSE
                : rule.alwaysDeveloping()
                        ? Truth.TRUE
                        : compiler.test(developing).of(subject, null);
    }

    private RuleResult undecided(Rule rule, Entity subject, Truth applies, boolean clockKnown, Truth test) {
        Truth concluded = switch (rule.ifUnknown()) {
            case CONCLUDES -> Truth.TRUE;
            case WAITS -> Truth.FALSE;
            case OPEN ->
                rule.kind() == Kind.CRITERION
                                || rule.kind() == Kind.GATE
                                || rule.kind() == Kind.REPORT
                                || test == Truth.FALSE
                        ? Truth.FALSE
                        : Truth.UNKNOWN;
        };
        if (rule.ifUnknown() == IfUnknown.CONCLUDES && test == Truth.FALSE) {
            concluded = Truth.FALSE;
        }
        boolean maybeNotMet = test != Truth.TRUE && developing(rule, subject) != Truth.TRUE;
        return new RuleResult(rule, subject, Status.UNKNOWN, applies, clockKnown, concluded, maybeNotMet);
    }

    private boolean asks(RuleResult result) {
        return missing.of(result).stream().anyMatch(m -> m.ask().mode() == Ask.Mode.ROLE);
    }

    private static Ranking ranking(Iterable<String> codes, List<RuleResult> results) {
        List<Rule> undecided = new ArrayList<>();
        for (String code : codes) {
            List<RuleResult> own = results.stream()
                    .filter(r -> code.equals(r.rule().conclusion().code()))
                    .toList();
            for (RuleResult result : own) {
                if (result.status() == Status.MET) {
                    return undecided.isEmpty()
                            ? new Ranking(code, result.rule(), List.of())
                            : new Ranking(null, null, undecided);
                }
            }
            own.stream().filter(r -> r.status() == Status.UNKNOWN).forEach(r -> undecided.add(r.rule()));
        }
        return new Ranking(null, null, undecided);
    }

    /** Lets Drools work out a stage and holds every result of the model against it. */
    private void agree(
            DroolsRun run, Stage stage, EntityType type, List<Entity> subjects, List<List<RuleResult>> results) {
        int first = run.fire(stage, type, subjects);
        for (int i = 0; i < subjects.size(); i++) {
            for (RuleResult result : results.get(i)) {
                Status drools = result.clockKnown() ? run.status(number(result.rule()), first + i) : Status.UNKNOWN;
                Status model = comparable(result.status());
                if (result.rule().kind() == Kind.REPORT && drools == Status.NOT_MET) {
                    drools = Status.UNKNOWN;
                }
                if (drools != model) {
                    // Not what either came to: that would tell of the case.
                    throw new Defect(
                            "the two evaluators disagree on " + result.rule().id());
                }
            }
        }
    }

    private static Status comparable(Status status) {
        return switch (status) {
            case REPORTED -> Status.MET;
            case NOT_APPLICABLE -> Status.UNKNOWN;
            default -> status;
        };
    }

    private int number(Rule rule) {
        Integer number = numbers.get(rule);
        return number == null ? -1 : number;
    }
}
