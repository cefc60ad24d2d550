package org.hqccp.authoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.facts.Changer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;

/** A file of the facts dictionary. */
final class FactsFileSchema {
    static final String NAME = "^[a-z][A-Za-z0-9]{0,60}$";

    private FactsFileSchema() {}

    static Node of(RuleSet ruleSet) {
        Map<String, Object> file = Shapes.object(
                List.of("entity"),
                "entity",
                Shapes.text("The thing these facts are about: " + entities(ruleSet) + "; or a new one."),
                "label",
                Shapes.text("Of a new entity: what it is, in plain words."),
                "list",
                Shapes.text("Of a new entity there may be several of: the name of the list in a case."),
                "single",
                Shapes.text("Of a new entity there is one of: its name in a case."),
                "of",
                Shapes.text("Of a new entity that stands inside another: which one."),
                "key",
                Shapes.text("Of a list: the fact that names an element."),
                "facts",
                Shapes.named(NAME, fact()));
        return Json.value(Shapes.whole("Facts of a case", file));
    }

    private static String entities(RuleSet ruleSet) {
        return String.join(
                ", ",
                ruleSet.dictionary().types().stream().map(EntityType::name).toList());
    }

    private static Map<String, Object> fact() {
        Map<String, Object> fact = new LinkedHashMap<>(Shapes.object(
                List.of("label"),
                "label",
                Shapes.text("Plain words that fit into a sentence, without \"the\" in front."),
                "type",
                Shapes.oneOf(types(), "What kind of value it holds."),
                "values",
                Shapes.words("Of one-of and set-of: each code with its words."),
                "ordered",
                Shapes.flag("Whether the codes stand in order, so that < can compare them."),
                "refuses",
                Shapes.words("Codes a case may not hold yet, each with the reason."),
                "unit",
                Shapes.text("Of a number: its unit, in plain words."),
                "min",
                Shapes.said(Map.of("type", "number"), "The least value."),
                "max",
                Shapes.said(Map.of("type", "number"), "The greatest value."),
                "class",
                Shapes.oneOf(
                        Arrays.stream(FactClass.values()).map(FactClass::name).toList(),
                        "GREEN may be read by all rules, AMBER by supports only, RED by none and by no one."),
                "question",
                Shapes.text("The question, as the role below asks it."),
                "ask",
                Shapes.text("The role that asks in private; open-offer where it is never asked; or never."),
                "change",
                Shapes.oneOf(changers(), "Who can change it."),
                "never-store",
                Shapes.flag("Whether the decision log drops it."),
                "elements",
                Shapes.words("Its name in other standards."),
                "is",
                Shapes.text("Of a fact that is worked out: the expression that gives it.")));
        Map<String, Object> refused =
                Map.of("properties", Map.of("class", Map.of("const", "RED")), "required", List.of("class"));
        fact.put("if", refused);
        fact.put("then", true);
        fact.put("else", Map.of("required", List.of("type")));
        return fact;
    }

    static List<String> types() {
        return Arrays.stream(FactType.values()).map(FactType::word).toList();
    }

    private static List<String> changers() {
        return Arrays.stream(Changer.values())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
