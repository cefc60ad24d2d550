package org.hqccp.verification;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the conditions of some rules cut the values of each fact apart. Between two cuts the rules say the same of every value, so one
 * value of each part is enough. A fact that is reckoned with, or compared with another fact, has no such parts.
 */
final class Cuts {
    private final Map<Fact, DerivedFact> derived;
    private final Map<String, Cut> facts = new LinkedHashMap<>();
    private final Map<EntityType, ListCut> lists = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Set<String> unfolded = new LinkedHashSet<>();
    private boolean unknowable;

    /** One fact, with the values at which it is cut. */
    static final class Cut {
        final Fact fact;
        final Set<Object> values = new LinkedHashSet<>();
        boolean reckoned;

        Cut(Fact fact) {
            this.fact = fact;
        }
    }

    /** One list: how often it is looked through, and the numbers it is counted up to. */
    static final class ListCut {
        int looks;
        int counted;
        final Set<Object> counts = new LinkedHashSet<>();
    }

    /**
     * @param derived the derived facts, each by itself
     */
    Cuts(Map<Fact, DerivedFact> derived) {
        this.derived = derived;
    }

    /** The derived facts of a rule set, each by itself: facts of different decisions may have one name. */
    static Map<Fact, DerivedFact> derived(RuleSet ruleSet) {
        Map<Fact, DerivedFact> derived = new IdentityHashMap<>();
        ruleSet.derived().forEach(each -> derived.put(each.fact(), each));
        return derived;
    }

    Map<String, Cut> facts() {
        return facts;
    }

    Map<EntityType, ListCut> lists() {
        return lists;
    }

    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Whether a value is declared that can never be known. */
    boolean isUnknowable() {
        return unknowable;
    }

    void add(@Nullable Expr condition) {
        Paths.walk(condition, this::part);
    }

    private void part(Expr part) {
        if (part instanceof Expr.Comparison c) {
            compared(c.left(), c.right());
            compared(c.right(), c.left());
        } else if (part instanceof Expr.In in) {
            mix(in.element(), in.among().stream().map(Expr.Constant::value).toList(), false);
        } else if (part instanceof Expr.Contains c) {
            boolean plain = isFixed(c.element());
            mix(c.set(), values(c.element()), !plain);
            mix(c.element(), values(c.set()), !isFixed(c.set()));
        } else if (part instanceof Expr.Exists exists) {
            list(exists.of()).looks++;
        } else if (part instanceof Expr.Aggregate aggregate) {
            list(aggregate.of()).counted++;
        } else if (part instanceof Expr.FactValue value) {
            read(value.fact());
        } else if (part instanceof Expr.ParameterValue value) {
            parameters.put(value.parameter().name(), value.parameter());
        } else if (part instanceof Expr.Missing) {
            unknowable = true;
        }
    }

    private ListCut list(EntityType list) {
        return lists.computeIfAbsent(list, l -> new ListCut());
    }

    private @Nullable Cut read(Fact fact) {
        DerivedFact derived = derived(fact);
        if (derived == null || derived.owner().isExtension()) {
            return facts.computeIfAbsent(fact.path(), p -> new Cut(fact));
        }
        if (unfolded.add(fact.path())) {
            add(derived.is());
        }
        return null;
    }

    private @Nullable DerivedFact derived(Fact fact) {
        return derived.get(fact);
    }

    private void compared(Expr side, Expr with) {
        mix(side, values(with), !isFixed(with));
    }

    private static boolean isFixed(Expr expr) {
        return expr instanceof Expr.Constant || expr instanceof Expr.ParameterValue;
    }

    private static List<Object> values(Expr expr) {
        List<Object> values = new ArrayList<>();
        if (expr instanceof Expr.Constant constant) {
            values.add(constant.value());
        } else if (expr instanceof Expr.ParameterValue parameter) {
            for (Parameter.Period period : parameter.parameter().periods()) {
                if (period.value() instanceof Set<?> set) {
                    values.addAll(set);
                } else if (!(period.value() instanceof Unknown)) {
                    values.add(period.value());
                }
            }
        }
        return values;
    }

    /** A value meets others: it is cut there, or, where it is reckoned with, only known to matter about there. */
    private void mix(Expr expr, List<?> values, boolean reckoned) {
        if (expr instanceof Expr.FactValue value) {
            DerivedFact derived = derived(value.fact());
            Cut cut = read(value.fact());
            if (cut != null) {
                cut.values.addAll(values);
                cut.reckoned |= reckoned;
            } else if (derived != null) {
                mix(derived.is(), values, reckoned);
            }
        } else if (expr instanceof Expr.Aggregate aggregate) {
            list(aggregate.of()).counts.addAll(values);
            if (aggregate.value() != null) {
                mix(aggregate.value(), values, true);
            }
        } else if (expr instanceof Expr.Choice choice) {
            mix(choice.then(), values, reckoned);
            mix(choice.otherwise(), values, reckoned);
        } else if (expr instanceof Expr.Arithmetic || expr instanceof Expr.Call || expr instanceof Expr.SetSize) {
            Paths.parts(expr).forEach(part -> mix(part, values, true));
        }
    }
}
