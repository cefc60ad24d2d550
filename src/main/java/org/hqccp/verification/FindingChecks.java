package org.hqccp.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hqccp.decision.Status;
import org.hqccp.engine.Truth;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Criteria that their decision does not read: whatever is found of them, no roll-up rule and no value of the answer asks for it. */
final class FindingChecks {
    private final DecisionModel decision;
    private final RuleSet ruleSet;
    private final Consumer<Warning> found;
    /** What is asked of findings; an empty one asks for any. */
    private final List<Expr> asked = new ArrayList<>();

    FindingChecks(DecisionModel decision, RuleSet ruleSet, Consumer<Warning> found) {
        this.decision = decision;
        this.ruleSet = ruleSet;
        this.found = found;
    }

    void check() {
        List<Rule> rules = ruleSet.rulesOf(decision.name());
        for (Rule rule : rules) {
            if (rule.stage() != Stage.FINDINGS) {
                RuleReading.of(rule, ruleSet).texts().forEach(this::note);
            }
        }
        for (DerivedFact fact : ruleSet.derived()) {
            String name = fact.fact().name();
            if (decision.values().contains(name)
                    || decision.ties().stream().anyMatch(t -> t.fact().equals(name))) {
                RuleReading.of(List.of(fact.is()), ruleSet).texts().forEach(this::note);
            }
        }
        rules.stream().filter(FindingChecks::counts).filter(this::isUnread).forEach(this::warn);
    }

    private void note(Expr text) {
        Paths.walk(text, part -> {
            if (part instanceof Expr.Exists exists) {
                note(exists.of(), exists.where());
            } else if (part instanceof Expr.Aggregate aggregate) {
                note(aggregate.of(), aggregate.where());
            }
        });
    }

    private void note(EntityType list, @Nullable Expr where) {
        if (list == decision.ownTypes().finding() || list == decision.ownTypes().groupFinding()) {
            asked.add(where == null ? new Expr.And(List.of()) : where);
        }
    }

    /** Whether a finding is there to be counted: what never blocks, and what speaks for itself in the answer, need not be read. */
    private static boolean counts(Rule rule) {
        boolean judged = rule.kind() == Kind.CRITERION || rule.kind() == Kind.GATE || rule.kind() == Kind.WEIGHT;
        return rule.stage() == Stage.FINDINGS && judged && !rule.alwaysDeveloping();
    }

    private boolean isUnread(Rule rule) {
        for (Status status : Status.values()) {
            Map<String, Object> finding = finding(rule, status);
            if (status != Status.REPORTED && asked.stream().anyMatch(where -> asks(where, finding) != Truth.FALSE)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> finding(Rule rule, Status status) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("rule", rule.id());
        finding.put("group", rule.group());
        finding.put("kind", rule.findingKind());
        finding.put("mandatory", rule.isMandatory());
        finding.put("status", status.name());
        finding.put("notMet", status == Status.NOT_MET);
        finding.put("met", status == Status.MET);
        finding.put("code", Objects.requireNonNullElse(rule.conclusion().code(), ""));
        finding.put("ifNotMet", Objects.requireNonNullElse(rule.ifNotMet(), ""));
        return finding;
    }

    /** Whether a condition is one for such a finding; unknown where it asks for something else too. */
    private static Truth asks(Expr where, Map<String, Object> finding) {
        if (where instanceof Expr.And and) {
            return and.parts().stream().map(p -> asks(p, finding)).reduce(Truth.TRUE, Truth::and);
        } else if (where instanceof Expr.Or or) {
            return or.parts().stream().map(p -> asks(p, finding)).reduce(Truth.FALSE, Truth::or);
        } else if (where instanceof Expr.Not not) {
            Truth part = asks(not.part(), finding);
            return part == Truth.UNKNOWN ? part : truth(part == Truth.FALSE);
        } else if (where instanceof Expr.In in) {
            Object value = value(in.element(), finding);
            boolean among = in.among().stream().anyMatch(c -> c.value().equals(value));
            return value == null ? Truth.UNKNOWN : truth(among != in.negated());
        } else if (where instanceof Expr.Comparison comparison) {
            Object left = value(comparison.left(), finding);
            Object right = value(comparison.right(), finding);
            return left == null || right == null
                    ? Truth.UNKNOWN
                    : switch (comparison.operator()) {
                        case EQUAL -> truth(left.equals(right));
                        case NOT_EQUAL -> truth(!left.equals(right));
                        default -> Truth.UNKNOWN;
                    };
        }
        return Truth.UNKNOWN;
    }

    private static Truth truth(boolean value) {
        return value ? Truth.TRUE : Truth.FALSE;
    }

    private static @Nullable Object value(Expr expr, Map<String, Object> finding) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        }
        return expr instanceof Expr.FactValue value && value.path().equals(Expr.Path.ELEMENT)
                ? finding.get(value.fact().name())
                : null;
    }

    private void warn(Rule rule) {
        found.accept(new Warning(
                Warning.Kind.RULE_UNREAD,
                rule.id(),
                rule.file(),
                rule.line(),
                rule.id() + ": the decision does not read it: whatever it comes to, the outcome is the same",
                0,
                null,
                null));
    }
}
