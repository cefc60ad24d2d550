package org.hqccp.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;

/** Valid cases of a dictionary, at random: facts known, unknown for a reason or left out; lists empty, short or left out. */
public final class RandomCases {
    private final FactsDictionary dictionary;
    private final SplittableRandom random;

    public RandomCases(FactsDictionary dictionary, long seed) {
        this.dictionary = dictionary;
        this.random = new SplittableRandom(seed);
    }

    /** One case as JSON. */
    public String next() {
        return thing(dictionary.root(), 0);
    }

    private String thing(EntityType type, int index) {
        Fact needed = CaseShape.neededFact(type);
        List<String> parts = new ArrayList<>();
        if (type.parent() == null) {
            parts.add("\"caseId\":\"" + id() + "\"");
        }
        for (Fact fact : type.facts()) {
            if (!fact.derived() && (fact.equals(needed) || random.nextInt(3) == 0)) {
                String value = fact.equals(needed) && fact.type() == FactType.TEXT
                        ? "\"" + id() + index + "\""
                        : fact.equals(needed) || random.nextInt(5) > 0 ? value(fact) : unknown();
                parts.add("\"" + fact.name() + "\":" + value);
            }
        }
        for (EntityType child : type.children()) {
            if (random.nextInt(3) > 0) {
                parts.add("\"" + child.jsonKey() + "\":" + (child.isList() ? list(child) : thing(child, 0)));
            }
        }
        if (random.nextInt(6) == 0) {
            parts.add("\"x-" + text() + "\":[null,{\"a\":-0.5e3},true]");
        }
        return parts.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private String list(EntityType type) {
        return random.nextInt(8) == 0
                ? unknown()
                : IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> thing(type, i))
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private String unknown() {
        return "{\"unknown\":\"" + text() + "\"}";
    }

    private String value(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> String.valueOf(random.nextBoolean());
            case WHOLE_NUMBER -> String.valueOf(whole(fact));
            case NUMBER -> number(fact);
            case TEXT -> "\"" + text() + "\"";
            case DATE -> "\"" + date() + "\"";
            case MONTH -> "\"" + date().substring(0, 7) + "\"";
            case MONTH_DAY -> "\"" + date().substring(5) + "\"";
            case TIME ->
                random.nextInt(9) == 0
                        ? "\"24:00\""
                        : "\"" + String.format("%02d:%02d", random.nextInt(24), random.nextInt(60)) + "\"";
            case ONE_OF -> "\"" + code(fact) + "\"";
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> set(fact);
        };
    }

    private long whole(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        long low = min != null ? least(min) : max != null ? max.longValue() - 1_000 : -9_007_199_254_740_991L;
        long high = max != null ? max.longValue() : min != null ? least(min) + 1_000 : 9_007_199_254_740_991L;
        return random.nextLong(low, high + 1);
    }

    private static long least(BigDecimal min) {
        return min.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private String number(Fact fact) {
        long whole = whole(fact);
        boolean fits = Math.abs(whole) < 10_000_000_000L
                && (fact.max() == null || whole < fact.max().longValue());
        return fits && whole > 0 && random.nextBoolean() ? whole + "." + random.nextInt(10_000) : String.valueOf(whole);
    }

    private String set(Fact fact) {
        TreeSet<String> values = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(
                    fact.type() == FactType.SET_OF
                            ? "\"" + code(fact) + "\""
                            : fact.type() == FactType.SET_OF_NUMBERS
                                    ? String.valueOf(whole(fact))
                                    : "\"" + text() + "\"");
        }
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private String code(Fact fact) {
        return List.copyOf(fact.values().keySet())
                .get(random.nextInt(fact.values().size()));
    }

    private String date() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(73_413)).toString();
    }

    private String id() {
        return "c" + random.nextInt(1_000) + "._:-".charAt(random.nextInt(4));
    }

    private String text() {
        return "t" + random.nextInt(100)
                + List.of("", " x", "\u00e9", "\ud83d\ude80", "/~", "'").get(random.nextInt(6));
    }
}
