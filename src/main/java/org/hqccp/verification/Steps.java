package org.hqccp.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.jspecify.annotations.Nullable;

/** The value next to another: one more of the last decimal written, the next day, month or minute, the next code in order. */
public final class Steps {
    /** A year without February 29, for days of any year. */
    private static final int COMMON_YEAR = 2001;

    private Steps() {}

    /** The value one step up or down; none where there is none, or where values have no order. */
    public static @Nullable Object next(Object value, FactType type, boolean up) {
        int by = up ? 1 : -1;
        if (value instanceof Long whole) {
            return whole + by;
        } else if (value instanceof BigDecimal number) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()));
            return up ? number.add(step) : number.subtract(step);
        } else if (value instanceof LocalDate day) {
            return type == FactType.MONTH ? day.plusMonths(by) : day.plusDays(by);
        } else if (type == FactType.MONTH_DAY && value instanceof String text) {
            LocalDate day = LocalDate.parse(COMMON_YEAR + "-" + (text.equals("02-29") ? "02-28" : text));
            return day.plusDays(by).toString().substring(5);
        }
        return type == FactType.TIME && value instanceof String text ? time(text, by) : null;
    }

    /** A minute later or earlier; none beyond the day. */
    private static @Nullable String time(String text, int by) {
        int minute = Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)) + by;
        return minute < 0 || minute > 24 * 60
                ? null
                : String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** The code one step up or down among ordered codes; none at either end. */
    public static @Nullable String next(String code, Fact ordered, boolean up) {
        List<String> codes = List.copyOf(ordered.values().keySet());
        int place = codes.indexOf(code) + (up ? 1 : -1);
        return codes.contains(code) && place >= 0 && place < codes.size() ? codes.get(place) : null;
    }
}
