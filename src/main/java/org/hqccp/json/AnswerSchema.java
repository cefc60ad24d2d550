package org.hqccp.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema (2020-12) of an answer: the decision with all its parts, and what stands around it. It is the same for every decision. */
public final class AnswerSchema {
    private static final String FILE = "/answer-schema.json";

    private static final String REFERENCE = "#/$defs/";

    private static final String SUMMARY =
            "An answer on one page: the same keys and words, and only those that carry news.";

    private AnswerSchema() {}

    /** The schema of a {@linkplain AnswerSummary summary}, as JSON in UTF-8: that of the answer, without what is left out. */
    public static byte[] summary() {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode schema = (ObjectNode) json.readTree(bytes());
            ObjectNode kinds = (ObjectNode) schema.path("$defs");
            kinds.set("Part", kinds.path("Decision").deepCopy());
            ((ObjectNode) kinds.at("/Decision/properties/parts/items")).put("$ref", REFERENCE + "Part");
            AnswerSummary.KEPT.forEach((kind, kept) -> {
                ObjectNode object = kind.equals("Answer") ? schema : (ObjectNode) kinds.path(kind);
                ((ObjectNode) object.path("properties")).retain(kept);
                ((ArrayNode) object.path("required")).removeIf(name -> !kept.contains(name.textValue()));
            });
            String left = schema.toString();
            kinds.properties().removeIf(kind -> !left.contains('"' + REFERENCE + kind.getKey() + '"'));
            schema.put("$id", "urn:hqccp:summary").put("title", "Summary").put("description", SUMMARY);
            return json.writeValueAsBytes(schema);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of answers is JSON", e);
        }
    }

    /** The schema, as JSON in UTF-8. */
    public static byte[] bytes() {
        try (InputStream file = AnswerSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new FileNotFoundException(FILE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds the schema of answers", e);
        }
    }
}
