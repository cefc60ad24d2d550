package org.hqccp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils a valid case in one of many ways. Every text that is put in is a canary, to be looked for where it must not be. */
final class Mutations {
    static final String CANARY = "canary";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"canary-text\"",
            "\"canary\\ud800\"",
            "\"canary\\u0000\"",
            "\"canary\\u202e\"",
            "\"2026-02-30\"",
            "\"\"",
            "987654321",
            "-1",
            "-0",
            "1e5",
            "1.23456",
            "99999999999999999999999999999999999",
            "[]",
            "{}",
            "[[\"canary\"]]",
            "{\"unknown\":\"not asked yet\"}",
            "{\"unknown\":7}",
            "{\"unknown\":\"a\",\"other\":1}");
    private final SplittableRandom random;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One spoilt copy. */
    byte[] spoil(String valid) throws JsonProcessingException {
        JsonNode root = JSON.readTree(valid);
        List<JsonNode> holders = new ArrayList<>();
        collect(root, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> replace(holder, new RawValue(value()));
            case 3 -> add(holder);
            case 4 -> remove(holder);
            case 5 -> repeat(holder);
            default -> plant(holder);
        }
        String text = JSON.writeValueAsString(root);
        return switch (random.nextInt(6)) {
            case 0 -> cut(text);
            case 1 -> flip(text);
            case 2 -> text.replaceFirst("\\{", "{\"caseId\":\"canary-twice\",").getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> "\"canary" + "x".repeat(5_000) + "\"";
            case 1 -> "[".repeat(30) + "]".repeat(30);
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private void replace(JsonNode holder, RawValue value) {
        if (holder instanceof ObjectNode object && !object.isEmpty()) {
            object.putRawValue(name(object), value);
        } else if (holder instanceof ArrayNode array) {
            array.addRawValue(value);
        }
    }

    private void add(JsonNode holder) {
        if (holder instanceof ObjectNode object) {
            object.put("someOtherFact" + random.nextInt(3), CANARY + "-unknown");
        } else if (holder instanceof ArrayNode array) {
            array.add(CANARY);
        }
    }

    private void remove(JsonNode holder) {
        if (holder instanceof ObjectNode object && !object.isEmpty()) {
            object.remove(name(object));
        } else if (holder instanceof ArrayNode array && !array.isEmpty()) {
            array.remove(random.nextInt(array.size()));
        }
    }

    private void repeat(JsonNode holder) {
        if (holder instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode first = array.get(0);
            int times = random.nextBoolean() ? 1 : 250;
            for (int i = 0; i < times; i++) {
                array.add(first.deepCopy());
            }
        }
    }

    private void plant(JsonNode holder) {
        if (holder instanceof ObjectNode object && !object.isEmpty()) {
            object.set(name(object), TextNode.valueOf(CANARY + "-planted"));
        }
    }

    private String name(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.get(random.nextInt(names.size()));
    }

    private byte[] cut(String text) {
        return text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flip(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }
}
