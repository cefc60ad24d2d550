package org.hqccp.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decision.Status;
import org.hqccp.decision.UnknownParameter;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.NounPhrase;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Finds the facts that still matter where something is undecided: a false partner of an "and" or a true one of an "or" takes them away. */
public final class Missing {
    private final Compiler compiler;
    private final Derived derived;
    private final Clocks clocks;
    private final Map<EntityType, Map<Integer, Expr>> expressions;

    Missing(Compiler compiler, Derived derived, Clocks clocks, Map<EntityType, Map<Integer, Expr>> expressions) {
        this.compiler = compiler;
        this.derived = derived;
        this.clocks = clocks;
        this.expressions = expressions;
    }

    /**
     * A fact, or a whole list, that is not known and still matters.
     *
     * @param path where, for people: {@code program.partners[2].role}
     * @param pointer where in the case, as a JSON Pointer
     * @param label what it is, in plain words
     * @param ask how it may be asked for
     * @param reason why it is not known
     */
    public record MissingFact(String path, String pointer, String label, Ask ask, String reason) {}

    /**
     * What keeps something undecided.
     *
     * @param facts of the case
     * @param parameters of the rules, whose values are not told for the day that counts
     */
    public record Found(List<MissingFact> facts, List<UnknownParameter> parameters) {
        private static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** The facts of the case that keep a rule's result undecided. */
    public List<MissingFact> of(RuleResult result) {
        return found(result).facts();
    }

    /** What keeps a rule's result undecided, where the rule reads facts alone. */
    public Found found(RuleResult result) {
        return found(result, null);
    }

    /**
     * What keeps a rule's result undecided.
     *
     * @param standing what was found about its subject: behind a finding, a group or an outcome that is open stand facts of the case
     */
    public Found found(RuleResult result, @Nullable Standing standing) {
        if (result.status() != Status.UNKNOWN) {
            return Found.NOTHING;
        }
        Search search = new Search();
        if (standing != null && result.rule().stage() == Rule.Stage.AFTERWARDS) {
            search.results = byRule(standing.results());
            search.rankings.put("outcome", standing.outcome());
            search.rankings.putAll(standing.groups());
        }
        search.result(result);
        return new Found(List.copyOf(search.found.values()), List.copyOf(search.parameters.values()));
    }

    /** What keeps a ranking undecided. */
    public List<MissingFact> of(Ranking ranking, Entity subject, Map<String, RuleResult> results) {
        Search search = new Search();
        search.results = results;
        for (Rule rule : ranking.undecided()) {
            search.rule(rule, subject);
        }
        return List.copyOf(search.found.values());
    }

    private static Map<String, RuleResult> byRule(List<RuleResult> results) {
        Map<String, RuleResult> byRule = new HashMap<>();
        results.forEach(r -> byRule.put(r.rule().id(), r));
        return byRule;
    }

    private final class Search {
        /** What is undecided of the outcome, and of each group by its id. */
        private final Map<String, Ranking> rankings = new HashMap<>();

        private final Map<String, MissingFact> found = new LinkedHashMap<>();
        private final Map<String, UnknownParameter> parameters = new TreeMap<>();
        private Map<String, RuleResult> results = Map.of();

        void result(RuleResult result) {
            if (result.status() == Status.UNKNOWN) {
                rule(result.rule(), result.subject());
            }
        }

        void rule(Rule rule, Entity subject) {
            Expr appliesTo = rule.appliesTo();
            if (clocks.date(rule.clock(), subject, derived) == null) {
                Clocks.Reading reading = clocks.reading(rule.clock(), subject);
                if (reading != null) {
                    value(reading.entity(), reading.fact());
                }
            }
            if (appliesTo != null) {
                condition(appliesTo, subject, null);
            }
            condition(rule.test(), subject, null);
            Expr developing = rule.developing();
            if (developing != null && compiler.test(rule.test()).of(subject, null) == Truth.FALSE) {
                condition(developing, subject, null);
            }
        }

        void condition(Expr expr, Entity owner, @Nullable Entity element) {
            if (expr instanceof Expr.Constant || compiler.test(expr).of(owner, element) != Truth.UNKNOWN) {
                return;
            }
            if (expr instanceof Expr.And and) {
                and.parts().forEach(p -> condition(p, owner, element));
            } else if (expr instanceof Expr.Or or) {
                or.parts().forEach(p -> condition(p, owner, element));
            } else if (expr instanceof Expr.Not not) {
                condition(not.part(), owner, element);
            } else if (expr instanceof Expr.Comparison comparison) {
                value(comparison.left(), owner, element);
                value(comparison.right(), owner, element);
            } else if (expr instanceof Expr.In in) {
                value(in.element(), owner, element);
            } else if (expr instanceof Expr.Contains contains) {
                value(contains.set(), owner, element);
                value(contains.element(), owner, element);
            } else if (expr instanceof Expr.Exists exists) {
                listed(Compiler.reach(exists.holder(), owner, element), exists.of(), exists.where(), null, owner);
            } else {
                value(expr, owner, element);
            }
        }

        private void listed(Entity holder, EntityType list, @Nullable Expr where, @Nullable Expr value, Entity owner) {
            List<Entity> elements = holder.elements(list);
            if (elements == null) {
                Unknown unknown = holder.unknown(list);
                String path = holder.parent() == null ? list.jsonKey() : holder.path() + "." + list.jsonKey();
                add(new MissingFact(
                        path,
                        holder.pointer() + "/" + list.jsonKey(),
                        "list of " + new NounPhrase(list.label()).plural(),
                        listAsk(list),
                        unknown == null || unknown == Unknown.NOT_GIVEN ? "the list is not given" : unknown.reason()));
                return;
            }
            for (Entity each : elements) {
                if (where != null) {
                    condition(where, owner, each);
                }
                if (value != null && (where == null || compiler.test(where).of(owner, each) != Truth.FALSE)) {
                    value(value, owner, each);
                }
            }
        }

        void value(Expr expr, Entity owner, @Nullable Entity element) {
            if (expr instanceof Expr.Constant || !(compiler.term(expr).of(owner, element) instanceof Unknown)) {
                return;
            }
            if (expr instanceof Expr.FactValue value) {
                value(Compiler.reach(value.path(), owner, element), value.fact());
            } else if (expr instanceof Expr.ParameterValue value) {
                parameter(value.parameter(), owner);
            } else if (expr instanceof Expr.Arithmetic arithmetic) {
                value(arithmetic.left(), owner, element);
                value(arithmetic.right(), owner, element);
            } else if (expr instanceof Expr.Aggregate aggregate) {
                listed(
                        Compiler.reach(aggregate.holder(), owner, element),
                        aggregate.of(),
                        aggregate.where(),
                        aggregate.value(),
                        owner);
            } else if (expr instanceof Expr.SetSize size) {
                value(size.set(), owner, element);
            } else if (expr instanceof Expr.Choice choice) {
                condition(choice.condition(), owner, element);
                Truth truth = compiler.test(choice.condition()).of(owner, element);
                if (truth != Truth.FALSE) {
                    value(choice.then(), owner, element);
                }
                if (truth != Truth.TRUE) {
                    value(choice.otherwise(), owner, element);
                }
            } else if (expr instanceof Expr.Call call) {
                call.arguments().forEach(a -> value(a, owner, element));
            } else if (!(expr instanceof Expr.Missing)) {
                condition(expr, owner, element);
            }
        }

        /** The date that picks its value is missing, or that date is known and the rules do not tell the value. */
        private void parameter(Parameter parameter, Entity owner) {
            Clocks.Reading reading = clocks.reading(parameter.clock(), owner);
            LocalDate date = clocks.date(parameter.clock(), owner, derived);
            if (date == null && reading != null) {
                value(reading.entity(), reading.fact());
            } else if (date != null) {
                String reason = "the rules do not tell its value on " + date;
                parameters.putIfAbsent(
                        parameter.name(), new UnknownParameter(parameter.name(), parameter.meaning(), reason));
            }
        }

        private void value(Entity entity, Fact fact) {
            Object value = derived.value(entity, fact.slot());
            if (!(value instanceof Unknown unknown)) {
                return;
            }
            RuleResult result = results.get(entity.id());
            if (entity.type().name().equals("finding") && result != null) {
                result(result);
                return;
            }
            Ranking ranking = rankings.get(entity.type().name().equals(RollUpTypes.GROUP) ? entity.id() : fact.name());
            boolean decided = fact.name().equals("status") || fact.name().equals("outcome");
            if (ranking != null && decided && !fact.derived()) {
                ranking.undecided().forEach(rule -> rule(rule, entity));
                return;
            }
            Expr expression = fact.derived()
                    ? expressions.getOrDefault(entity.type(), Map.of()).get(fact.slot())
                    : null;
            int before = found.size();
            if (expression != null) {
                value(expression, entity, null);
            }
            if (expression == null
                    || found.size() == before
                            && !found.containsKey(entity.path() + "." + fact.name())
                            && endsInMissing(expression, entity)) {
                String path = entity.parent() == null ? fact.name() : entity.path() + "." + fact.name();
                add(new MissingFact(
                        path, entity.pointer() + "/" + fact.name(), fact.label(), fact.ask(), unknown.reason()));
            }
        }

        /** Whether a derived fact is unknown by its own declaration, not because something it reads is. */
        private boolean endsInMissing(Expr expression, Entity owner) {
            return expression instanceof Expr.Missing
                    || (expression instanceof Expr.Choice choice
                            && endsInMissing(
                                    compiler.test(choice.condition()).of(owner, null) == Truth.TRUE
                                            ? choice.then()
                                            : choice.otherwise(),
                                    owner));
        }

        private Ask listAsk(EntityType list) {
            for (Fact fact : list.facts()) {
                if (fact.ask().mode() != Ask.Mode.NEVER) {
                    return fact.ask().mode() == Ask.Mode.ROLE
                            ? new Ask(
                                    Ask.Mode.ROLE,
                                    fact.ask().role(),
                                    "Please send the list of " + new NounPhrase(list.label()).plural()
                                            + ", even if it is empty.")
                            : fact.ask();
                }
            }
            return Ask.NEVER;
        }

        private void add(MissingFact fact) {
            found.putIfAbsent(fact.path(), fact);
        }
    }
}
