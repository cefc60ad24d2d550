package org.hqccp.authoring;

import java.util.List;
import java.util.Locale;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.RuleReader;
import org.hqccp.ruleset.RuleSet;

/** Names that somebody typed, held to the rules there are. */
final class NewNames {
    private static final int WORDS_OF_A_FILE_NAME = 5;

    private NewNames() {}

    /** An id that was never used. */
    static String id(String id, RuleSet ruleSet) throws NotPossible {
        if (!RuleReader.ID.matcher(id).matches()) {
            throw new NotPossible("'" + id + "' is no id of a rule", "write it as EA-30");
        }
        if (ruleSet.retired().containsKey(id)) {
            throw new NotPossible("the id " + id + " is that of a retired rule", "an id is never used again");
        }
        if (ruleSet.rules().containsKey(id)
                || ruleSet.statements().containsKey(id)
                || ruleSet.supports().containsKey(id)) {
            throw new NotPossible("the id " + id + " is already used", "see hqccp rules " + id);
        }
        return id;
    }

    /** What is true when the rule is met; it must fit into the rule's name. */
    static String statement(String statement) throws NotPossible {
        if (!statement.strip().matches("[^\"\\\\;@\\p{Cntrl}]{8,200}")) {
            throw new NotPossible(
                    "the statement is one plain sentence of 8 to 200 letters without quotes",
                    "write what is true when the rule is met");
        }
        return statement.strip().replaceAll("[.]$", "");
    }

    static DecisionModel decision(String place, RuleSet ruleSet) throws NotPossible {
        String[] parts = place.replaceAll("^rules/|/$", "").split("/");
        DecisionModel decision = ruleSet.decisions().get(parts[0]);
        if (decision == null || decision.types() == null) {
            throw new NotPossible(
                    "'" + parts[0] + "' is no decision with rules of its own",
                    Suggestion.didYouMean(parts[0], ruleSet.decisions().keySet()));
        }
        List<String> groups =
                decision.groups().stream().map(DecisionModel.Group::id).toList();
        if (parts.length != 2 || !groups.contains(parts[1])) {
            throw new NotPossible(
                    "a rule stands in DECISION/GROUP",
                    "the groups of " + decision.name() + " are " + String.join(", ", groups));
        }
        return decision;
    }

    static String group(String place) {
        return place.replaceAll("/$", "").replaceFirst(".*/", "");
    }

    /** A fact that a case gives about what the decision is about. */
    static Fact fact(String path, DecisionModel decision, FactsDictionary dictionary) throws NotPossible {
        String[] parts = path.split("[.]", 2);
        EntityType type = dictionary.type(parts[0]);
        Fact fact = type == null || parts.length < 2 ? null : type.fact(parts[1]);
        if (type == null || fact == null) {
            throw new NotPossible(
                    "'" + path + "' is no fact",
                    Suggestion.didYouMean(
                            path,
                            dictionary.types().stream()
                                    .flatMap(t -> t.facts().stream())
                                    .map(Fact::path)
                                    .toList()));
        }
        if (type != decision.subject() || fact.derived()) {
            throw new NotPossible(
                    path + " is not something a case gives about one "
                            + decision.subject().label(),
                    "name such a fact, and see rules that are there for how to read others");
        }
        return fact;
    }

    /** A few words of a sentence, as a file is named. */
    static String fileName(String sentence) {
        String[] words = sentence.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .split(" ");
        return String.join("-", List.of(words).subList(0, Math.min(WORDS_OF_A_FILE_NAME, words.length)));
    }
}
