package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** Emits the rules of one decision as one package of canonical, null-strict DRL: for each rule what makes it met, developing, not met. */
final class DrlEmitter {
    private final String packageName;
    private final Compiler compiler;
    private final Map<String, RowType> subjects = new LinkedHashMap<>();
    private final Map<String, RowType> elements = new LinkedHashMap<>();
    private final StringBuilder rules = new StringBuilder();
    private int emitted;

    DrlEmitter(String decision, Compiler compiler) {
        this.packageName = "emitted." + decision.replace('-', '_');
        this.compiler = compiler;
    }

    /** Adds a rule under its number. */
    void add(Rule rule, int number) {
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
        String applies = appliesTo == null ? "" : emission.sure(appliesTo, true);
        StringBuilder met = new StringBuilder();
        plain.forEach(p -> met.append(met.length() == 0 ? "" : ", ").append(emission.sure(p, true)));
        List<String> patterns = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Expr.Exists exists : quantified) {
            patterns.add(pattern(rule.stage(), subject, exists, true, known));
        }
        rule(
                rule,
                number,
                Status.MET,
                subject,
                conditions(applies, met.toString(), String.join(", ", known)),
                patterns);
        if (!plain.isEmpty()) {
            Expr all = plain.size() == 1 ? plain.get(0) : new Expr.And(plain);
            failed(rule, number, subject, applies, emission.sure(all, false), List.of());
        }
        for (Expr.Exists exists : quantified) {
            List<String> listed = new ArrayList<>();
            String pattern = pattern(rule.stage(), subject, exists, false, listed);
            failed(rule, number, subject, applies, String.join(", ", listed), List.of(pattern));
        }
    }

    private void failed(Rule rule, int number, RowType subject, String applies, String test, List<String> patterns) {
        Expr developing = rule.developing();
        if (developing == null) {
            rule(rule, number, Status.NOT_MET, subject, conditions(applies, test, ""), patterns);
        } else if (rule.alwaysDeveloping()) {
            rule(rule, number, Status.DEVELOPING, subject, conditions(applies, test, ""), patterns);
        } else {
            Emission emission = new Emission(subject, null);
            rule(
                    rule,
                    number,
                    Status.DEVELOPING,
                    subject,
                    conditions(applies, test, emission.sure(developing, true)),
                    patterns);
            rule(
                    rule,
                    number,
                    Status.NOT_MET,
                    subject,
                    conditions(applies, test, emission.sure(developing, false)),
                    patterns);
        }
    }

    private static String conditions(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(text.length() == 0 ? "" : ", ").append(part);
            }
        }
        return text.toString();
    }

    private void rule(
            Rule rule, int number, Status status, RowType subject, String constraints, List<String> patterns) {
        rules.append("rule \"")
                .append(rule.id())
                .append(' ')
                .append(status)
                .append(' ')
                .append(emitted++)
                .append("\"\nwhen\n  $s : ");
        rules.append(subject.name()).append("( ").append(constraints).append(" )\n");
        patterns.forEach(p -> rules.append("  ").append(p).append('\n'));
        rules.append("then\n  results.conclude( ")
                .append(number)
                .append(", $s.getRow(), ")
                .append(status.ordinal())
                .append(" );\nend\n");
    }

    /** {@code exists} or {@code not} such that the whole surely is {@code wanted}. */
    private String pattern(Stage stage, RowType subject, Expr.Exists exists, boolean wanted, List<String> known) {
        RowType element = element(stage, subject, exists);
        Emission emission = new Emission(subject, element);
        Expr where = exists.where();
        boolean some = wanted != exists.negated();
        String condition = where == null ? "" : ", " + (some ? emission.sure(where, true) : emission.possible(where));
        if (!some) {
            known.add(subject.listed(exists) + " == true");
        }
        return (some ? "exists " : "not ") + element.name() + "( owner == $s.row" + condition + " )";
    }

    private RowType subject(Stage stage, EntityType type) {
        return subjects.computeIfAbsent(
                stage + "/" + type.name(),
                k -> new RowType(capital(type) + "_" + stage.name().charAt(0), type, null, compiler));
    }

    private RowType element(Stage stage, RowType subject, Expr.Exists exists) {
        return elements.computeIfAbsent(
                subject.name() + "/" + exists.holder() + "/" + exists.of().name(),
                k -> new RowType(
                        subject.name() + "_" + capital(exists.of()) + elements.size(),
                        exists.of(),
                        exists.holder(),
                        compiler));
    }

    private static String capital(EntityType type) {
        return type.ruleName();
    }

    String packageName() {
        return packageName;
    }

    /** The rows of the subjects of a stage; none if the stage has no rules about that type. */
    @Nullable
    RowType subjectRows(Stage stage, EntityType type) {
        return subjects.get(stage + "/" + type.name());
    }

    /** The rows of list elements that rules about {@code subject} read. */
    List<RowType> elementRows(RowType subject) {
        return elements.entrySet().stream()
                .filter(e -> e.getKey().startsWith(subject.name() + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<RowType> rowTypes() {
        List<RowType> all = new ArrayList<>(subjects.values());
        all.addAll(elements.values());
        return all;
    }

    int ruleCount() {
        return emitted;
    }

    /** The whole package. */
    String text() {
        StringBuilder text =
                new StringBuilder("package " + packageName + ";\nglobal org.hqccp.engine.Results results;\n");
        rowTypes().forEach(t -> text.append(t.declaration()));
        return text.append(rules).toString();
    }
}
