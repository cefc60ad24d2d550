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

    public boolean isSet() {
        return this == SET_OF || this == SET_OF_NUMBERS || this == SET_OF_TEXTS;
    }
}
