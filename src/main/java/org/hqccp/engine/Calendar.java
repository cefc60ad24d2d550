package org.hqccp.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.hqccp.rulelanguage.Expr;

/** The functions of dates. */
final class Calendar {
    private static final int SCHOOL_YEAR_MONTH = 7;

    private Calendar() {}

    static Object call(Expr.Function function, Object[] values) {
        return switch (function) {
            case AGE -> ChronoUnit.YEARS.between((LocalDate) values[0], (LocalDate) values[1]);
            case SCHOOL_YEAR -> schoolYear((LocalDate) values[0]);
            case YEAR -> (long) ((LocalDate) values[0]).getYear();
            case MONTH_DAY -> monthDay((LocalDate) values[0]);
            case DATE_IN -> dateIn((Long) values[0], (String) values[1]);
        };
    }

    private static Object schoolYear(LocalDate date) {
        return (long) (date.getMonthValue() >= SCHOOL_YEAR_MONTH ? date.getYear() : date.getYear() - 1);
    }

    private static Object monthDay(LocalDate date) {
        return String.format("%02d-%02d", date.getMonthValue(), date.getDayOfMonth());
    }

    /** That day of that year; 29 February is the 28th where there is none. */
    private static Object dateIn(Long year, String monthDay) {
        YearMonth month = YearMonth.of(year.intValue(), Integer.parseInt(monthDay.substring(0, 2)));
        return month.atDay(Math.min(Integer.parseInt(monthDay.substring(3)), month.lengthOfMonth()));
    }
}
