package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785, with the examples its authors published. */
class CanonicalJsonTest {
    @Test
    void rfc8785Section322Example() throws FormatException {
        String input = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(canonical(input))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void rfc8785Section323Sorting() throws FormatException {
        String input = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """;

        assertThat(canonical(input))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void theAuthorsOtherExamples() throws FormatException {
        assertThat(canonical("[ 56, { \"d\": true, \"10\": null, \"1\": [ ] } ]"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"d\":true}]");
        assertThat(canonical("{\"peach\":1,\"p\u00e9ch\u00e9\":2,\"p\u00eache\":3,\"sin\":4}"))
                .isEqualTo("{\"peach\":1,\"p\u00e9ch\u00e9\":2,\"p\u00eache\":3,\"sin\":4}");
        assertThat(canonical("{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56.0},\"10\":{},\"\":\"empty\",\"a\":{},"
                        + "\"111\":[{\"e\":\"yes\",\"E\":\"no\"}],\"A\":{}}"))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
        assertThat(canonical("{\"Unnormalized Unicode\":\"A\\u030a\"}"))
                .isEqualTo("{\"Unnormalized Unicode\":\"A\u030a\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[1 2]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":null}",
                "01",
                "1.",
                ".5",
                "+1",
                "NaN",
                "1e",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\t\"",
                "\"",
                "truth",
                "1 1",
                "{a:1}",
                "1e999",
                "1e999999999999"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> canonical(text)).isInstanceOf(FormatException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> CanonicalJson.canonical(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void nestingHasALimit() {
        assertThatThrownBy(() -> canonical("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void theCanonicalFormIsAFixedPointAndTheSameForEveryWayOfWriting() throws FormatException {
        long seed = 8785;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 4);
            String once = canonical(written(value, random));

            assertThat(canonical(once)).as("seed %d, value %d", seed, i).isEqualTo(once);
            assertThat(canonical(written(value, random)))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(once);
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(5));
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> list(random, depth);
            default -> map(random, depth);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth - 1));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(random), value(random, depth - 1));
        }
        return map;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x20 + random.nextInt(0x60);
                        case 2 -> 0xa0 + random.nextInt(0x2000);
                        default -> 0x1f600 + random.nextInt(64);
                    });
        }
        return text.toString();
    }

    /** The value as JSON, with blanks, escapes and an order of keys chosen by chance. */
    private static String written(Object value, Random random) {
        String blank = " ".repeat(random.nextInt(2)) + "\n".repeat(random.nextInt(2));
        if (value instanceof List<?> list) {
            return blank + "["
                    + String.join(
                            ",", list.stream().map(v -> written(v, random)).toList()) + blank + "]";
        } else if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((k, v) -> members.add(written(k, random) + blank + ":" + written(v, random)));
            Collections.shuffle(members, random);
            return "{" + blank + String.join(",", members) + "}" + blank;
        } else if (value instanceof String text) {
            StringBuilder quoted = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || random.nextBoolean()) {
                    quoted.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        } else if (value instanceof BigDecimal number && random.nextBoolean()) {
            return blank + number.setScale(number.scale() + 2);
        }
        return blank + value;
    }

    private static String canonical(String json) throws FormatException {
        return new String(CanonicalJson.canonical(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
