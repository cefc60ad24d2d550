package org.hqccp.authoring;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.json.CaseSchema;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** A case in YAML: the example of a decision, and what test cases are like. It is the schema of a sent case in the words of a file. */
final class CaseFileSchema {
    private CaseFileSchema() {}

    static Node of(RuleSet ruleSet) {
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("$schema", Json.value(Shapes.SCHEMA));
        schema.put("title", Json.value("A case"));
        Map<String, Node> written = sent(ruleSet);
        written.forEach((name, value) -> {
            if (!schema.containsKey(name) && !name.equals("$id") && !name.equals("required")) {
                schema.put(name, value);
            }
        });
        Map<String, Node> properties = new LinkedHashMap<>();
        entries(written.get("properties"))
                .forEach((name, value) -> properties.put(
                        name.equals(YamlCase.AS_OF) ? "as-of" : name.equals(YamlCase.CASE_ID) ? "case-id" : name,
                        value));
        schema.put("properties", Json.value(properties));
        schema.put("$defs", Json.value(definitions(written)));
        return Json.value(schema);
    }

    /** What a fact and a thing may be; the word unknown says that a value is not known. */
    static Map<String, Node> definitions(Map<String, Node> sent) {
        Map<String, Node> definitions = new LinkedHashMap<>(entries(sent.get("$defs")));
        Node reason = definitions.get("unknown");
        if (reason != null) {
            definitions.put(
                    "unknown",
                    Json.object("title", "not known", "anyOf", List.of(Json.object("const", "unknown"), reason)));
        }
        return definitions;
    }

    static Map<String, Node> sent(RuleSet ruleSet) {
        try {
            Node schema = Documents.yaml(new String(
                    CaseSchema.of(ruleSet.dictionary(), "any", "A case for any decision."), StandardCharsets.UTF_8));
            return entries(withoutBoundsOfFormat(schema));
        } catch (DocumentException e) {
            throw new IllegalStateException("the schema of a case cannot be read: " + e.message(), e);
        }
    }

    /** Takes out the bounds that every number of JSON has: they say nothing of the fact, and are too large for a YAML reader. */
    private static Node withoutBoundsOfFormat(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return Json.list(sequence.items(), CaseFileSchema::withoutBoundsOfFormat);
        } else if (node instanceof Node.Mapping mapping) {
            Map<String, Node> kept = new LinkedHashMap<>();
            mapping.entries().forEach((name, value) -> {
                boolean bound = List.of("minimum", "maximum").contains(name) && value instanceof Node.Scalar;
                if (!bound || ((Node.Scalar) value).value() instanceof Number) {
                    kept.put(name, withoutBoundsOfFormat(value));
                }
            });
            return Json.value(kept);
        }
        return node;
    }

    static Map<String, Node> entries(@Nullable Node node) {
        return node instanceof Node.Mapping mapping ? mapping.entries() : Map.of();
    }
}
