package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Plural;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Source;
import org.jspecify.annotations.Nullable;

/** Finds what differs beside the rules: parameters, sources, facts, decisions and words. */
final class OtherDifferences {
    private final RuleSet before;
    private final RuleSet after;
    private final List<Difference> found = new ArrayList<>();

    OtherDifferences(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> all() {
        parameters();
        each("source", before.sources(), after.sources(), OtherDifferences::source);
        facts();
        each("decision", before.decisions(), after.decisions(), OtherDifferences::decision);
        each("message", before.messages(), after.messages(), OtherDifferences::text);
        each("support", before.supports(), after.supports(), OtherDifferences::text);
        each("statement", before.statements(), after.statements(), OtherDifferences::text);
        each("override reason", before.overrideReasons(), after.overrideReasons(), OtherDifferences::text);
        new CrosswalkDifferences(found::add).find(before, after);
        return List.copyOf(found);
    }

    private <T> void each(
            String kind, Map<String, T> old, Map<String, T> young, BiFunction<T, T, List<String>> differences) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        for (String name : names) {
            T then = old.get(name);
            T now = young.get(name);
            if (then == null) {
                found.add(new Difference(kind, name, "is new."));
            } else if (now == null) {
                found.add(new Difference(kind, name, "is gone."));
            } else {
                differences.apply(then, now).forEach(says -> found.add(new Difference(kind, name, says)));
            }
        }
    }

    private void parameters() {
        TreeSet<String> names = new TreeSet<>(before.parameters().keySet());
        names.addAll(after.parameters().keySet());
        for (String name : names) {
            Parameter old = before.parameters().get(name);
            Parameter young = after.parameters().get(name);
            if (old == null || young == null) {
                Parameter there = old == null ? young : old;
                found.add(new Difference(
                        "parameter", name, (old == null ? "is new: " : "is gone: ") + values(there) + "."));
                continue;
            }
            if (!Meaning.of(old).equals(Meaning.of(young))) {
                found.add(new Difference("parameter", name, "was " + values(old) + "; is now " + values(young) + "."));
            }
            if (!citations(old).equals(citations(young))) {
                found.add(new Difference(
                        "parameter", name, "rested on " + citations(old) + "; now rests on " + citations(young) + "."));
            }
            if (!old.meaning().equals(young.meaning())) {
                found.add(new Difference(
                        "parameter", name, "its meaning: " + TextDifference.of(old.meaning(), young.meaning()) + "."));
            }
        }
    }

    private static String values(@Nullable Parameter parameter) {
        List<String> values = new ArrayList<>();
        if (parameter != null) {
            for (Parameter.Period period : parameter.periods()) {
                String value = Meaning.value(period.value());
                boolean bare = parameter.unit().matches("set|date|month-day|time|code");
                values.add(value + (bare ? "" : " " + Plural.unit(value, parameter.unit())) + " from " + period.from()
                        + (period.to() == null ? " on" : " to " + period.to()));
            }
        }
        return String.join(", ", values);
    }

    private static List<String> citations(Parameter parameter) {
        return parameter.periods().stream()
                .flatMap(p -> p.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> source(Source old, Source young) {
        List<String> says = new ArrayList<>();
        if (!old.mark().equals(young.mark())) {
            says.add("its mark " + old.mark() + " becomes " + young.mark() + ".");
        }
        if (!old.where().equals(young.where()) || !old.read().equals(young.read())) {
            says.add("where it is found or how much was read differs.");
        }
        return says;
    }

    private void facts() {
        each("fact", facts(before), facts(after), OtherDifferences::fact);
    }

    /** A fact with how it is worked out, if it is. */
    private record Known(Fact fact, String is) {}

    private static Map<String, Known> facts(RuleSet ruleSet) {
        Map<String, String> derived = new HashMap<>();
        FactsDictionary dictionary = ruleSet.dictionary();
        Map<String, Known> facts = new TreeMap<>();
        for (DerivedFact fact : ruleSet.derived()) {
            boolean general = dictionary.type(fact.owner().name()) == fact.owner();
            String name = general
                    ? fact.fact().path()
                    : decisionOf(fact, ruleSet) + ": " + fact.fact().path();
            derived.put(name, Meaning.of(fact.is()));
            facts.put(name, new Known(fact.fact(), Meaning.of(fact.is())));
        }
        for (EntityType type : dictionary.types()) {
            type.facts().forEach(f -> facts.put(f.path(), new Known(f, derived.getOrDefault(f.path(), ""))));
        }
        return facts;
    }

    private static String decisionOf(DerivedFact fact, RuleSet ruleSet) {
        return ruleSet.decisions().values().stream()
                .filter(d -> d.includes().isEmpty() && d.ownTypes().isRollUp(fact.owner()))
                .map(DecisionModel::name)
                .findFirst()
                .orElse("");
    }

    private static List<String> fact(Known old, Known young) {
        List<String> says = new ArrayList<>();
        Fact then = old.fact();
        Fact now = young.fact();
        if (!old.is().equals(young.is())) {
            says.add("is worked out otherwise.");
        }
        differ(says, "its label", then, now, Fact::label);
        differ(says, "its type", then, now, f -> f.type().word());
        differ(says, "its values", then, now, f -> String.join(", ", f.values().keySet()));
        differ(says, "its least value", then, now, f -> String.valueOf(f.min()));
        differ(says, "its greatest value", then, now, f -> String.valueOf(f.max()));
        differ(says, "its class", then, now, f -> f.factClass().name());
        differ(
                says,
                "who is asked",
                then,
                now,
                f -> f.ask().mode() + " " + f.ask().role());
        differ(says, "its question", then, now, f -> String.valueOf(f.ask().question()));
        differ(says, "who can change it", then, now, f -> f.changer().name());
        return says;
    }

    private static void differ(List<String> says, String what, Fact old, Fact young, Function<Fact, String> part) {
        String difference = TextDifference.of(part.apply(old), part.apply(young));
        if (!difference.isEmpty()) {
            says.add(what + ": " + difference + ".");
        }
    }

    private static List<String> decision(DecisionModel old, DecisionModel young) {
        List<String> says = new ArrayList<>();
        part(says, "its question", old, young, DecisionModel::title);
        part(
                says,
                "its groups",
                old,
                young,
                d -> d.groups().stream()
                        .map(g -> g.id() + (g.principle() ? " (principle)" : ""))
                        .toList()
                        .toString());
        part(
                says,
                "the titles of its groups",
                old,
                young,
                d -> d.groups().stream()
                        .map(DecisionModel.Group::title)
                        .toList()
                        .toString());
        part(says, "the order of statuses", old, young, d -> d.statuses().toString());
        part(
                says,
                "the order of outcomes",
                old,
                young,
                d -> d.outcomes().keySet().toString());
        part(
                says,
                "the words of outcomes",
                old,
                young,
                d -> d.outcomes().values().toString());
        part(says, "the outcome of several", old, young, d -> String.valueOf(d.several()));
        part(says, "the values it shows", old, young, d -> d.values().toString());
        part(says, "the order of options", old, young, d -> d.ranks() + " " + d.ties() + " " + d.lastOption());
        part(
                says,
                "what its rules may read",
                old,
                young,
                d -> new TreeSet<>(d.reads()) + " " + new TreeMap<>(d.mayRead()));
        part(says, "the rules of others it shares", old, young, d -> d.shares().toString());
        part(says, "the decisions it is made of", old, young, d -> d.includes() + " " + new TreeMap<>(d.needs()));
        return says;
    }

    private static void part(
            List<String> says,
            String what,
            DecisionModel old,
            DecisionModel young,
            Function<DecisionModel, String> part) {
        String difference = TextDifference.of(part.apply(old), part.apply(young));
        if (!difference.isEmpty()) {
            says.add(what + ": " + difference + ".");
        }
    }

    private static List<String> text(Object old, Object young) {
        return old.equals(young)
                ? List.of()
                : List.of("its words differ: " + TextDifference.of(words(old), words(young)) + ".");
    }

    /** The values of a row without the names of its columns. */
    private static String words(Object row) {
        return row.toString().replaceFirst("^\\w+\\[", "").replaceAll("]$", "").replaceAll("(^|, )(\\w+)=", "$1$2: ");
    }
}
