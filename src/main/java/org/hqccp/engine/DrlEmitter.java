package org.hqccp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hqccp.decision.Status;
import org.hqccp.engine.EmittedRule.Quantifier;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;

/** Emits the rules of one decision as one package of canonical, null-strict DRL: for each rule what makes it met, developing, not met. */
final class DrlEmitter {
    private final String packageName;
    private final Compiler compiler;
    private final Map<String, RowType> subjects = new LinkedHashMap<>();
    private final Map<String, RowType> elements = new LinkedHashMap<>();
    private final List<EmittedRule> rules = new ArrayList<>();

    DrlEmitter(String decision, Compiler compiler) {
        if (!decision.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new Defect("a decision whose name cannot name a package reached the emission");
        }
        this.packageName = EmittedPackage.PREFIX + "decision_" + decision.replace('-', '_');
        this.compiler = compiler;
    }

    /** Adds a rule. */
    void add(ReadyRule ready) {
        Rule rule = ready.rule();
        int number = ready.number();
        RowType subject = subject(rule.stage(), rule.subject());
        Emission emission = new Emission(subject, null);
        List<Expr> plain = new ArrayList<>();
        List<Expr.Exists> quantified = new ArrayList<>();
        for (Expr part : rule.test() instanceof Expr.And and ? and.parts() : List.of(rule.test())) {
            if (part instanceof Expr.Exists exists) {
                quantified.add(exists);
            } else {
                plain.add(part);
            }
        }
        Expr appliesTo = rule.appliesTo();
        List<Constraint> applies = appliesTo == null ? List.of() : List.of(emission.sure(appliesTo, true));
        List<Constraint> met = new ArrayList<>(applies);
        plain.forEach(p -> met.add(emission.sure(p, true)));
        List<EmittedRule.Pattern> patterns = new ArrayList<>();
        for (Expr.Exists exists : quantified) {
            patterns.add(pattern(subject, exists, true, met));
        }
        rule(rule, number, Status.MET, subject, met, patterns);
        if (!plain.isEmpty()) {
            Expr all = plain.size() == 1 ? plain.get(0) : new Expr.And(plain);
            List<Constraint> failed = new ArrayList<>(applies);
            failed.add(emission.sure(all, false));
            failed(rule, number, subject, failed, List.of());
        }
        for (Expr.Exists exists : quantified) {
            List<Constraint> failed = new ArrayList<>(applies);
            EmittedRule.Pattern pattern = pattern(subject, exists, false, failed);
            failed(rule, number, subject, failed, List.of(pattern));
        }
    }

    private void failed(
            Rule rule, int number, RowType subject, List<Constraint> failed, List<EmittedRule.Pattern> patterns) {
        Expr developing = rule.developing();
        if (developing == null) {
            rule(rule, number, Status.NOT_MET, subject, failed, patterns);
        } else if (rule.alwaysDeveloping()) {
            rule(rule, number, Status.DEVELOPING, subject, failed, patterns);
        } else {
            Emission emission = new Emission(subject, null);
            for (boolean holds : new boolean[] {true, false}) {
                List<Constraint> constraints = new ArrayList<>(failed);
                constraints.add(emission.sure(developing, holds));
                rule(rule, number, holds ? Status.DEVELOPING : Status.NOT_MET, subject, constraints, patterns);
            }
        }
    }

    private void rule(
            Rule rule,
            int number,
            Status status,
            RowType subject,
            List<Constraint> constraints,
            List<EmittedRule.Pattern> lists) {
        List<EmittedRule.Pattern> patterns = new ArrayList<>();
        patterns.add(new EmittedRule.Pattern(Quantifier.PLAIN, "$s", subject.name(), List.copyOf(constraints)));
        patterns.addAll(lists);
        rules.add(new EmittedRule(rule.id() + " " + status + " " + rules.size(), number, status, patterns));
    }

    /** {@code exists} or {@code not} such that the whole surely is {@code wanted}; what must hold of the subject is added to {@code known}. */
    private EmittedRule.Pattern pattern(RowType subject, Expr.Exists exists, boolean wanted, List<Constraint> known) {
        RowType element = element(subject, exists);
        Emission emission = new Emission(subject, element);
        Expr where = exists.where();
        element.lookedFor(where);
        boolean some = wanted != exists.negated();
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.Comparison("owner", "==", "$s"));
        if (where != null) {
            constraints.add(some ? emission.sure(where, true) : emission.possible(where));
        }
        if (!some) {
            known.add(new Constraint.Comparison(subject.listed(exists), "==", "true"));
        }
        return new EmittedRule.Pattern(some ? Quantifier.EXISTS : Quantifier.NOT, null, element.name(), constraints);
    }

    private RowType subject(Stage stage, EntityType type) {
        return subjects.computeIfAbsent(
                key(stage, type),
                k -> new RowType(type.ruleName() + "_" + stage.name().charAt(0), type, null, compiler));
    }

    private RowType element(RowType subject, Expr.Exists exists) {
        return elements.computeIfAbsent(
                subject.name() + "/" + exists.holder() + "/" + exists.of().name(),
                k -> new RowType(
                        subject.name() + "_" + exists.of().ruleName() + elements.size(),
                        exists.of(),
                        exists.holder(),
                        compiler));
    }

    /** How a stage and the type of its subjects are told apart. */
    static String key(Stage stage, EntityType type) {
        return stage + "/" + type.name();
    }

    /** How the rows of each stage are made, by {@link #key}. */
    Map<String, StageRows> stageRows(Function<RowType, RowMaker> makers) {
        Map<String, StageRows> rows = new HashMap<>();
        subjects.forEach((key, subject) -> rows.put(
                key,
                new StageRows(
                        makers.apply(subject),
                        elements.entrySet().stream()
                                .filter(e -> e.getKey().startsWith(subject.name() + "/"))
                                .map(e -> makers.apply(e.getValue()))
                                .toList())));
        return rows;
    }

    /** Everything added so far. */
    EmittedPackage emitted() {
        List<RowType> types = new ArrayList<>(subjects.values());
        types.addAll(elements.values());
        return new EmittedPackage(packageName, types, List.copyOf(rules));
    }
}
