package org.hqccp.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;

/** What only shows when all files are seen together. */
final class RuleSetChecks {
    private final List<Problem> problems;

    private RuleSetChecks(List<Problem> problems) {
        this.problems = problems;
    }

    static void check(
            Map<String, DecisionModel> decisions,
            Map<String, Rule> rules,
            Map<String, Message> messages,
            Map<String, Map<String, DerivedFact>> derivedOf,
            FactsDictionary dictionary,
            List<Problem> problems) {
        RuleSetChecks checks = new RuleSetChecks(problems);
        for (Rule rule : rules.values()) {
            DecisionModel decision = decisions.get(rule.decision());
            if (decision != null) {
                checks.classes(rule, decision, derivedOf.getOrDefault(rule.decision(), Map.of()));
                checks.messageDate(rule, messages);
            }
        }
        for (DecisionModel decision : decisions.values()) {
            if (decision.types() != null
                    && rules.values().stream().anyMatch(r -> r.decision().equals(decision.name()))) {
                checks.concluded(decision, rules);
                checks.names(decision, messages);
                checks.shown(decision, derivedOf.getOrDefault(decision.name(), Map.of()));
            }
        }
    }

    /** A rule reads only the classes of facts its decision may read, but for the named exceptions. */
    private void classes(Rule rule, DecisionModel decision, Map<String, DerivedFact> derived) {
        Set<Fact> read = new HashSet<>(DerivedReader.reads(rule.test(), derived));
        read.addAll(DerivedReader.reads(rule.appliesTo(), derived));
        read.addAll(DerivedReader.reads(rule.developing(), derived));
        for (Fact fact : read) {
            FactClass factClass = fact.derived() ? FactClass.GREEN : fact.factClass();
            boolean excepted =
                    decision.mayRead().getOrDefault(fact.name(), Set.of()).contains(rule.id());
            if (!decision.reads().contains(factClass) && !excepted) {
                problems.add(new Problem(
                        rule.file(),
                        rule.line(),
                        0,
                        "CLASS",
                        rule.id() + " reads '" + fact.path() + "', which is " + factClass + "; rules of "
                                + rule.decision() + " may not read it",
                        "read a GREEN fact, or let policy staff name the exception in decision.yaml"));
            }
        }
    }

    /** What an answer shows, and what orders its options, is of the classes that its rules may read. */
    private void shown(DecisionModel decision, Map<String, DerivedFact> derived) {
        Set<String> names = new TreeSet<>(decision.values());
        decision.ties().forEach(tie -> names.add(tie.fact()));
        for (String name : names) {
            Fact own = decision.ownTypes().standing().fact(name);
            Fact fact = own == null ? decision.subject().fact(name) : own;
            if (fact != null && !decision.reads().contains(DerivedReader.classOf(fact, derived))) {
                problems.add(new Problem(
                        decision.file(),
                        0,
                        0,
                        "CLASS",
                        "'" + name + "' rests on facts that " + decision.name() + " may not read",
                        "take it out of values: and ties:"));
            }
        }
    }

    private void messageDate(Rule rule, Map<String, Message> messages) {
        Message message = messages.get(
                rule.conclusion().verb().word() + "/" + rule.conclusion().code());
        if (message == null || message.by() == null) {
            return;
        }
        for (EntityType at = rule.subject(); at != null; at = at.isExtension() ? at.parent() : null) {
            Fact fact = at.fact(message.by());
            if (fact != null && fact.type().isDate()) {
                return;
            }
        }
        problems.add(new Problem(
                "messages.csv",
                0,
                0,
                "FACT",
                "'" + message.by() + "' is no date of " + rule.subject().name() + ", about which " + rule.id()
                        + " concludes " + message.code(),
                null));
    }

    /** Every outcome, status and rank is concluded by some rule. */
    private void concluded(DecisionModel decision, Map<String, Rule> rules) {
        Map<Verb, Set<String>> wanted = Map.of(
                Verb.OUTCOME,
                decision.outcomes().keySet(),
                Verb.STATUS,
                statuses(decision),
                Verb.RANK,
                decision.ranks().keySet());
        wanted.forEach((verb, codes) -> codes.stream()
                .filter(code -> rules.values().stream()
                        .noneMatch(r -> r.decision().equals(decision.name())
                                && r.conclusion().verb() == verb
                                && code.equals(r.conclusion().code())))
                .forEach(code -> problems.add(new Problem(
                        decision.file(),
                        0,
                        0,
                        "ROLL_UP",
                        "no rule of " + decision.name() + " concludes the " + verb.word() + " " + code,
                        "add a roll-up rule, or delete it here"))));
    }

    /** UNKNOWN is what a group is while its rules are undecided: no rule needs to say so. */
    private static Set<String> statuses(DecisionModel decision) {
        Set<String> statuses = new HashSet<>(decision.statuses());
        statuses.remove("UNKNOWN");
        return statuses;
    }

    private void names(DecisionModel decision, Map<String, Message> messages) {
        String last = decision.lastOption();
        if (last != null && !messages.containsKey("action/" + last)) {
            problems.add(
                    new Problem(decision.file(), 0, 0, "CODE", "'" + last + "' is no action of messages.csv", null));
        }
        for (String value : decision.values()) {
            known(decision, value);
        }
        decision.ties().forEach(tie -> known(decision, tie.fact()));
    }

    private void known(DecisionModel decision, String fact) {
        if (decision.ownTypes().standing().fact(fact) == null
                && decision.subject().fact(fact) == null) {
            problems.add(new Problem(
                    decision.file(),
                    0,
                    0,
                    "FACT",
                    "'" + fact + "' is no fact of " + decision.subject().name(),
                    null));
        }
    }
}
