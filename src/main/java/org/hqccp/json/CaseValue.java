package org.hqccp.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Reads the value of one fact as its type asks. */
final class CaseValue {
    private static final int MOST_IN_SET = 200;
    private static final int LONGEST_REASON = 200;
    private static final String UNKNOWN_ADVICE = "leave it out, or send {\"unknown\": \"why\"}";

    /** Takes a fault. */
    interface Faults {
        void add(String pointer, String code, String message, @Nullable String advice, List<String> allowed);
    }

    private final JsonParser parser;
    private final Fact fact;
    private final String pointer;
    private final Faults faults;

    private CaseValue(JsonParser parser, Fact fact, String pointer, Faults faults) {
        this.parser = parser;
        this.fact = fact;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The value, an {@link Unknown}, or none after a fault. */
    static @Nullable Object read(JsonParser parser, Fact fact, String pointer, Faults faults) throws IOException {
        return new CaseValue(parser, fact, pointer, faults).read();
    }

    private @Nullable Object read() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return unknown(parser, pointer, faults);
        }
        if (token == JsonToken.VALUE_NULL) {
            return wrong("null says nothing", UNKNOWN_ADVICE);
        }
        return switch (fact.type()) {
            case YES_NO ->
                token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : wrong("this is true or false", null);
            case WHOLE_NUMBER -> wholeNumber();
            case NUMBER -> number();
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> set();
            default -> text(token);
        };
    }

    private @Nullable Object wrong(String message, @Nullable String advice) throws IOException {
        faults.add(pointer, "wrong-type", message, advice, List.of());
        parser.skipChildren();
        return null;
    }

    /** Reads {@code {"unknown": "reason"}}. */
    static @Nullable Unknown unknown(JsonParser parser, String pointer, Faults faults) throws IOException {
        String reason = null;
        boolean fits = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals("unknown");
            parser.nextToken();
            fits &= named
                    && parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getTextLength() <= LONGEST_REASON;
            if (fits) {
                reason = parser.getText();
            }
            parser.skipChildren();
        }
        if (!fits || reason == null || !Texts.isPlain(reason)) {
            faults.add(
                    pointer,
                    "wrong-type",
                    "an object here says only that the fact is unknown",
                    UNKNOWN_ADVICE,
                    List.of());
            return null;
        }
        return new Unknown(reason);
    }

    private @Nullable Object wholeNumber() throws IOException {
        String written = parser.getText();
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || !written.matches("-?(0|[1-9][0-9]{0,14})")
                || written.equals("-0")) {
            return wrong("this is a whole number of at most 15 digits", null);
        }
        long value = Long.parseLong(written);
        return within(BigDecimal.valueOf(value)) ? value : null;
    }

    private @Nullable Object number() throws IOException {
        String written = parser.getText();
        boolean fits = parser.currentToken().isNumeric()
                && written.matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?")
                && written.replaceAll("[^0-9]", "").length() <= 15
                && !written.matches("-0(\\.0+)?");
        if (!fits) {
            return wrong("this is a number of at most 15 digits, at most four after the point, without exponent", null);
        }
        BigDecimal value = new BigDecimal(written);
        return within(value) ? value : null;
    }

    private boolean within(BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if (min != null && value.compareTo(min) < 0) {
            faults.add(pointer, "out-of-range", fact.label() + " is at least " + min.toPlainString(), null, List.of());
            return false;
        }
        if (max != null && value.compareTo(max) > 0) {
            faults.add(pointer, "out-of-range", fact.label() + " is at most " + max.toPlainString(), null, List.of());
            return false;
        }
        return true;
    }

    private @Nullable Object text(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            return wrong("this is a text in quotes", null);
        }
        String written = parser.getText();
        return switch (fact.type()) {
            case DATE -> date(written, "this is a date from 1900 to 2100", "write it as 2026-08-01");
            case MONTH ->
                date(
                        written.matches("\\d{4}-\\d{2}") ? written + "-01" : "",
                        "this is a month from 1900 to 2100",
                        "write it as 2026-08");
            case MONTH_DAY ->
                written.matches("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
                        ? written
                        : bad("bad-date", "this is a day in the year", "write it as 02-01");
            case ONE_OF -> code(written);
            default -> plain(written);
        };
    }

    private @Nullable Object bad(String code, String message, @Nullable String advice) {
        faults.add(pointer, code, message, advice, List.of());
        return null;
    }

    private @Nullable Object date(String written, String message, String advice) {
        LocalDate date = Dates.read(written);
        return date == null ? bad("bad-date", message, advice) : date;
    }

    private @Nullable Object code(String written) {
        if (fact.values().containsKey(written)) {
            return written;
        }
        String refused = fact.refuses().get(written);
        if (refused != null) {
            faults.add(
                    pointer,
                    "refused-value",
                    refused,
                    null,
                    List.copyOf(fact.values().keySet()));
        } else {
            faults.add(
                    pointer,
                    "not-allowed",
                    "this is not an allowed value of " + fact.label(),
                    null,
                    List.copyOf(fact.values().keySet()));
        }
        return null;
    }

    private @Nullable Object plain(String written) {
        return Texts.isPlain(written) && !written.isBlank() && written.length() <= 200
                ? written
                : bad("bad-text", "this is a text of 1 to 200 ordinary characters", null);
    }

    private @Nullable Object set() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return wrong("this is a list of values", "send [ … ]; an empty list means none");
        }
        Set<String> values = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String value = element();
            if (value == null || !values.add(value)) {
                wrong.add(pointer + "/" + count);
            }
            parser.skipChildren();
            count++;
        }
        if (count > MOST_IN_SET) {
            return bad("too-many", "the list holds more than " + MOST_IN_SET + " values", null);
        }
        for (String at : wrong) {
            faults.add(
                    at,
                    "not-allowed",
                    "this value is not allowed in " + fact.label() + ", or stands there twice",
                    null,
                    fact.type() == FactType.SET_OF ? List.copyOf(fact.values().keySet()) : List.of());
        }
        return wrong.isEmpty() ? values : null;
    }

    private @Nullable String element() throws IOException {
        String written = parser.getText();
        if (fact.type() == FactType.SET_OF_NUMBERS) {
            boolean whole =
                    parser.currentToken() == JsonToken.VALUE_NUMBER_INT && written.matches("-?(0|[1-9][0-9]{0,14})");
            BigDecimal min = fact.min();
            BigDecimal max = fact.max();
            boolean fits = whole
                    && (min == null || new BigDecimal(written).compareTo(min) >= 0)
                    && (max == null || new BigDecimal(written).compareTo(max) <= 0);
            return fits ? written : null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING
                || !Texts.isPlain(written)
                || written.isBlank()
                || written.length() > 200) {
            return null;
        }
        return fact.type() == FactType.SET_OF && !fact.values().containsKey(written) ? null : written;
    }
}
