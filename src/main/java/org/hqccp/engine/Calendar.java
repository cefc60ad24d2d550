package org.hqccp.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** The functions of dates and times, and the way to those of numbers. */
final class Calendar {
    private static final int MONTH_DAY = "08-01".length();
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final long DAYS_IN_REACH = 4_000_000;
    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;
    private static final Unknown NO_TIME = new Unknown("that time lies outside the day");
    private static final Unknown NO_DATE = new Unknown("that day lies outside the calendar");

    private Calendar() {}

    static Object call(Expr.Function function, Object[] values) {
        return switch (function) {
            case AGE -> ChronoUnit.YEARS.between((LocalDate) values[0], (LocalDate) values[1]);
            case SCHOOL_YEAR -> schoolYear((LocalDate) values[0]);
            case YEAR -> (long) ((LocalDate) values[0]).getYear();
            case MONTH_DAY -> monthDay((LocalDate) values[0]);
            case DATE_IN -> dateIn((Long) values[0], (String) values[1]);
            case ROUND_DOWN -> Numbers.roundDown(values[0], values[1]);
        };
    }

    private static Object schoolYear(LocalDate date) {
        return (long) Dates.firstOfSchoolYear(date).getYear();
    }

    private static Object monthDay(LocalDate date) {
        // As in 2026-08-01, without the year.
        String written = date.toString();
        return written.substring(written.length() - MONTH_DAY);
    }

    /** That day of that year; 29 February is the 28th where there is none. */
    private static Object dateIn(Long year, String monthDay) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return NO_DATE;
        }
        YearMonth month = YearMonth.of(year.intValue(), Integer.parseInt(monthDay.substring(0, 2)));
        return month.atDay(Math.min(Integer.parseInt(monthDay.substring(3)), month.lengthOfMonth()));
    }

    /** So many days later, or earlier. */
    static Object plus(LocalDate date, long days) {
        if (Math.abs(days) > DAYS_IN_REACH) {
            return NO_DATE;
        }
        LocalDate moved = date.plusDays(days);
        return moved.getYear() < FIRST_YEAR || moved.getYear() > LAST_YEAR ? NO_DATE : moved;
    }

    /** Minutes from one time of day to a later one; below 0 where it is earlier. */
    static Object minutes(String later, String earlier) {
        return minute(later) - minute(earlier);
    }

    /** So many minutes later, or earlier, on the same day. */
    static Object plus(String time, long minutes) {
        if (Math.abs(minutes) > DAY) {
            return NO_TIME;
        }
        long moved = minute(time) + minutes;
        return moved < 0 || moved > DAY ? NO_TIME : String.format(Locale.ROOT, "%02d:%02d", moved / HOUR, moved % HOUR);
    }

    private static long minute(String time) {
        return Long.parseLong(time.substring(0, 2)) * HOUR + Long.parseLong(time.substring(3));
    }

    /** The first day of a year, or of the school year that begins in it; none outside the years that dates can have. */
    static @Nullable LocalDate first(long year, boolean schoolYear) {
        return year < FIRST_YEAR || year > LAST_YEAR
                ? null
                : LocalDate.of((int) year, schoolYear ? Dates.SCHOOL_YEAR_MONTH : 1, 1);
    }
}
