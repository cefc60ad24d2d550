package org.hqccp.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Support;

/** A file of test cases. The paths of facts are those of the dictionary, each with its label and what it may hold. */
final class TestCaseFileSchema {
    private static final String ANY = "^.+$";

    private TestCaseFileSchema() {}

    static Node of(RuleSet ruleSet) {
        Map<String, Object> day = Map.of("$ref", "#/$defs/date");
        Map<String, Object> one = Shapes.object(
                List.of("name", "expect"),
                "name",
                Shapes.text("A sentence that says what this case shows."),
                "like",
                Shapes.text("The base it is like: a file of test-cases/base, without .yaml."),
                "as-of",
                day,
                "facts",
                Map.of("$ref", "#/$defs/facts"),
                "parameters",
                Shapes.words("Parameters with other values than the rules give them."),
                "expect",
                expect(ruleSet));
        Map<String, Object> file = new LinkedHashMap<>(Shapes.object(
                List.of("cases"),
                "rule",
                Shapes.text("The rule whose cases these are."),
                "decision",
                Shapes.oneOf(ruleSet.decisions().keySet(), "Of whole cases: the decision they ask for."),
                "like",
                Shapes.text("The base that the cases are like."),
                "as-of",
                day,
                "parameters",
                Shapes.words("Parameters with other values than the rules give them."),
                "cases",
                Shapes.list(one)));
        Map<String, Node> definitions = new LinkedHashMap<>(CaseFileSchema.definitions(CaseFileSchema.sent(ruleSet)));
        definitions.put("facts", Json.value(facts(ruleSet)));
        file.put("$defs", definitions);
        return Json.value(Shapes.whole("Test cases", file));
    }

    private static Map<String, Object> facts(RuleSet ruleSet) {
        Map<String, Object> paths = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (EntityType type : ruleSet.dictionary().types()) {
            names.add(type.name());
            if (type.parent() != null) {
                String at = "#/$defs/" + type.name() + "/properties/";
                for (Fact fact : type.facts()) {
                    if (!fact.derived()) {
                        paths.put(fact.path(), Map.of("$ref", at + fact.name()));
                    }
                }
                type.children()
                        .forEach(child ->
                                paths.put(type.name() + "." + child.jsonKey(), Map.of("$ref", at + child.jsonKey())));
            }
            names.add(type.jsonKey());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", "object");
        facts.put("properties", paths);
        facts.put(
                "patternProperties",
                Map.of(
                        "^(" + String.join("|", names.stream().distinct().toList()) + ")(\\[[^\\]]*\\].*|[.].*)?$",
                        true));
        facts.put("additionalProperties", false);
        facts.put(
                "description",
                "What differs from the base: program.seats, program[ch74].seats, program.employers[2].name.");
        return facts;
    }

    private static Map<String, Object> expect(RuleSet ruleSet) {
        List<String> statuses =
                new ArrayList<>(Arrays.stream(Status.values()).map(Status::name).toList());
        statuses.add("none");
        Map<String, Object> status = Shapes.oneOf(statuses, "The status of a rule; none where it is not in force.");
        Map<String, Object> urgency = Shapes.oneOf(Support.URGENCIES, "How soon a support is due.");
        Map<String, Object> properties = new LinkedHashMap<>(result(status));
        properties.put("status", status);
        properties.put("of", Shapes.text("The subject that is meant, where there are several."));
        properties.put("flags", codes(ruleSet.supports().keySet().stream().toList(), "Supports flagged, all of them."));
        properties.put("strengths", codes(List.of(), "Strengths recorded, all of them."));
        properties.put("urgency", Shapes.named(ANY, urgency));
        properties.put("results", Shapes.named(ANY, closed(result(status))));
        properties.put(
                "changes", Shapes.said(Shapes.named(ANY, Map.of("type", "object")), "The smallest changes, by rule."));
        Map<String, Object> expect = closed(properties);
        expect.put("minProperties", 1);
        return expect;
    }

    private static Map<String, Object> result(Map<String, Object> status) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", Shapes.text("The outcome."));
        result.put("because", codes(List.of(), "Rules it rests on, all of them."));
        result.put("missing", codes(List.of(), "Facts that are missing, all of them."));
        result.put("actions", codes(List.of(), "Codes of what is to be done."));
        result.put("alerts", codes(List.of(), "Codes of what adults must mend."));
        result.put("notes", codes(List.of(), "Codes of what is to be known."));
        result.put("fixes", codes(List.of(), "Mandatory rules to meet, in order."));
        result.put("next", codes(List.of(), "Other options, in order."));
        result.put("says", codes(List.of(), "Words that stand in the answer."));
        result.put("findings", Shapes.named(ANY, status));
        result.put("groups", Shapes.named(ANY, Shapes.text("The status of the group.")));
        result.put("values", Shapes.words("Values that the answer shows."));
        return result;
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> codes(List<String> known, String description) {
        return Shapes.said(
                Shapes.list(
                        known.isEmpty()
                                ? Map.of("type", List.of("string", "number", "boolean"))
                                : Map.of("enum", known)),
                description);
    }
}
