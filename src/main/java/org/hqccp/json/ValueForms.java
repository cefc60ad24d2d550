package org.hqccp.json;

import org.hqccp.facts.FactType;

/** How each type of fact is written in a case, in words. */
final class ValueForms {
    static final String ID = "1 to 64 letters from a to z, digits, dots, dashes, colons or underscores";
    static final String ID_ADVICE = "begin with a letter or a digit, and use no name of a person";

    private ValueForms() {}

    static String form(FactType type) {
        return switch (type) {
            case YES_NO -> "true or false";
            case WHOLE_NUMBER -> "a whole number";
            case NUMBER -> "a number";
            case DATE -> "a date in quotes";
            case MONTH -> "a month in quotes";
            case MONTH_DAY -> "a day in the year in quotes";
            case TIME -> "a time of day in quotes";
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> "a list of values";
            case ONE_OF, TEXT -> "a text in quotes";
        };
    }

    static String advice(FactType type) {
        return switch (type) {
            case YES_NO -> "send true or false without quotes, or leave it out while it is not known";
            case WHOLE_NUMBER, NUMBER -> "send the number without quotes";
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> "send [ … ]; an empty list means none";
            case ONE_OF, TEXT -> "send it in quotes";
            case DATE, MONTH, MONTH_DAY, TIME -> "write it as \"" + example(type) + "\"";
        };
    }

    static String day(FactType type) {
        return switch (type) {
            case MONTH -> "a month from 1900 to 2100";
            case MONTH_DAY -> "a day in the year";
            case TIME -> "a time of day from 00:00 to 24:00";
            default -> "a date from 1900 to 2100 that exists";
        };
    }

    static String example(FactType type) {
        return switch (type) {
            case MONTH -> "2026-08";
            case MONTH_DAY -> "02-01";
            case TIME -> "15:30";
            default -> "2026-08-01";
        };
    }

    static String limits(boolean decimal) {
        return decimal
                ? "a number of at most 15 digits, at most four of them after the point"
                : "a whole number from -9007199254740991 to 9007199254740991";
    }

    static String numberAdvice(boolean decimal) {
        return decimal
                ? "write it without exponent, and zero without a minus"
                : "write it without point and exponent, and zero without a minus";
    }
}
