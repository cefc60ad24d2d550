package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Status;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Which statuses a rule can come to at all, whatever the case. */
final class Possible {
    private static final Set<String> ALWAYS_KNOWN = Set.of(
            "case.asOf",
            "finding.rule",
            "finding.group",
            "finding.kind",
            "finding.mandatory",
            "finding.status",
            "finding.code",
            "finding.ifNotMet",
            "finding.asks",
            "group.id",
            "group.principle");

    private final Map<String, List<Expr>> derived = new HashMap<>();
    private final RuleSet ruleSet;
    private final Set<String> keys = new HashSet<>();

    Possible(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        ruleSet.derived()
                .forEach(d -> derived.computeIfAbsent(d.fact().path(), p -> new ArrayList<>())
                        .add(d.is()));
        for (EntityType type : ruleSet.dictionary().root().children()) {
            if (type.key() != null) {
                keys.add(type.name() + "." + type.key());
            }
        }
    }

    /** The statuses that some case can bring about. */
    Set<Status> statuses(Rule rule) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        boolean report = rule.kind() == Rule.Kind.REPORT;
        statuses.add(report ? Status.REPORTED : Status.MET);
        if (rule.appliesTo() != null) {
            statuses.add(Status.NOT_APPLICABLE);
        }
        if (!isAlways(rule.test()) && !report) {
            if (rule.developing() != null) {
                statuses.add(Status.DEVELOPING);
            }
            if (!rule.alwaysDeveloping()) {
                statuses.add(Status.NOT_MET);
            }
        }
        if (canBeUnknown(rule)) {
            statuses.add(Status.UNKNOWN);
        }
        return statuses;
    }

    private boolean canBeUnknown(Rule rule) {
        return rule.clock() != Clock.DECISION_DATE
                || canBeUnknown(rule.test(), rule, Set.of())
                || canBeUnknown(rule.appliesTo(), rule, Set.of())
                || canBeUnknown(rule.developing(), rule, Set.of());
    }

    private static boolean isAlways(Expr test) {
        return test instanceof Expr.Constant
                || test instanceof Expr.And and && and.parts().isEmpty();
    }

    private boolean canBeUnknown(@Nullable Expr expr, Rule rule, Set<String> inside) {
        if (expr == null) {
            return false;
        } else if (expr instanceof Expr.Missing) {
            return true;
        } else if (expr instanceof Expr.FactValue value) {
            return canBeUnknown(value.fact(), rule, inside);
        } else if (expr instanceof Expr.ParameterValue value) {
            Parameter parameter = value.parameter();
            return parameter.clock() != Clock.DECISION_DATE
                    || parameter.periods().stream().anyMatch(p -> p.value() instanceof Unknown);
        } else if (expr instanceof Expr.Exists exists && isGiven(exists.of())
                || expr instanceof Expr.Aggregate aggregate && isGiven(aggregate.of())) {
            return true;
        } else if (expr instanceof Expr.Arithmetic arithmetic
                && arithmetic.operator() == '/'
                && !(arithmetic.right() instanceof Expr.Constant)) {
            return true;
        }
        return Paths.parts(expr).stream().anyMatch(part -> canBeUnknown(part, rule, inside));
    }

    private boolean canBeUnknown(Fact fact, Rule rule, Set<String> inside) {
        String path = fact.path();
        if (!fact.derived()) {
            DecisionModel decision = ruleSet.decisions().get(rule.decision());
            boolean status = path.equals("group.status")
                    && decision != null
                    && decision.statuses().contains("UNKNOWN");
            return !status && !ALWAYS_KNOWN.contains(path) && !keys.contains(path);
        }
        if (inside.contains(path)) {
            return false;
        }
        Set<String> deeper = new HashSet<>(inside);
        deeper.add(path);
        return derived.getOrDefault(path, List.of()).stream().anyMatch(is -> canBeUnknown(is, rule, deeper));
    }

    /** Whether a list comes with the case, and so may be missing. */
    private static boolean isGiven(EntityType list) {
        return !list.name().equals(RollUpTypes.FINDING) && !list.name().equals(RollUpTypes.GROUP);
    }
}
