package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two rule sets. */
public final class RuleSets {
    private final RuleSet before;
    private final RuleSet after;
    private final Map<String, Reads> readsBefore = new HashMap<>();
    private final Map<String, Reads> readsAfter = new HashMap<>();

    private RuleSets(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    /** What differs, with the way each changed rule moves. */
    public static RuleSetChange compare(RuleSet before, RuleSet after) {
        return new RuleSets(before, after).change();
    }

    private RuleSetChange change() {
        Set<String> ids = new TreeSet<>(before.rules().keySet());
        ids.addAll(after.rules().keySet());
        List<RuleChange> rules = new ArrayList<>();
        for (String id : ids) {
            RuleChange change = rule(id);
            if (change != null) {
                rules.add(change);
            }
        }
        return new RuleSetChange(
                before.version(),
                after.version(),
                rules,
                new OtherDifferences(before, after).all(),
                decisionsThatDiffer(rules));
    }

    /** A decision made of others only puts answers together: it differs where they do. One that shares a rule differs with it. */
    private Set<String> decisionsThatDiffer(List<RuleChange> rules) {
        Set<String> differ = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        rules.stream().filter(RuleChange::decides).map(RuleChange::id).forEach(changed::add);
        after.decisions().forEach((name, young) -> {
            DecisionModel old = before.decisions().get(name);
            if (old != null
                    && young.includes().isEmpty()
                    && old.includes().isEmpty()
                    && (!shape(old).equals(shape(young))
                            || young.shares().stream().anyMatch(changed::contains))) {
                differ.add(name);
            }
        });
        return differ;
    }

    private static List<Object> shape(DecisionModel decision) {
        return List.of(
                decision.groups().stream()
                        .map(g -> List.of(g.id(), g.principle()))
                        .toList(),
                decision.statuses(),
                List.copyOf(decision.outcomes().keySet()),
                String.valueOf(decision.several()),
                decision.subject().name(),
                decision.shares());
    }

    private @Nullable RuleChange rule(String id) {
        Rule old = before.rules().get(id);
        Rule young = after.rules().get(id);
        if (old == null) {
            Rule added = Objects.requireNonNull(young);
            return new RuleChange(
                    id,
                    added.statement(),
                    added.decision(),
                    RuleChange.How.ADDED,
                    null,
                    RuleEnglish.of(added, after),
                    List.of("It begins on " + added.from() + "."),
                    List.of(),
                    effect(null, added));
        } else if (young == null) {
            return new RuleChange(
                    id,
                    old.statement(),
                    old.decision(),
                    RuleChange.How.REMOVED,
                    RuleEnglish.of(old, before),
                    null,
                    List.of("A rule that was in force should get a last day instead of being deleted."),
                    List.of(),
                    effect(old, null));
        }
        return changed(old, young);
    }

    private @Nullable RuleChange changed(Rule old, Rule young) {
        String oldEnglish = RuleEnglish.of(old, before);
        String newEnglish = RuleEnglish.of(young, after);
        List<String> through = through(old, young);
        boolean own =
                !Meaning.of(old).equals(Meaning.of(young)) || !old.decision().equals(young.decision());
        List<String> edits = new ArrayList<>();
        add(edits, "The rule: ", TextDifference.of(oldEnglish, newEnglish));
        add(
                edits,
                "Its first day: ",
                TextDifference.of(old.from().toString(), young.from().toString()));
        add(edits, "Its last day: ", TextDifference.of(day(old), day(young)));
        add(
                edits,
                "Its clock: ",
                TextDifference.of(old.clock().word(), young.clock().word()));
        add(edits, "Its decision: ", TextDifference.of(old.decision(), young.decision()));
        add(edits, "Its group: ", TextDifference.of(old.group(), young.group()));
        add(edits, "Its statement: ", TextDifference.of(old.statement(), young.statement()));
        add(edits, "Its advice: ", TextDifference.of(or(old.advice()), or(young.advice())));
        through.forEach(t -> edits.add("It reads " + t + ", which differs."));
        List<String> citations = citations(old, young);
        if (own && edits.isEmpty()) {
            edits.add("Its condition is written otherwise.");
        }
        if (edits.isEmpty() && citations.isEmpty()) {
            return null;
        }
        boolean decides = own || !through.isEmpty();
        return new RuleChange(
                young.id(),
                young.statement(),
                young.decision(),
                own ? RuleChange.How.CHANGED : through.isEmpty() ? RuleChange.How.WORDED : RuleChange.How.THROUGH,
                oldEnglish,
                newEnglish,
                edits,
                citations,
                decides ? effect(old, young) : null);
    }

    private @Nullable Effect effect(@Nullable Rule old, @Nullable Rule young) {
        return Directions.judge(
                old, before, old == null ? null : reads(old), young, after, young == null ? null : reads(young));
    }

    private Reads reads(Rule rule) {
        boolean old = before.rules().get(rule.id()) == rule;
        RuleSet ruleSet = old ? before : after;
        DecisionModel decision = Objects.requireNonNull(ruleSet.decisions().get(rule.decision()));
        return (old ? readsBefore : readsAfter).computeIfAbsent(rule.decision(), name -> new Reads(ruleSet, decision));
    }

    /** What both read under one name and which is not the same. */
    private List<String> through(Rule old, Rule young) {
        SortedMap<String, String> then = reads(old).meanings(old);
        List<String> differ = new ArrayList<>();
        reads(young).meanings(young).forEach((name, meaning) -> {
            if (then.containsKey(name) && !meaning.equals(then.get(name))) {
                differ.add("the " + name);
            }
        });
        return differ;
    }

    private static List<String> citations(Rule old, Rule young) {
        List<String> differ = new ArrayList<>();
        List<String> gone = new ArrayList<>(old.sources());
        gone.removeAll(young.sources());
        List<String> added = new ArrayList<>(young.sources());
        added.removeAll(old.sources());
        if (!added.isEmpty()) {
            differ.add("now rests on " + String.join(", ", added));
        }
        if (!gone.isEmpty()) {
            differ.add("no longer rests on " + String.join(", ", gone));
        }
        return differ;
    }

    private static void add(List<String> edits, String what, String difference) {
        if (!difference.isEmpty()) {
            edits.add(what + difference + ".");
        }
    }

    private static String day(Rule rule) {
        return rule.to() == null ? "none" : rule.to().toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
