package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Parameter.Period;
import org.hqccp.rulelanguage.Rewriting;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.verification.Steps;
import org.jspecify.annotations.Nullable;

/** The mutants of one parameter: each value by one step, and each day on which a new value begins by one day. */
final class ParameterMutations {
    private final Parameter parameter;
    private final Made made;

    /** Gets each mutant. */
    interface Made {
        void mutant(String name, int line, String words, UnaryOperator<RuleSet> change);
    }

    private ParameterMutations(Parameter parameter, Made made) {
        this.parameter = parameter;
        this.made = made;
    }

    static void of(Parameter parameter, Made made) {
        ParameterMutations mutations = new ParameterMutations(parameter, made);
        for (int i = 0; i < parameter.periods().size(); i++) {
            mutations.values(i);
            if (i > 0) {
                mutations.begin(i);
            }
        }
    }

    private void values(int place) {
        Period period = parameter.periods().get(place);
        if (period.value() instanceof Set<?> set) {
            for (Object element : set) {
                Set<Object> rest = new TreeSet<>(set);
                rest.remove(element);
                value(place, "if " + parameter.name() + " did not hold " + Words.value(element), rest);
            }
            return;
        }
        for (boolean up : new boolean[] {true, false}) {
            Object to = Steps.next(period.value(), parameter.type(), up);
            if (to != null) {
                String words = "if " + parameter.name() + " were " + Words.value(to) + " instead of "
                        + Words.value(period.value());
                value(place, words, to);
            }
        }
    }

    private void value(int place, String words, Object to) {
        Period period = parameter.periods().get(place);
        String from = parameter.periods().size() == 1 ? "" : " from " + period.from();
        change(period, words + from, own -> {
            Period now = own.periods().get(place);
            // A case that gives the parameter another value is not about this one.
            return now.value().equals(period.value()) ? replaced(own, place, with(now, now.from(), now.to(), to)) : own;
        });
    }

    /** A new value begins a day earlier or later: the one before it ends with that. */
    private void begin(int place) {
        LocalDate from = parameter.periods().get(place).from();
        LocalDate earlier = Days.lastBefore(parameter.clock(), from);
        LocalDate later = Days.firstFrom(
                parameter.clock(), Days.firstFrom(parameter.clock(), from).plusDays(1));
        for (LocalDate to : List.of(earlier, later)) {
            Period period = parameter.periods().get(place);
            change(period, "if a new value of " + parameter.name() + " began on " + to + " instead of " + from, own -> {
                Period before = own.periods().get(place - 1);
                Period now = own.periods().get(place);
                Parameter ended =
                        replaced(own, place - 1, with(before, before.from(), to.minusDays(1), before.value()));
                return replaced(ended, place, with(now, to, now.to(), now.value()));
            });
        }
    }

    private static Period with(Period period, LocalDate from, @Nullable LocalDate to, Object value) {
        return new Period(from, to, value, period.sources(), period.line());
    }

    private static Parameter replaced(Parameter own, int place, Period period) {
        List<Period> periods = new ArrayList<>(own.periods());
        periods.set(place, period);
        return new Parameter(own.name(), own.type(), own.unit(), own.clock(), own.meaning(), periods);
    }

    private void change(Period period, String words, UnaryOperator<Parameter> change) {
        made.mutant(parameter.name(), period.line(), words, set -> in(set, change));
    }

    private RuleSet in(RuleSet set, UnaryOperator<Parameter> change) {
        Parameter own = set.parameters().get(parameter.name());
        Parameter changed = own == null ? null : change.apply(own);
        if (changed == null || changed == own) {
            return set;
        }
        UnaryOperator<Expr> put = part -> part instanceof Expr.ParameterValue value && value.parameter() == own
                ? new Expr.ParameterValue(changed)
                : part;
        Map<String, Rule> rules = new LinkedHashMap<>();
        set.rules().forEach((id, rule) -> rules.put(id, rewritten(rule, put)));
        List<DerivedFact> derived = set.derived().stream()
                .map(d -> {
                    Expr is = Rewriting.everywhere(d.is(), put);
                    return is == d.is() ? d : new DerivedFact(d.owner(), d.fact(), is);
                })
                .toList();
        Map<String, Parameter> parameters = new LinkedHashMap<>(set.parameters());
        parameters.put(parameter.name(), changed);
        return set.with(rules, derived, parameters);
    }

    private static Rule rewritten(Rule rule, UnaryOperator<Expr> put) {
        Expr appliesTo = rule.appliesTo() == null ? null : Rewriting.everywhere(rule.appliesTo(), put);
        Expr test = Rewriting.everywhere(rule.test(), put);
        Expr developing = rule.developing() == null ? null : Rewriting.everywhere(rule.developing(), put);
        return appliesTo == rule.appliesTo() && test == rule.test() && developing == rule.developing()
                ? rule
                : rule.with(appliesTo, test, developing);
    }
}
