package org.hqccp.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;

/**
 * The JSON Schema (2020-12) of a case, made from the facts dictionary. It accepts what {@link CaseReader} reads, and nothing else except
 * what docs/case-format.md names as beyond a schema. The same dictionary gives the same bytes.
 */
public final class CaseSchema {
    /** Of a day that exists from 1900 to 2100: months of 31 and of 30 days, February, and 29 February in leap years. */
    private static final String DATE_PATTERN =
            "^(?:(?:(?:19|20)[0-9]{2}|2100)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
                    + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
                    + "|(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29)$";

    private static final String MONTH_PATTERN = "^(?:(?:19|20)[0-9]{2}|2100)-(?:0[1-9]|1[0-2])$";
    private static final String MONTH_DAY_PATTERN = "^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$";

    private static final String TIME_PATTERN = "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    private CaseSchema() {}

    /**
     * The schema of the case of a decision.
     *
     * @param decision the decision's name
     * @param title the question it answers
     */
    public static byte[] of(FactsDictionary dictionary, String decision, String title) {
        Map<String, Object> schema = thing(dictionary.root());
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:hqccp:case:" + decision);
        schema.put("title", "Case for " + decision);
        schema.put(
                "description",
                title + " What is left out is not known; a list that is given is complete, and an empty one is none.");
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("date", text(DATE_PATTERN, "A day that exists, from 1900 to 2100.", 10));
        definitions.put("id", text(Texts.ID_PATTERN, "The sender's own name for it, never a student's.", 64));
        definitions.put("month", text(MONTH_PATTERN, "A month from 1900 to 2100.", 7));
        definitions.put("month-day", text(MONTH_DAY_PATTERN, "A day of the year; 29 February is one.", 5));
        definitions.put("text", text(Texts.PATTERN, "One line of text without blanks at its ends.", Texts.LONGEST));
        definitions.put("time", text(TIME_PATTERN, "A time of day; 24:00 is the end of the day.", 5));
        definitions.put("unknown", unknown());
        for (EntityType type : dictionary.types()) {
            if (type != dictionary.root()) {
                definitions.put(type.name(), thing(type));
            }
        }
        schema.put("$defs", definitions);
        return CanonicalJson.bytes(schema);
    }

    private static Map<String, Object> text(String pattern, String description, int longest) {
        return Map.of("type", "string", "pattern", pattern, "maxLength", longest, "description", description);
    }

    private static Map<String, Object> unknown() {
        return Map.of(
                "type",
                "object",
                "title",
                "not known",
                "description",
                "The value is not known, for this reason.",
                "properties",
                Map.of(CaseShape.UNKNOWN, FactSchema.reference("text")),
                "required",
                List.of(CaseShape.UNKNOWN),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> thing(EntityType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Fact needed = CaseShape.neededFact(type);
        for (Fact fact : type.facts()) {
            if (!fact.derived()) {
                properties.put(fact.name(), FactSchema.of(fact, fact == needed));
            }
        }
        type.children().forEach(child -> properties.put(child.jsonKey(), held(child)));
        List<String> required = needed == null ? List.of() : List.of(needed.name());
        if (type.parent() == null) {
            properties.put(CaseShape.CASE_ID, FactSchema.reference("id"));
            required = needed == null ? List.of(CaseShape.CASE_ID) : List.of(needed.name(), CaseShape.CASE_ID);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", type.label());
        schema.put("properties", properties);
        schema.put("patternProperties", Map.of("^" + CaseShape.EXTENSION, true));
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> held(EntityType type) {
        Map<String, Object> one = FactSchema.reference(type.name());
        return type.isList()
                ? Map.of(
                        "title",
                        "list of " + type.label(),
                        "anyOf",
                        List.of(
                                Map.of("type", "array", "items", one, "maxItems", CaseShape.MOST_ELEMENTS),
                                FactSchema.reference(CaseShape.UNKNOWN)))
                : one;
    }
}
