package org.hqccp.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/**
 * The values of one fact that are worth trying.
 *
 * @param values one of each part, in order
 * @param exact whether every other value is like one of these to the rules
 */
record Options(List<Object> values, boolean exact) {
    private static final int MOST_MENTIONED = 4;
    private static final int EARLIEST_YEAR = 1900;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 8, 1);
    private static final List<String> HOURS = List.of("00:00", "07:30", "14:00", "15:30", "18:00", "21:00", "24:00");
    private static final long[] FAR = {-1100, -800, -366, -31, -1, 0, 1, 31, 366, 1000};
    private static final long[] YEARS = {-20, -18, -17, -16, -14, -13, -10, -6};

    static Options of(Cuts.Cut cut) {
        Fact fact = cut.fact;
        FactType type = fact.type();
        if (type == FactType.YES_NO) {
            return new Options(List.of(true, false), true);
        } else if (type == FactType.ONE_OF && !fact.values().isEmpty()) {
            return codes(cut);
        } else if (type.isNumber()) {
            return numbers(cut);
        } else if (type.isDate()) {
            return days(cut);
        } else if (type.isSet()) {
            return sets(cut);
        }
        Set<Object> texts = new LinkedHashSet<>();
        cut.values.stream().filter(String.class::isInstance).forEach(texts::add);
        switch (type) {
            case MONTH_DAY -> texts.add("01-01");
            case TIME -> times(texts, cut.reckoned);
            default -> texts.add("another");
        }
        if (cut.reckoned && type != FactType.TIME) {
            texts.add(type == FactType.MONTH_DAY ? "12-31" : "other");
        }
        return new Options(List.copyOf(texts), !cut.reckoned && type == FactType.TEXT);
    }

    /** The codes the rules speak of, and one that they do not. */
    private static Options codes(Cuts.Cut cut) {
        if (cut.fact.ordered() || cut.reckoned) {
            return new Options(List.copyOf(cut.fact.values().keySet()), true);
        }
        List<Object> codes = new ArrayList<>();
        boolean other = false;
        for (String code : cut.fact.values().keySet()) {
            boolean spokenOf = cut.values.contains(code);
            if (spokenOf || !other) {
                codes.add(code);
            }
            other |= !spokenOf;
        }
        return new Options(codes, true);
    }

    private static Options numbers(Cuts.Cut cut) {
        boolean whole = cut.fact.type() == FactType.WHOLE_NUMBER;
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        TreeSet<BigDecimal> at = new TreeSet<>();
        cut.values.stream().filter(Number.class::isInstance).forEach(v -> at.add(new BigDecimal(v.toString())));
        if (at.isEmpty() || cut.reckoned) {
            at.add(BigDecimal.ONE);
            at.add(BigDecimal.TEN);
        }
        BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.01");
        for (BigDecimal each : at) {
            numbers.add(each);
            numbers.add(each.subtract(step));
            numbers.add(each.add(step));
        }
        List<Object> values = new ArrayList<>();
        for (BigDecimal each : numbers) {
            BigDecimal min = cut.fact.min();
            BigDecimal max = cut.fact.max();
            boolean fits = (min == null || each.compareTo(min) >= 0) && (max == null || each.compareTo(max) <= 0);
            if (fits && (!whole || each.stripTrailingZeros().scale() <= 0)) {
                values.add(whole ? (Object) each.longValue() : each);
            }
        }
        if (values.isEmpty()) {
            bounds(cut.fact, whole, values);
        }
        return new Options(values, !cut.reckoned);
    }

    /** Where every number the rules speak of is out of bounds, the values at the bounds. */
    private static void bounds(Fact fact, boolean whole, List<Object> values) {
        BigDecimal low = fact.min() == null ? fact.max() : fact.min();
        BigDecimal at = low == null ? BigDecimal.ZERO : low;
        // A year: those about the day that other dates are tried around.
        boolean year = at.compareTo(BigDecimal.valueOf(EARLIEST_YEAR)) >= 0;
        BigDecimal from = year ? BigDecimal.valueOf(SOME_DAY.getYear() - 1L) : at;
        for (BigDecimal each : List.of(from, from.add(BigDecimal.ONE), from.add(BigDecimal.valueOf(2)))) {
            values.add(whole ? (Object) each.longValue() : each);
        }
    }

    /** The times spoken of, those a minute beside them, and hours of the day where they are reckoned with. */
    private static void times(Set<Object> times, boolean reckoned) {
        for (Object each : List.copyOf(times)) {
            Stream.of(false, true)
                    .map(up -> Steps.next(each, FactType.TIME, up))
                    .flatMap(Stream::ofNullable)
                    .forEach(times::add);
        }
        if (reckoned || times.isEmpty()) {
            times.addAll(HOURS);
        }
    }

    private static Options days(Cuts.Cut cut) {
        boolean month = cut.fact.type() == FactType.MONTH;
        Set<Object> days = new TreeSet<>();
        for (Object each : cut.values) {
            if (each instanceof LocalDate day) {
                days.add(day(day.minusDays(1), month));
                days.add(day(day, month));
                days.add(day(month ? day.plusMonths(1) : day.plusDays(1), month));
            }
        }
        if (days.isEmpty() || cut.reckoned) {
            for (long far : FAR) {
                days.add(day(SOME_DAY.plusDays(far), month));
            }
            for (long years : YEARS) {
                days.add(day(SOME_DAY.plusYears(years), month));
            }
        }
        return new Options(List.copyOf(days), !cut.reckoned);
    }

    private static LocalDate day(LocalDate day, boolean month) {
        return month ? day.withDayOfMonth(1) : day;
    }

    /** Every set of the elements the rules speak of, where they are few. */
    private static Options sets(Cuts.Cut cut) {
        List<String> spokenOf = cut.values.stream().map(String::valueOf).toList();
        List<Object> sets = new ArrayList<>();
        if (spokenOf.size() <= MOST_MENTIONED) {
            for (int chosen = 0; chosen < 1 << spokenOf.size(); chosen++) {
                Set<String> set = new TreeSet<>();
                for (int i = 0; i < spokenOf.size(); i++) {
                    if ((chosen & 1 << i) != 0) {
                        set.add(spokenOf.get(i));
                    }
                }
                sets.add(set);
            }
        } else {
            sets.add(new TreeSet<String>());
            sets.add(new TreeSet<>(spokenOf));
            for (String each : spokenOf) {
                Set<String> rest = new TreeSet<>(spokenOf);
                rest.remove(each);
                sets.add(rest);
                sets.add(new TreeSet<>(Set.of(each)));
            }
        }
        if (cut.reckoned) {
            counted(cut.fact, sets);
        }
        return new Options(sets, !cut.reckoned && spokenOf.size() <= MOST_MENTIONED);
    }

    /** Sets of every size there can be, for rules that count. */
    private static void counted(Fact fact, List<Object> sets) {
        List<String> all = new ArrayList<>(fact.values().keySet());
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        for (long each = min == null ? 1 : min.longValue();
                fact.type() == FactType.SET_OF_NUMBERS && max != null && each <= max.longValue();
                each++) {
            all.add(Long.toString(each));
        }
        if (all.isEmpty()) {
            all.addAll(List.of("another", "other", "one more", "yet another"));
        }
        for (int size = 1; size <= all.size(); size++) {
            sets.add(new TreeSet<>(all.subList(0, size)));
        }
    }
}
