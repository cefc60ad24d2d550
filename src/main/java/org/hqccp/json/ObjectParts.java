package org.hqccp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of one JSON object, each cut out as it stands, so that whoever knows a member reads it strictly. */
public final class ObjectParts {
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private ObjectParts() {}

    /** The bytes of each member, by name. */
    public static Map<String, byte[]> of(byte[] object) throws DocumentException {
        try (JsonParser parser = opened(object)) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (parser.currentToken().isScalarValue()) {
                    parser.finishToken();
                }
                int to = (int) parser.currentLocation().getByteOffset();
                parts.put(name, Arrays.copyOfRange(object, from, to));
            }
            end(parser);
            return parts;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The members of an object of plain values, as texts. */
    public static Map<String, String> texts(byte[] object) throws DocumentException {
        try (JsonParser parser = opened(object)) {
            Map<String, String> texts = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
                    throw new DocumentException(1, 1, "each name here has one plain value");
                }
                texts.put(name, parser.getText());
            }
            end(parser);
            return texts;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The members of a list of plain values, as texts. */
    public static List<String> list(byte[] array) throws DocumentException {
        try (JsonParser parser = JSON.createParser(array)) {
            List<String> texts = new ArrayList<>();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_ARRAY) {
                throw new DocumentException(1, 1, "a list is needed here");
            }
            for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null || !token.isScalarValue()) {
                    throw new DocumentException(1, 1, "each member of this list is a plain value");
                }
                texts.add(parser.getText());
            }
            return texts;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static JsonParser opened(byte[] object) throws IOException, DocumentException {
        JsonParser parser = JSON.createParser(object);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DocumentException(1, 1, "a JSON object is needed here");
        }
        return parser;
    }

    private static void end(JsonParser parser) throws IOException, DocumentException {
        if (parser.nextToken() != null) {
            throw new DocumentException(1, 1, "something follows the JSON object");
        }
    }

    private static DocumentException broken(IOException e) {
        boolean twice = e instanceof JsonProcessingException j
                && String.valueOf(j.getOriginalMessage()).startsWith("Duplicate");
        return new DocumentException(1, 1, twice ? "a name stands twice" : "this is not well-formed JSON");
    }
}
