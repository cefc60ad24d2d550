package org.hqccp.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.ruleset.RuleSet;

/** Allowed values of facts: random ones, biased to thresholds, and the telling ones of each fact. */
final class FactValues {
    private static final List<String> TEXTS = List.of("North High School", "South High School", "Boston", "eng", "spa");
    private final Thresholds thresholds;

    FactValues(RuleSet ruleSet) {
        this.thresholds = new Thresholds(ruleSet);
    }

    /** A decision date: any day of some years, or about a day on which a rule or parameter changes. */
    LocalDate decisionDate(Random random) {
        return random.nextInt(3) == 0
                ? pick(thresholds.days(), random).plusDays(random.nextInt(3) - 1L)
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(600));
    }

    /** A random value that a case may hold. */
    Object random(Fact fact, LocalDate asOf, Random random) {
        return switch (fact.type()) {
            case SET_OF -> subset(List.copyOf(fact.values().keySet()), random);
            case SET_OF_NUMBERS -> subset(range(fact), random);
            case SET_OF_TEXTS -> subset(texts(fact), random);
            case WHOLE_NUMBER, NUMBER ->
                random.nextInt(4) == 0 ? anyNumber(fact, asOf, random) : pick(telling(fact, asOf), random);
            case DATE ->
                random.nextInt(4) == 0
                        ? asOf.plusDays(random.nextInt(1600) - 1000L)
                        : pick(telling(fact, asOf), random);
            default -> pick(telling(fact, asOf), random);
        };
    }

    /** Values that tell the fact's cases apart: every code, both answers, the numbers about each threshold, days near and far. */
    List<Object> telling(Fact fact, LocalDate asOf) {
        return switch (fact.type()) {
            case YES_NO -> List.of(true, false);
            case WHOLE_NUMBER, NUMBER -> numbers(fact, asOf);
            case ONE_OF -> new ArrayList<>(fact.values().keySet());
            case TEXT -> new ArrayList<>(texts(fact));
            case DATE -> days(fact, asOf);
            case MONTH -> months(asOf);
            case MONTH_DAY -> List.of("02-01", "07-01", "12-31");
            case TIME -> List.of("07:00", "15:30", "19:00", "22:00");
            case SET_OF -> sets(List.copyOf(fact.values().keySet()));
            case SET_OF_NUMBERS -> sets(range(fact));
            case SET_OF_TEXTS -> sets(texts(fact));
        };
    }

    private List<Object> numbers(Fact fact, LocalDate asOf) {
        Set<BigDecimal> all = new TreeSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        for (BigDecimal at : thresholds.numbers(fact)) {
            all.addAll(List.of(at.subtract(BigDecimal.ONE), at, at.add(BigDecimal.ONE)));
            if (fact.type() == FactType.NUMBER) {
                all.addAll(List.of(at.subtract(new BigDecimal("0.01")), at.add(new BigDecimal("0.01"))));
            }
        }
        if (isYear(fact)) {
            for (int i = -2; i <= 1; i++) {
                all.add(BigDecimal.valueOf(asOf.getYear() + (long) i));
            }
        }
        add(all, fact.min());
        add(all, fact.max());
        all.add(BigDecimal.valueOf(200));
        List<Object> fitting = new ArrayList<>();
        all.stream().filter(n -> within(n, fact)).forEach(n -> {
            if (fact.type() == FactType.NUMBER) {
                fitting.add(n);
            } else if (n.stripTrailingZeros().scale() <= 0) {
                fitting.add(n.longValueExact());
            }
        });
        return fitting;
    }

    private static void add(Set<BigDecimal> all, BigDecimal value) {
        if (value != null) {
            all.add(value);
        }
    }

    private static boolean isYear(Fact fact) {
        return fact.min() != null && fact.min().intValue() >= 1900;
    }

    private static boolean within(BigDecimal value, Fact fact) {
        return (fact.min() == null || value.compareTo(fact.min()) >= 0)
                && (fact.max() == null || value.compareTo(fact.max()) <= 0)
                && value.scale() <= 4;
    }

    private Object anyNumber(Fact fact, LocalDate asOf, Random random) {
        int least = fact.min() == null
                ? 0
                : fact.min().setScale(0, RoundingMode.CEILING).intValue();
        int most = isYear(fact)
                ? asOf.getYear() + 2
                : fact.max() == null ? least + 200 : fact.max().intValue();
        long whole = least + (long) random.nextInt(Math.max(1, most - least + 1));
        return fact.type() == FactType.WHOLE_NUMBER ? (Object) whole : BigDecimal.valueOf(whole);
    }

    private List<Object> days(Fact fact, LocalDate asOf) {
        List<Object> days = new ArrayList<>();
        for (int apart : new int[] {-1, 0, 1, -120, 120, -700, 700}) {
            days.add(asOf.plusDays(apart));
        }
        for (BigDecimal at : thresholds.numbers(fact)) {
            int apart = at.intValue();
            for (int beside = -1; beside <= 1; beside++) {
                days.add(asOf.minusDays(apart + (long) beside));
                if (apart <= 30) {
                    days.add(asOf.minusYears(apart).plusDays(beside));
                }
            }
        }
        return days;
    }

    private static List<Object> months(LocalDate asOf) {
        List<Object> months = new ArrayList<>(List.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1)));
        for (int apart = -14; apart <= 14; apart += 2) {
            months.add(asOf.withDayOfMonth(1).plusMonths(apart));
        }
        return months;
    }

    private List<String> texts(Fact fact) {
        List<String> all = new ArrayList<>(TEXTS);
        all.addAll(thresholds.texts(fact));
        return all;
    }

    private static List<String> range(Fact fact) {
        List<String> all = new ArrayList<>();
        int least = fact.min() == null ? 1 : fact.min().intValue();
        int most = fact.max() == null ? least + 10 : fact.max().intValue();
        for (int i = least; i <= most; i++) {
            all.add(Integer.toString(i));
        }
        return all;
    }

    private static List<Object> sets(List<String> elements) {
        List<Object> sets = new ArrayList<>();
        sets.add(new TreeSet<String>());
        elements.forEach(e -> sets.add(new TreeSet<>(List.of(e))));
        sets.add(new TreeSet<>(elements));
        return sets;
    }

    private static Set<String> subset(List<String> elements, Random random) {
        Set<String> some = new TreeSet<>();
        int rate = random.nextInt(4);
        elements.stream().filter(e -> random.nextInt(4) < rate).forEach(some::add);
        return some;
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
