package org.hqccp.facts;

/** What kind of value a fact holds. The name in files is the lower-case, dashed form. */
public enum FactType {
    YES_NO("yes-no"),
    WHOLE_NUMBER("whole-number"),
    NUMBER("number"),
    TEXT("text"),
    DATE("date"),
    /** A year and month; held as its first day. */
    MONTH("month"),
    /** A day in any year, written MM-DD. */
    MONTH_DAY("month-day"),
    /** A time of day, written HH:MM from 00:00 to 24:00. */
    TIME("time"),
    ONE_OF("one-of"),
    SET_OF("set-of"),
    SET_OF_NUMBERS("set-of-numbers"),
    SET_OF_TEXTS("set-of-texts");

    private final String word;

    FactType(String word) {
        this.word = word;
    }

    /** The word that files use. */
    public String word() {
        return word;
    }

    public boolean isNumber() {
        return this == WHOLE_NUMBER || this == NUMBER;
    }

    public boolean isDate() {
        return this == DATE || this == MONTH;
    }

    /** Whether values stand in an order of time: dates, days in the year and times of day. */
    public boolean isOfTime() {
        return isDate() || this == MONTH_DAY || this == TIME;
    }

    public boolean isSet() {
        return this == SET_OF || this == SET_OF_NUMBERS || this == SET_OF_TEXTS;
    }
}
