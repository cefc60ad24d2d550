package org.hqccp.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/** What one fact may be in a case, as a JSON Schema, with all that the dictionary says of it. */
final class FactSchema {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);

    private FactSchema() {}

    /**
     * The schema of a fact.
     *
     * @param needed whether it must be known
     */
    static Map<String, Object> of(Fact fact, boolean needed) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Map<String, Object> value = value(fact, needed);
        if (needed) {
            schema.putAll(value);
        } else {
            schema.put("anyOf", List.of(value, reference(CaseShape.UNKNOWN)));
        }
        schema.put("title", fact.label());
        schema.put("x-class", fact.factClass().name());
        schema.put("x-change", fact.changer().name().toLowerCase(Locale.ROOT));
        describe(fact, schema);
        return schema;
    }

    static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static void describe(Fact fact, Map<String, Object> schema) {
        List<String> description = new ArrayList<>();
        String question = fact.ask().question();
        if (question != null) {
            description.add(question);
        }
        if (fact.unit() != null) {
            description.add("In " + fact.unit() + ".");
            schema.put("x-unit", fact.unit());
        }
        if (fact.ask().mode() == Ask.Mode.ROLE && fact.ask().role() != null) {
            schema.put("x-asked-by", fact.ask().role());
        } else if (fact.ask().mode() == Ask.Mode.OPEN_OFFER) {
            description.add("Never asked: what it would open is offered to everyone.");
        }
        if (!fact.refuses().isEmpty()) {
            schema.put("x-refuses", fact.refuses());
        }
        if (!fact.elements().isEmpty()) {
            schema.put("x-elements", fact.elements());
        }
        if (!description.isEmpty()) {
            schema.put("description", String.join(" ", description));
        }
    }

    private static Map<String, Object> value(Fact fact, boolean needed) {
        return switch (fact.type()) {
            case YES_NO -> Map.of("type", "boolean");
            case WHOLE_NUMBER, NUMBER -> number(fact);
            case TEXT -> reference(needed ? "id" : "text");
            case DATE, MONTH, MONTH_DAY, TIME -> reference(fact.type().word());
            case ONE_OF -> codes(fact);
            case SET_OF -> set(codes(fact));
            case SET_OF_NUMBERS -> set(number(fact));
            case SET_OF_TEXTS -> set(reference("text"));
        };
    }

    private static Map<String, Object> set(Map<String, Object> item) {
        return Map.of("type", "array", "items", item, "maxItems", CaseShape.MOST_ELEMENTS, "uniqueItems", true);
    }

    private static Map<String, Object> codes(Fact fact) {
        List<Object> codes = new ArrayList<>();
        fact.values().forEach((code, words) -> codes.add(Map.of("const", code, "title", words)));
        return Map.of("oneOf", codes);
    }

    private static Map<String, Object> number(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return Map.of(
                "type", fact.type() == FactType.NUMBER ? "number" : "integer",
                "minimum", min == null ? LARGEST.negate() : min,
                "maximum", max == null ? LARGEST : max);
    }
}
