package org.hqccp.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Dates as files and cases write them: {@code 2026-08-01}, from 1900 to 2100, and only days that exist. */
public final class Dates {
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** The date, or none if the text is no date of that range. */
    public static @Nullable LocalDate read(String text) {
        if (text.length() != 10) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text, STRICT);
            return date.getYear() < 1900 || date.getYear() > 2100 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
