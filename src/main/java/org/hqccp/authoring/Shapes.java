package org.hqccp.authoring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema. */
final class Shapes {
    static final String SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private Shapes() {}

    /** A mapping of known names; the names in turn with their schemas. */
    static Map<String, Object> object(List<String> required, Object... properties) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            named.put(String.valueOf(properties[i]), properties[i + 1]);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", named);
        object.put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    /** A mapping whose names are free, within a pattern. */
    static Map<String, Object> named(String pattern, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("propertyNames", Map.of("pattern", pattern));
        object.put("additionalProperties", value);
        return object;
    }

    static Map<String, Object> said(Map<String, Object> schema, String description) {
        Map<String, Object> said = new LinkedHashMap<>(schema);
        said.put("description", description);
        return said;
    }

    static Map<String, Object> text(String description) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", List.of("string", "number", "boolean"));
        text.put("description", description);
        return text;
    }

    static Map<String, Object> flag(String description) {
        return said(Map.of("type", "boolean"), description);
    }

    static Map<String, Object> oneOf(Collection<String> words, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("enum", List.copyOf(words));
        schema.put("description", description);
        return schema;
    }

    static Map<String, Object> list(Object items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", items);
        return list;
    }

    /** Names with their words: as a mapping, or as a list of names or of names with their words. */
    static Map<String, Object> words(String description) {
        Object word = Map.of("type", List.of("string", "number", "boolean"));
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("type", "object");
        mapping.put("additionalProperties", word);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(mapping, list(Map.of("anyOf", List.of(word, mapping)))));
        schema.put("description", description);
        return schema;
    }

    /** A whole schema. */
    static Map<String, Object> whole(String title, Map<String, Object> schema) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", SCHEMA);
        whole.put("title", title);
        whole.putAll(schema);
        return whole;
    }
}
