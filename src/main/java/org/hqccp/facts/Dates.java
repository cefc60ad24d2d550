package org.hqccp.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates and times as files and cases write them: {@code 2026-08-01}, from 1900 to 2100, and only days that exist. */
public final class Dates {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** A year in which every day of the year exists. */
    private static final int LEAP_YEAR = 2000;

    /** The month in which a school year begins. */
    public static final int SCHOOL_YEAR_MONTH = 7;

    private Dates() {}

    /** The first day of the school year that a day lies in. */
    public static LocalDate firstOfSchoolYear(LocalDate day) {
        int year = day.getMonthValue() >= SCHOOL_YEAR_MONTH ? day.getYear() : day.getYear() - 1;
        return LocalDate.of(year, SCHOOL_YEAR_MONTH, 1);
    }

    /** The date, or none if the text is no date of that range. */
    public static @Nullable LocalDate read(String text) {
        if (text.length() != 10 || text.charAt(7) != '-') {
            return null;
        }
        YearMonth month = month(text, 7);
        int day = number(text, 8, 10);
        return month == null || day < 1 || day > month.lengthOfMonth() ? null : month.atDay(day);
    }

    /** The first day of a month written {@code 2026-08}, or none if the text is no month of that range. */
    public static @Nullable LocalDate readMonth(String text) {
        YearMonth month = text.length() == 7 ? month(text, 7) : null;
        return month == null ? null : month.atDay(1);
    }

    /** Whether the text is a day in the year, written {@code 02-01}; 29 February is one. */
    public static boolean isMonthDay(String text) {
        return text.length() == 5 && read(LEAP_YEAR + "-" + text) != null;
    }

    /** Whether the text is a time of day, written {@code 15:30}; 24:00 is the end of the day. */
    public static boolean isTime(String text) {
        if (text.length() != 5 || text.charAt(2) != ':') {
            return false;
        }
        int hour = number(text, 0, 2);
        int minute = number(text, 3, 5);
        return hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || hour == 24 && minute == 0);
    }

    /** A time of day as people say it: "7 p.m.", "3:30 p.m.", "noon" or "midnight". */
    public static String timeInWords(String time) {
        int hour = number(time, 0, 2);
        String minutes = time.endsWith(":00") ? "" : time.substring(2);
        if (minutes.isEmpty() && hour % 12 == 0) {
            return hour == 12 ? "noon" : "midnight";
        }
        return (hour % 12 == 0 ? 12 : hour % 12) + minutes + (hour < 12 ? " a.m." : " p.m.");
    }

    private static @Nullable YearMonth month(String text, int end) {
        int year = text.charAt(4) == '-' ? number(text, 0, 4) : -1;
        int month = number(text, 5, end);
        return year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ? null : YearMonth.of(year, month);
    }

    /** The number that the digits between two places make; -1 where one of them is no digit from 0 to 9. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
