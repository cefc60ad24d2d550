package org.hqccp.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What only shows when all files are seen together.
 *
 * @param rules the rules by id
 * @param tables the tables the messages stand in
 * @param files each decision's {@code decision.yaml}, for places in it
 * @param derivedOf the derived facts each decision may read
 * @param problems gets what is wrong
 */
record RuleSetChecks(
        Map<String, Rule> rules,
        Tables tables,
        Map<String, Fields> files,
        Map<String, Map<String, DerivedFact>> derivedOf,
        List<Problem> problems) {

    void check(Map<String, DecisionModel> decisions, Map<String, Message> messages) {
        for (Rule rule : rules.values()) {
            DecisionModel decision = decisions.get(rule.decision());
            if (decision != null) {
                classes(rule, decision, derivedOf.getOrDefault(rule.decision(), Map.of()));
                messageDate(rule, messages);
            }
        }
        files.forEach((name, file) -> {
            DecisionModel decision = decisions.get(name);
            if (decision != null
                    && decision.types() != null
                    && rules.values().stream().anyMatch(r -> r.decision().equals(name))) {
                concluded(decision, file);
                names(decision, file, messages);
                shown(decision, file, derivedOf.getOrDefault(name, Map.of()));
                decision.shares().forEach(id -> shared(id, decision, file));
                decision.mayRead().forEach((fact, readers) -> excepted(fact, readers, decision, file));
            }
        });
    }

    /** A rule can be shared when it says the same wherever it is asked: it reads the case alone, about the same kind of subject. */
    private void shared(String id, DecisionModel decision, Fields file) {
        Rule rule = rules.get(id);
        if (rule == null) {
            unshared(file, id, "'" + id + "' is no rule of this folder", Suggestion.didYouMean(id, rules.keySet()));
        } else if (rule.decision().equals(decision.name())) {
            unshared(file, id, id + " is a rule of " + decision.name() + " already", "take it out of shares:");
        } else if (rule.subject() != decision.subject() || rule.stage() != Rule.Stage.FINDINGS) {
            String subject = decision.subject().label();
            String why = id + " cannot be shared: it is not about one " + subject + " and what the case says of it";
            unshared(file, id, why, "share only criteria, gates, weights and conclusions about one " + subject);
        } else if (decision.group(rule.group()) == null) {
            unshared(
                    file,
                    id,
                    id + " stands in the group '" + rule.group() + "', which " + decision.name() + " does not have",
                    "add the group to groups:");
        } else if (!forbidden(rule, decision, derivedOf.getOrDefault(rule.decision(), Map.of()))
                .isEmpty()) {
            unshared(
                    file,
                    id,
                    id + " reads facts that " + decision.name() + " may not read",
                    "take it out of shares:, or let policy staff name the exception under may-read:");
        }
    }

    /** An exception names a fact that is stricter than the rest, and rules that the decision has: a slip in either would hide what it lets in. */
    private void excepted(String name, Set<String> readers, DecisionModel decision, Fields file) {
        Node at = file.node("may-read");
        Node fact = at == null ? null : at.at("/AMBER/" + name);
        Set<String> stricter = new TreeSet<>();
        EntityType root = decision.subject().parent();
        if (root != null) {
            stricterThanGreen(root, stricter);
        }
        if (!stricter.contains(name)) {
            file.problem(fact, "FACT", "'" + name + "' is no AMBER fact", Suggestion.didYouMean(name, stricter));
        }
        for (String id : readers) {
            Rule rule = rules.get(id);
            if (rule == null
                    || !rule.decision().equals(decision.name())
                            && !decision.shares().contains(id)) {
                file.problem(
                        fact,
                        "RULE",
                        "'" + id + "' is no rule of " + decision.name(),
                        Suggestion.didYouMean(id, ids(decision)));
            }
        }
    }

    /** Derived facts may be named as well: they are as strict as what they read. */
    private static void stricterThanGreen(EntityType type, Set<String> names) {
        type.facts().stream()
                .filter(f -> f.derived() || f.factClass() == FactClass.AMBER)
                .map(Fact::name)
                .forEach(names::add);
        type.children().forEach(child -> stricterThanGreen(child, names));
    }

    private List<String> ids(DecisionModel decision) {
        return rules.values().stream()
                .filter(rule -> rule.decision().equals(decision.name()))
                .map(Rule::id)
                .toList();
    }

    private static void unshared(Fields file, String id, String message, @Nullable String advice) {
        file.problem(file.place("shares", id), "SHARES", message, advice);
    }

    /** A rule reads only the classes of facts its decision may read, but for the named exceptions. */
    private void classes(Rule rule, DecisionModel decision, Map<String, DerivedFact> derived) {
        for (Fact fact : forbidden(rule, decision, derived)) {
            problems.add(rule.problem(
                    fact.name(),
                    "CLASS",
                    rule.id() + " reads '" + fact.path() + "', which is " + factClass(fact) + "; rules of "
                            + rule.decision() + " may not read it",
                    "read a GREEN fact, or let policy staff name the exception in decision.yaml"));
        }
    }

    private static Set<Fact> forbidden(Rule rule, DecisionModel decision, Map<String, DerivedFact> derived) {
        Set<Fact> read = new HashSet<>(DerivedReader.reads(rule.test(), derived));
        read.addAll(DerivedReader.reads(rule.appliesTo(), derived));
        read.addAll(DerivedReader.reads(rule.developing(), derived));
        read.removeIf(fact -> decision.reads().contains(factClass(fact))
                || decision.mayRead().getOrDefault(fact.name(), Set.of()).contains(rule.id()));
        return read;
    }

    private static FactClass factClass(Fact fact) {
        return fact.derived() ? FactClass.GREEN : fact.factClass();
    }

    /** What an answer shows, and what orders its options, is of the classes that its rules may read. */
    private void shown(DecisionModel decision, Fields file, Map<String, DerivedFact> derived) {
        Set<String> names = new TreeSet<>(decision.values());
        decision.ties().forEach(tie -> names.add(tie.fact()));
        for (String name : names) {
            Fact fact = decision.shown(name);
            if (fact != null && !decision.reads().contains(DerivedReader.classOf(fact, derived))) {
                file.problem(
                        shownAt(file, decision, name),
                        "CLASS",
                        "'" + name + "' rests on facts that " + decision.name() + " may not read",
                        "take it out of values: and ties:");
            }
        }
    }

    private void messageDate(Rule rule, Map<String, Message> messages) {
        Message message = messages.get(
                rule.conclusion().verb().word() + "/" + rule.conclusion().code());
        if (message == null || message.by() == null) {
            return;
        }
        Set<String> dates = new TreeSet<>();
        for (EntityType at = rule.subject(); at != null; at = at.isExtension() ? at.parent() : null) {
            at.facts().stream().filter(f -> f.type().isDate()).map(Fact::name).forEach(dates::add);
        }
        if (dates.contains(message.by())) {
            return;
        }
        problems.add(tables.messageRow(message)
                .problem(
                        "by",
                        "FACT",
                        "'" + message.by() + "' is no date of " + rule.subject().name() + ", about which " + rule.id()
                                + " concludes " + message.code(),
                        Suggestion.didYouMean(message.by(), dates)));
    }

    /** Where {@code decision.yaml} lists what roll-up rules conclude. */
    private static final Map<Verb, String> LISTED =
            Map.of(Verb.OUTCOME, "outcomes", Verb.STATUS, "statuses", Verb.RANK, "ranks");

    /** Every outcome, status and rank is concluded by some rule. */
    private void concluded(DecisionModel decision, Fields file) {
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
                .forEach(code -> file.problem(
                        file.place(LISTED.getOrDefault(verb, ""), code),
                        "ROLL_UP",
                        "no rule of " + decision.name() + " concludes the " + verb.word() + " " + code,
                        "add a roll-up rule, or delete it here")));
    }

    /** UNKNOWN is what a group is while its rules are undecided: no rule needs to say so. */
    private static Set<String> statuses(DecisionModel decision) {
        Set<String> statuses = new HashSet<>(decision.statuses());
        statuses.remove("UNKNOWN");
        return statuses;
    }

    private static void names(DecisionModel decision, Fields file, Map<String, Message> messages) {
        String last = decision.lastOption();
        if (last != null && !messages.containsKey("action/" + last)) {
            List<String> actions = messages.values().stream()
                    .filter(m -> m.verb().equals("action"))
                    .map(Message::code)
                    .toList();
            file.problem(
                    file.node("last-option"),
                    "CODE",
                    "'" + last + "' is no action of messages.csv",
                    Suggestion.didYouMean(last, actions));
        }
        decision.values().stream()
                .filter(value -> decision.shown(value) == null)
                .forEach(value -> known(decision, file, value));
        decision.ties().forEach(tie -> known(decision, file, tie.fact()));
    }

    private static void known(DecisionModel decision, Fields file, String fact) {
        EntityType standing = decision.ownTypes().standing();
        if (standing.fact(fact) == null && decision.subject().fact(fact) == null) {
            Set<String> names = new TreeSet<>();
            standing.facts().forEach(f -> names.add(f.name()));
            decision.subject().facts().forEach(f -> names.add(f.name()));
            file.problem(
                    shownAt(file, decision, fact),
                    "FACT",
                    "'" + fact + "' is no fact of " + decision.subject().name(),
                    Suggestion.didYouMean(fact, names));
        }
    }

    private static @Nullable Node shownAt(Fields file, DecisionModel decision, String fact) {
        return file.place(decision.values().contains(fact) ? "values" : "ties", fact);
    }
}
