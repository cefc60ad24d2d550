package org.hqccp.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/**
 * Values of a fact that rules reckon with. A share, a sum or an age turns where none of the numbers in the rules stands, so these lie far
 * apart; what lies between is looked for.
 */
final class FarValues {
    private static final long[] NUMBERS = {10, 100, 1_000, 10_000};
    private static final int YEARS_BACK = 30;
    private static final int YEARS_ON = 3;
    private static final long[] DAYS = {-100, -30, -7, 7, 30, 100};

    private FarValues() {}

    static List<Object> of(Fact fact, LocalDate about) {
        List<Object> values = new ArrayList<>();
        switch (fact.type()) {
            case WHOLE_NUMBER, NUMBER -> numbers(fact, values);
            case DATE, MONTH -> {
                for (int year = -YEARS_BACK; year <= YEARS_ON; year++) {
                    values.add(day(about.plusYears(year), fact.type()));
                }
                for (long days : DAYS) {
                    values.add(day(about.plusDays(days), fact.type()));
                }
            }
            case TIME -> {
                for (int hour = 1; hour < 24; hour++) {
                    values.add(String.format(Locale.ROOT, "%02d:00", hour));
                }
            }
            case MONTH_DAY -> {
                for (int month = 1; month <= 12; month++) {
                    values.add(String.format(Locale.ROOT, "%02d-15", month));
                }
            }
            default -> {}
        }
        return values;
    }

    private static void numbers(Fact fact, List<Object> values) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        List<BigDecimal> all = new ArrayList<>();
        for (long each : NUMBERS) {
            all.add(BigDecimal.valueOf(each));
        }
        Stream.of(min, max).flatMap(Stream::ofNullable).forEach(all::add);
        for (BigDecimal each : all) {
            boolean held = (min == null || each.compareTo(min) >= 0) && (max == null || each.compareTo(max) <= 0);
            boolean whole = fact.type() == FactType.WHOLE_NUMBER;
            if (held && (!whole || each.stripTrailingZeros().scale() <= 0)) {
                values.add(whole ? (Object) each.longValueExact() : each);
            }
        }
    }

    private static LocalDate day(LocalDate day, FactType type) {
        return type == FactType.MONTH ? day.withDayOfMonth(1) : day;
    }
}
