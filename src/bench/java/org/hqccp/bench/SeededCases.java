package org.hqccp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * Random cases about pathways, the same for the same seed. Even seeds draw every fact anew, some of them unknown, many near a threshold; odd
 * seeds change a few facts of the base case, so that every outcome is seen.
 */
final class SeededCases {
    private static final List<String> PLACES = List.of("Charlestown High School", "Fenway High School", "Madison Park");
    private static final List<String> TOWNS = List.of("Boston", "Quincy", "Lynn");
    private static final long[] WHOLE = {0, 1, 7, 10, 26, 27, 28, 60, 80, 81};
    private static final String[] NUMBERS = {"0", "0.5", "1", "2", "3", "6", "9.5", "10", "10.5", "12", "40", "100"};
    private static final int[] DAYS = {-1100, -400, -31, -30, -29, -8, -7, -1, 0, 1, 7, 10, 200, 800};
    private static final double[] UNKNOWN_SHARES = {0, 0.02, 0.1, 0.3, 0.6};
    private static final List<String> LISTS = List.of("collegeCredits", "suspensions", "agreements");
    private static final int MOST_ELEMENTS = 3;
    private static final int MOST_PROGRAMS = 6;

    private static final double CHANGED = 0.05;

    private final FactsDictionary dictionary;
    private final Node.Mapping base;
    private final boolean drawn;
    private final SplittableRandom random;
    private final LocalDate asOf;
    private final double unknown;

    private SeededCases(FactsDictionary dictionary, Node.Mapping base, long seed) {
        this.dictionary = dictionary;
        this.base = base;
        this.drawn = seed % 2 == 0;
        this.random = new SplittableRandom(seed);
        this.asOf = LocalDate.of(2024 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
        this.unknown = UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)];
    }

    /**
     * A case as JSON.
     *
     * @param base a complete case with several programs
     */
    static String of(FactsDictionary dictionary, Node.Mapping base, long seed) {
        return new SeededCases(dictionary, base, seed).json(seed);
    }

    private String json(long seed) {
        List<String> programs = new ArrayList<>();
        if (drawn) {
            int count = 1 + random.nextInt(MOST_PROGRAMS);
            for (int i = 0; i < count; i++) {
                programs.add(thing(type("programs"), Map.of("id", quoted("program-" + i))));
            }
        } else {
            ((Node.Sequence) node(base, "programs")).items().forEach(p -> programs.add(changed(type("programs"), p)));
        }
        String student = drawn ? thing(type("student"), Map.of()) : changed(type("student"), node(base, "student"));
        String day = drawn ? quoted(asOf.toString()) : json(node(base, "as-of"));
        return "{\"caseId\":\"seed-" + seed + "\",\"asOf\":" + day + ",\"student\":" + student + ",\"programs\":["
                + String.join(",", programs) + "]}";
    }

    private EntityType type(String jsonKey) {
        return Objects.requireNonNull(dictionary.root().child(jsonKey));
    }

    private static Node node(Node.Mapping mapping, String key) {
        return Objects.requireNonNull(mapping.entries().get(key));
    }

    private static String json(Node node) {
        try {
            return Documents.toJson(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thing of the base case with a few of its facts changed or left out. */
    private String changed(EntityType type, Node written) {
        Map<String, String> members = new LinkedHashMap<>();
        ((Node.Mapping) written).entries().forEach((name, value) -> {
            Fact fact = type.fact(name);
            if (name.equals(type.key())
                    || fact != null && fact.name().equals("type")
                    || random.nextDouble() >= CHANGED) {
                members.put(name, json(value));
            } else if (fact != null && random.nextInt(4) > 0) {
                members.put(name, value(fact));
            }
        });
        return object(members);
    }

    private String thing(EntityType type, Map<String, String> given) {
        Map<String, String> members = new LinkedHashMap<>(given);
        for (Fact fact : type.facts()) {
            if (!fact.derived() && !given.containsKey(fact.name())) {
                if (random.nextDouble() >= unknown) {
                    members.put(fact.name(), value(fact));
                } else if (random.nextBoolean()) {
                    members.put(fact.name(), "{\"unknown\":\"not asked yet\"}");
                }
            }
        }
        for (EntityType child : type.children()) {
            if (LISTS.contains(child.jsonKey()) && random.nextDouble() >= unknown) {
                List<String> elements = new ArrayList<>();
                int count = random.nextInt(MOST_ELEMENTS + 1);
                for (int i = 0; i < count; i++) {
                    elements.add(thing(child, Map.of()));
                }
                members.put(child.jsonKey(), "[" + String.join(",", elements) + "]");
            }
        }
        return object(members);
    }

    private static String object(Map<String, String> members) {
        List<String> written = new ArrayList<>();
        members.forEach((name, value) -> written.add(quoted(name) + ":" + value));
        return "{" + String.join(",", written) + "}";
    }

    private String value(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> String.valueOf(random.nextBoolean());
            case WHOLE_NUMBER -> String.valueOf(whole(fact));
            case NUMBER -> number(fact);
            case DATE -> quoted(date(fact).toString());
            case MONTH -> quoted(month());
            case MONTH_DAY -> quoted("10-01");
            case TIME -> quoted("15:30");
            case ONE_OF -> quoted(oneOf(List.copyOf(fact.values().keySet())));
            case SET_OF ->
                set(fact.values().keySet().stream().map(SeededCases::quoted).toList());
            case SET_OF_NUMBERS ->
                set(IntStream.rangeClosed(bound(fact.min(), 7), bound(fact.max(), 12))
                        .mapToObj(String::valueOf)
                        .toList());
            case SET_OF_TEXTS ->
                set(pool(fact).stream().map(SeededCases::quoted).toList());
            case TEXT -> quoted(oneOf(pool(fact)));
        };
    }

    private static int bound(@Nullable BigDecimal told, int usual) {
        return told == null ? usual : told.intValue();
    }

    private long whole(Fact fact) {
        if (fact.min() != null && fact.max() != null) {
            long low = fact.min().longValue();
            long high = Math.min(fact.max().longValue(), low + 40);
            return low + random.nextLong(high - low + 1);
        }
        return WHOLE[random.nextInt(WHOLE.length)];
    }

    private String number(Fact fact) {
        String number = NUMBERS[random.nextInt(NUMBERS.length)];
        boolean fits = fact.max() == null || new BigDecimal(number).compareTo(fact.max()) <= 0;
        return fits ? number : String.valueOf(fact.max());
    }

    private LocalDate date(Fact fact) {
        LocalDate day = asOf.plusDays(DAYS[random.nextInt(DAYS.length)]);
        return fact.name().equals("dateOfBirth") ? day.minusYears(13 + random.nextInt(5)) : day;
    }

    private String month() {
        LocalDate month = asOf.plusMonths(random.nextInt(36) - 18);
        return String.format(Locale.ROOT, "%d-%02d", month.getYear(), month.getMonthValue());
    }

    private static List<String> pool(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT).contains("town") ? TOWNS : PLACES;
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String set(List<String> values) {
        return "["
                + String.join(
                        ",", values.stream().filter(v -> random.nextInt(3) == 0).toList()) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
