package org.hqccp.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;

/** A decision.yaml. */
final class DecisionFileSchema {
    private static final String FOLDER = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    private DecisionFileSchema() {}

    static Node of(RuleSet ruleSet) {
        EntityType root = ruleSet.dictionary().root();
        List<String> subjects = ruleSet.dictionary().types().stream()
                .filter(type -> type.parent() == root)
                .map(EntityType::name)
                .toList();
        Map<String, Object> name = Map.of("type", "string", "pattern", FOLDER);
        Map<String, Object> group = Shapes.object(
                List.of("id", "title"),
                "id",
                Shapes.said(name, "The name of its folder."),
                "title",
                Shapes.text("Its name in plain words."),
                "principle",
                Shapes.flag("Whether it is a guiding principle."));
        Map<String, Object> tie = Shapes.object(
                List.of("fact", "first"),
                "fact",
                Shapes.text("A fact of the subject."),
                "first",
                Shapes.said(Map.of("enum", List.of(true, "yes", "low", "high")), "Which value comes first."));
        Map<String, Object> own = Shapes.object(
                List.of("label", "type", "is"),
                "label",
                Shapes.text("What it is, in plain words."),
                "type",
                Shapes.oneOf(FactsFileSchema.types(), "What kind of value it gives."),
                "values",
                Shapes.words("Its codes with their words."),
                "ordered",
                Shapes.flag("Whether the codes stand in order."),
                "unit",
                Shapes.text("Its unit."),
                "is",
                Shapes.text("The expression that gives it."));
        Map<String, Object> decision = new LinkedHashMap<>(Shapes.object(
                List.of("decision", "title"),
                "decision",
                Shapes.said(name, "The name of its folder."),
                "title",
                Shapes.text("The question it answers."),
                "subject",
                Shapes.oneOf(subjects, "What it is about."),
                "reads",
                Shapes.list(Shapes.oneOf(List.of("GREEN", "AMBER"), "Classes of facts its rules may read.")),
                "may-read",
                Shapes.object(
                        List.of(),
                        "AMBER",
                        Shapes.said(
                                Shapes.named(FactsFileSchema.NAME, Shapes.list(Shapes.text("A rule."))),
                                "Facts of a stricter class, each with the rules that may read it.")),
                "groups",
                Shapes.said(Shapes.list(group), "Its groups of rules, in the order of answers."),
                "facts",
                Shapes.named(FactsFileSchema.NAME, Shapes.named(FactsFileSchema.NAME, own)),
                "statuses",
                Shapes.said(Shapes.list(Shapes.text("A status.")), "Of a group: the first that applies."),
                "outcomes",
                Shapes.words("Each outcome with its words; the one that goes first first."),
                "several",
                Shapes.text("The outcome of the whole where there are several subjects."),
                "values",
                Shapes.list(Shapes.text("A fact of the subject that answers show.")),
                "ranks",
                Shapes.words("Places among options, best first, with their words."),
                "ties",
                Shapes.said(Shapes.list(tie), "What orders options of one rank."),
                "last-option",
                Shapes.text("The action that closes every list of options."),
                "shares",
                Shapes.list(Shapes.oneOf(ruleSet.rules().keySet(), "A rule of another decision that counts here too.")),
                "includes",
                Shapes.said(
                        Shapes.list(Shapes.oneOf(ruleSet.decisions().keySet(), "A decision.")),
                        "Of a decision that has no rules of its own: the decisions it is made of."),
                "needs",
                Shapes.words(
                        "What a part is about, by part: while a case does not tell it, the part asks for it alone.")));
        decision.put(
                "anyOf",
                List.of(Map.of("required", List.of("includes")), Map.of("required", List.of("subject", "outcomes"))));
        return Json.value(Shapes.whole("A decision", decision));
    }
}
