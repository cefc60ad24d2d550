package org.hqccp.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import org.hqccp.facts.FactType;
import org.jspecify.annotations.Nullable;

/** The order in which values stand, and what lies half-way between two. */
final class Midway {
    /** Numbers are told apart to so many decimals. */
    private static final int DECIMALS = 3;

    static final Comparator<Object> ORDER = (a, b) -> {
        if (a instanceof LocalDate day && b instanceof LocalDate other) {
            return day.compareTo(other);
        } else if (a instanceof Number && b instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return a.toString().compareTo(b.toString());
    };

    private Midway() {}

    /** A value half-way between a lower and a higher one; none where none lies between, or where values have no measure. */
    static @Nullable Object of(Object low, Object high, FactType type) {
        Object middle = null;
        if (low instanceof Long a && high instanceof Long b) {
            middle = a + (b - a) / 2;
        } else if (low instanceof BigDecimal a && high instanceof BigDecimal b) {
            middle = plainest(a, b);
        } else if (low instanceof LocalDate a && high instanceof LocalDate b) {
            middle = type == FactType.MONTH
                    ? a.plusMonths(ChronoUnit.MONTHS.between(a, b) / 2)
                    : a.plusDays(ChronoUnit.DAYS.between(a, b) / 2);
        } else if (type == FactType.TIME && low instanceof String a && high instanceof String b) {
            int minute = minutes(a) + (minutes(b) - minutes(a)) / 2;
            middle = String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
        }
        return middle == null || ORDER.compare(low, middle) >= 0 || ORDER.compare(middle, high) >= 0 ? null : middle;
    }

    /** With as few decimals as lie between the two, so that cases that show something are easy to read. */
    private static BigDecimal plainest(BigDecimal low, BigDecimal high) {
        BigDecimal exact = low.add(high).divide(BigDecimal.valueOf(2));
        for (int decimals = 0; decimals < DECIMALS; decimals++) {
            BigDecimal middle = exact.setScale(decimals, RoundingMode.HALF_DOWN);
            if (middle.compareTo(low) > 0 && middle.compareTo(high) < 0) {
                return middle;
            }
        }
        return exact.setScale(DECIMALS, RoundingMode.HALF_DOWN);
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
