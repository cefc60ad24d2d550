package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied is what reading and writing come to; whatever is not sure is left to them. */
class PlainJsonTest {
    private static final long SEED = Long.getLong("seed", 20261128L);
    private static final Set<String> WITHOUT = Set.of("secret", "id");

    private static byte @Nullable [] copied(String json, Set<String> left) {
        return PlainJson.canonical(json.getBytes(StandardCharsets.UTF_8), WITHOUT, left);
    }

    /** By the long way: read, leave out, write. */
    private static String written(String json, Set<String> left) throws FormatException {
        Object read = JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
        drop(read, left);
        return new String(CanonicalJson.write(read), StandardCharsets.UTF_8);
    }

    private static void drop(@Nullable Object value, Set<String> left) {
        if (value instanceof List<?> list) {
            list.forEach(element -> drop(element, left));
        } else if (value instanceof Map<?, ?> map) {
            for (String name : WITHOUT) {
                if (map.containsKey(name)) {
                    map.remove(name);
                    left.add(name);
                }
            }
            map.values().forEach(member -> drop(member, left));
        }
    }

    /** Random JSON, in any order, with blanks; names and values of both kinds, plain and not. */
    private static String random(Random random, int depth) {
        int kind = random.nextInt(depth > 4 ? 6 : 9);
        String blank = random.nextInt(4) == 0 ? " \n\t".substring(random.nextInt(3)) : "";
        String value = switch (kind) {
            case 0 -> "true";
            case 1 -> random.nextBoolean() ? "false" : "null";
            case 2 -> String.valueOf(random.nextInt(2_000) - 1_000);
            case 3 ->
                List.of(
                                "0",
                                "-0",
                                "0.5",
                                "1.50",
                                "1e3",
                                "12.25",
                                "123456789012345",
                                "1234567890123456",
                                "-7.125",
                                "100")
                        .get(random.nextInt(10));
            case 4, 5 -> text(random);
            case 6 -> "[" + many(random, () -> random(random, depth + 1)) + "]";
            default -> "{" + many(random, () -> text(random) + blank + ":" + random(random, depth + 1)) + "}";
        };
        return blank + value + blank;
    }

    private interface One {
        String next();
    }

    private static String many(Random random, One one) {
        return String.join(
                ",", Stream.generate(one::next).limit(random.nextInt(6)).toList());
    }

    private static String text(Random random) {
        if (random.nextInt(60) == 0) {
            return List.of("\"\\n\"", "\"\\u0041\"", "\"\u00e9\"", "\"a\\\\b\"").get(random.nextInt(4));
        }
        return "\""
                + List.of("secret", "id", "a", "b", "ab", "a b", "a!b", "", "Z", "~", "identity", "/")
                        .get(random.nextInt(12))
                + "\"";
    }

    @Test
    void aCopyIsWhatReadingAndWritingComeTo() throws FormatException {
        Random random = new Random(SEED);
        int copies = 0;
        for (int i = 0; i < 20_000; i++) {
            String json = random(random, 0);
            Set<String> left = new TreeSet<>();
            byte[] copied = copied(json, left);
            if (copied == null) {
                continue;
            }
            copies++;
            Set<String> dropped = new TreeSet<>();
            assertThat(new String(copied, StandardCharsets.UTF_8))
                    .as("seed %d: %s", SEED, json)
                    .isEqualTo(written(json, dropped));
            assertThat(left).as("seed %d: %s", SEED, json).isEqualTo(dropped);
        }
        assertThat(copies).isGreaterThan(5_000);
    }

    /** Anything at all is copied or left, and never a fault of ours; what is copied is JSON. */
    @Test
    void spoiltTextIsLeftOrIsJsonAllTheSame() throws FormatException {
        Random random = new Random(SEED);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder json = new StringBuilder(random(random, 0));
            for (int spoilt = random.nextInt(3); spoilt >= 0 && !json.isEmpty(); spoilt--) {
                int at = random.nextInt(json.length());
                String others = "{}[]\",:\\0-.e t\u00e9";
                char other = others.charAt(random.nextInt(others.length()));
                switch (random.nextInt(3)) {
                    case 0 -> json.deleteCharAt(at);
                    case 1 -> json.insert(at, other);
                    default -> json.setCharAt(at, other);
                }
            }
            byte[] copied = copied(json.toString(), new TreeSet<>());
            if (copied != null) {
                assertThat(new String(copied, StandardCharsets.UTF_8))
                        .as("seed %d: %s", SEED, json)
                        .isEqualTo(written(json.toString(), new TreeSet<>()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "{}x", "01", "-0", "1.0", "1.", ".5", "1e2", "[1,]", "{\"a\"}", "tru", "nulll", "\"\\t\""
            })
    void whatIsNotPlainIsLeft(String json) {
        assertThat(copied(json, new TreeSet<>())).isNull();
    }
}
