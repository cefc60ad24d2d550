package org.hqccp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML and JSON documents with their places; a key that stands twice is a fault. */
public final class Documents {
    private static final int DEEPEST = 20;
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser parser;

    private Documents(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one YAML document. */
    public static Node yaml(String text) throws DocumentException {
        try (JsonParser parser = YAML.createParser(text)) {
            Documents documents = new Documents(parser);
            if (parser.nextToken() == null) {
                throw new DocumentException(1, 1, "the file is empty");
            }
            Node node = documents.node();
            if (parser.nextToken() != null) {
                throw documents.fault("the file holds more than one document");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw fault(e);
        } catch (IOException e) {
            throw new DocumentException(1, 1, "the file cannot be read");
        }
    }

    /** The JSON text of a document, for whoever reads JSON. */
    public static String toJson(Node node) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(node, json);
        }
        return text.toString();
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        if (node instanceof Node.Mapping mapping) {
            json.writeStartObject();
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                json.writeFieldName(entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (node instanceof Node.Sequence sequence) {
            json.writeStartArray();
            for (Node item : sequence.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (node instanceof Node.Scalar scalar) {
            Object value = scalar.value();
            if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (value instanceof Long || value instanceof BigDecimal) {
                json.writeNumber(scalar.text());
            } else if (value == null) {
                json.writeNull();
            } else {
                json.writeString(String.valueOf(value));
            }
        }
    }

    private Node node() throws IOException, DocumentException {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT: {
                Map<String, Node> entries = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    entries.put(name, node());
                }
                return new Node.Mapping(entries, line, column);
            }
            case START_ARRAY: {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node());
                }
                return new Node.Sequence(List.copyOf(items), line, column);
            }
            case VALUE_NUMBER_INT:
                return new Node.Scalar(wholeNumber(), parser.getText(), line, column);
            case VALUE_NUMBER_FLOAT:
                return new Node.Scalar(parser.getDecimalValue(), parser.getText(), line, column);
            case VALUE_TRUE:
                return new Node.Scalar(true, "true", line, column);
            case VALUE_FALSE:
                return new Node.Scalar(false, "false", line, column);
            case VALUE_NULL:
                return new Node.Scalar(null, "", line, column);
            default:
                return new Node.Scalar(parser.getText(), parser.getText(), line, column);
        }
    }

    private Object wholeNumber() throws IOException {
        String text = parser.getText();
        return text.matches("-?(0|[1-9][0-9]{0,14})") ? Long.valueOf(text) : text;
    }

    private DocumentException fault(String message) {
        JsonLocation at = parser.currentTokenLocation();
        return new DocumentException(at.getLineNr(), at.getColumnNr(), message);
    }

    private static DocumentException fault(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String message = String.valueOf(e.getOriginalMessage());
        String plain = message.startsWith("Duplicate")
                ? "a key stands twice"
                : message.contains("depth") ? "the document is nested too deeply" : "this is not well-formed YAML";
        return new DocumentException(
                at == null ? 1 : Math.max(1, at.getLineNr()), at == null ? 1 : Math.max(1, at.getColumnNr()), plain);
    }
}
