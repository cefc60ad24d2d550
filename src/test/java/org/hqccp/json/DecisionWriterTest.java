package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Decision;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are canonical JSON, and hold what the schema of answers says, no more and no less. */
class DecisionWriterTest {
    private static final long SEED = Long.getLong("seed", 20260801L);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Which keys an object may have, by the name of its definition; seen in real answers. */
    private final Map<String, Set<String>> seen = new TreeMap<>();

    @Test
    void everyRealAnswerIsCanonicalAndValidAndNoKeyOfTheSchemaIsIdle() throws IOException {
        Schema schema = Schemas.schema(AnswerSchema.bytes());
        JsonNode written = MAPPER.readTree(AnswerSchema.bytes());
        for (RealAnswers.Asked asked : RealAnswers.cases()) {
            byte[] answer = RealAnswers.answer(asked, asked.name().matches(".*(SC-0[23]-|pathway-eligibility).*"));
            String text = new String(answer, StandardCharsets.UTF_8);

            assertThat(text).as(asked.name()).isEqualTo(Canonical.of(answer));
            assertThat(Schemas.errors(schema, text)).as(asked.name()).isEmpty();
            look(MAPPER.readTree(answer), written, written, "Answer");
        }

        Map<String, Set<String>> idle = keys(written);
        seen.forEach((name, keys) -> idle.get(name).removeAll(keys));
        idle.values().removeIf(Set::isEmpty);
        assertThat(idle).isEmpty();
    }

    /** Follows an answer along the schema and notes the keys of each object. */
    private void look(JsonNode value, JsonNode schema, JsonNode whole, String name) {
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            String definition = reference.textValue().substring("#/$defs/".length());
            look(value, whole.at("/$defs/" + definition), whole, definition);
        } else if (value.isArray() && schema.has("items")) {
            value.forEach(item -> look(item, schema.get("items"), whole, name));
        } else if (value.isObject() && schema.has("properties")) {
            value.fieldNames().forEachRemaining(key -> {
                seen.computeIfAbsent(name, n -> new TreeSet<>()).add(key);
                look(value.get(key), schema.get("properties").get(key), whole, name);
            });
        }
    }

    private static Map<String, Set<String>> keys(JsonNode schema) {
        Map<String, Set<String>> keys = new TreeMap<>();
        schema.get("properties").fieldNames().forEachRemaining(k -> add(keys, "Answer", k));
        schema.get("$defs").properties().forEach(definition -> {
            JsonNode properties = definition.getValue().get("properties");
            if (properties != null) {
                properties.fieldNames().forEachRemaining(k -> add(keys, definition.getKey(), k));
            }
        });
        return keys;
    }

    private static void add(Map<String, Set<String>> keys, String object, String key) {
        keys.computeIfAbsent(object, o -> new TreeSet<>()).add(key);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.00004, 0",
        "0.00005, 0.0001",
        "-0.00005, -0.0001",
        "2.0, 2",
        "33.333333, 33.3333",
        "0.66665, 0.6667",
        "0.66664999, 0.6666",
        "1E+3, 1000",
        "9007199254740991, 9007199254740991",
        "123456789012345.6789, 123456789012346",
        "12345678901.23456, 12345678901.2346",
        "123456789012.34567, 123456789012.346",
        "12345678901234567890, 12345678901234600000",
        "1234567890123456789012, 1.23456789012346e+21",
        "-1E+21, -1e+21",
        "999999999999999999999, 1e+21",
    })
    void numbersAreShownToFourPlacesRoundedHalfUp(String number, String shown) {
        assertThat(CanonicalNumber.text(new BigDecimal(number))).isEqualTo(shown);
    }

    @Test
    void numbersAreWrittenAsJavaScriptWritesThem() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 50_000; i++) {
            BigDecimal number =
                    new BigDecimal(BigInteger.valueOf(random.nextLong() >> random.nextInt(60)), random.nextInt(-6, 9));
            String text = CanonicalNumber.text(number);
            assertThat(text).as("%s, seed %d", number, SEED).isEqualTo(Canonical.number(Double.parseDouble(text)));
            BigDecimal most = number.abs().max(BigDecimal.ONE).movePointLeft(14);
            assertThat(new BigDecimal(text).subtract(number).abs())
                    .as("%s, seed %d", number, SEED)
                    .isLessThanOrEqualTo(most.max(new BigDecimal("0.00005")));
        }
    }

    @Test
    void textsAreEscapedAsLittleAsCanBe() {
        String strange = "\u0000\b\t\n\u000b\f\r\u001f \"\\/\u007f\u00e9\u2028\ud83d\ude80";
        Result result = new Result(
                strange,
                strange,
                strange,
                null,
                List.of(strange),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of(
                        "b\u00e9",
                        strange,
                        "a",
                        LocalDate.of(2026, 8, 1),
                        "B",
                        1L,
                        "\ud83d\ude80",
                        true,
                        "\ufb33",
                        false)),
                List.of(),
                null,
                List.of(),
                List.of(new MissingFact(strange, "", "", "")),
                List.of(),
                List.of());
        byte[] json = DecisionWriter.decisionOnly(new Decision(
                "d",
                "c",
                LocalDate.of(2026, 8, 1),
                "v",
                "O",
                List.of(result),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of()));

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(Canonical.of(json))
                .contains("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u007f\u00e9\u2028\ud83d\ude80\"");
    }
}
