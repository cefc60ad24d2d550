package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/** Few values of each type, so that what is compared is often equal, and often just beside it. */
final class Pools {
    static final List<String> WHOLES =
            List.of("0", "1", "2", "3", "5", "7", "10", "12", "20", "40", "60", "-1", "-5", "999999999999999");
    static final List<String> DECIMALS =
            List.of("0.0", "0.5", "0.8", "2.5", "12.0", "20.50", "25.00", "30.25", "-0.25");
    static final List<String> TEXTS =
            List.of("a", "A", "b", "null", "true", "5", "5.0", "01-02", "2026-08-01", "it's", "a b", "MUSEUM", "naïve");
    static final List<String> DATES = List.of(
            "2012-02-29",
            "2016-12-31",
            "2017-01-01",
            "2019-06-30",
            "2019-07-01",
            "2020-02-29",
            "2022-12-31",
            "2023-01-01",
            "2024-12-31",
            "2025-01-01",
            "2026-03-02",
            "2026-12-31",
            "2027-01-01",
            "2028-02-29");
    static final List<String> MONTH_DAYS =
            List.of("01-01", "01-02", "02-28", "02-29", "04-15", "06-30", "07-01", "12-31");

    static final List<String> TIMES = List.of("00:00", "07:30", "09:59", "12:00", "15:30", "19:00", "23:59", "24:00");

    private Pools() {}

    /** A value that a case may hold for a fact. */
    static Object value(Fact fact, Dice dice) {
        return switch (fact.type()) {
            case YES_NO -> dice.chance(50);
            case WHOLE_NUMBER -> within(fact, dice, WHOLES).longValueExact();
            case NUMBER -> within(fact, dice, dice.chance(40) ? WHOLES : DECIMALS);
            case TEXT -> dice.pick(TEXTS);
            case DATE -> LocalDate.parse(dice.pick(DATES));
            case MONTH -> LocalDate.parse(dice.pick(DATES)).withDayOfMonth(1);
            case MONTH_DAY -> dice.pick(MONTH_DAYS);
            case TIME -> dice.pick(TIMES);
            case ONE_OF -> dice.pick(List.copyOf(fact.values().keySet()));
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> set(fact, dice);
        };
    }

    private static BigDecimal within(Fact fact, Dice dice, List<String> pool) {
        List<BigDecimal> fitting = pool.stream()
                .map(BigDecimal::new)
                .filter(n -> fact.min() == null || n.compareTo(fact.min()) >= 0)
                .filter(n -> fact.max() == null || n.compareTo(fact.max()) <= 0)
                .toList();
        return dice.pick(fitting);
    }

    private static Set<String> set(Fact fact, Dice dice) {
        List<String> from = fact.type() == FactType.SET_OF
                ? List.copyOf(fact.values().keySet())
                : fact.type() == FactType.SET_OF_TEXTS ? TEXTS : List.of("1", "2", "5", "7", "10", "12");
        Set<String> set = new TreeSet<>();
        for (int i = dice.below(4); i > 0; i--) {
            set.add(dice.pick(from));
        }
        return set;
    }
}
