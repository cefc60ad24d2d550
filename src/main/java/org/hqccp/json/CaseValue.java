package org.hqccp.json;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.json.CaseFaults.Ended;
import org.jspecify.annotations.Nullable;

/** Reads the value of one fact as its type asks. What it tells of a fault is never the value itself. */
final class CaseValue {
    private static final String UNKNOWN_ADVICE = "leave it out, or send {\"unknown\": \"why\"}";

    private final CaseTokens tokens;
    private final CaseFaults faults;

    CaseValue(CaseTokens tokens, CaseFaults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /**
     * The value, an {@link Unknown}, or none after a fault.
     *
     * @param needed whether the case must say it
     */
    @Nullable
    Object read(Fact fact, boolean needed) throws Ended {
        JsonToken token = tokens.current();
        if (token == JsonToken.START_OBJECT && !needed) {
            return unknown();
        }
        if (token == JsonToken.VALUE_NULL) {
            return wrong(ProblemCode.NULL, "null does not say what is known", needed ? "send it" : UNKNOWN_ADVICE);
        }
        if (fact.type().isSet()) {
            return token == JsonToken.START_ARRAY ? set(fact) : wrongType(fact.label(), fact.type());
        }
        return scalar(fact, needed && fact.type() == FactType.TEXT);
    }

    private @Nullable Object wrong(ProblemCode code, String message, String advice) throws Ended {
        faults.add(code, message, advice);
        tokens.skip();
        return null;
    }

    private @Nullable Object wrongType(String label, FactType type) throws Ended {
        return wrong(ProblemCode.WRONG_TYPE, label + " is " + ValueForms.form(type), ValueForms.advice(type));
    }

    /** Reads {@code {"unknown": "reason"}}. */
    @Nullable
    Unknown unknown() throws Ended {
        String reason = null;
        boolean fits = true;
        Set<String> seen = new HashSet<>();
        while (tokens.next() == JsonToken.FIELD_NAME) {
            String name = tokens.name();
            if (!seen.add(name)) {
                tokens.duplicate();
            }
            if (name.equals(CaseShape.UNKNOWN) && tokens.next() == JsonToken.VALUE_STRING) {
                reason = tokens.text();
            } else {
                fits = false;
                if (!name.equals(CaseShape.UNKNOWN)) {
                    tokens.next();
                }
                tokens.skip();
            }
        }
        if (!fits || reason == null || !Texts.isFact(reason)) {
            faults.add(
                    ProblemCode.BAD_UNKNOWN,
                    "an object here says only that this is not known, and why, in 1 to 200 characters",
                    UNKNOWN_ADVICE);
            return null;
        }
        return new Unknown(Texts.normal(reason));
    }

    private @Nullable Object scalar(Fact fact, boolean isId) throws Ended {
        JsonToken token = tokens.current();
        FactType type = fact.type();
        if (type == FactType.YES_NO && token.isBoolean()) {
            return token == JsonToken.VALUE_TRUE;
        } else if (type.isNumber() && token.isNumeric()) {
            return number(fact, type == FactType.NUMBER);
        } else if (type != FactType.YES_NO && !type.isNumber() && token == JsonToken.VALUE_STRING) {
            return isId ? id(fact) : text(fact);
        }
        return wrongType(fact.label(), type);
    }

    private @Nullable SortedSet<String> set(Fact fact) throws Ended {
        SortedSet<String> values = new TreeSet<>();
        boolean fits = true;
        int count = 0;
        for (; tokens.next() != JsonToken.END_ARRAY; count++) {
            if (count >= CaseShape.MOST_ELEMENTS) {
                tokens.skip();
                continue;
            }
            faults.place().element(count);
            Object value = element(fact);
            boolean isNew = value != null && values.add(String.valueOf(value));
            if (value != null && !isNew) {
                faults.add(ProblemCode.DUPLICATE_VALUE, "this value stands twice in the list", "keep one of the two");
            }
            fits &= isNew;
        }
        faults.place().at(fact.name());
        if (count > CaseShape.MOST_ELEMENTS) {
            faults.add(ProblemCode.TOO_MANY, "the list holds more than " + CaseShape.MOST_ELEMENTS + " values", null);
            return null;
        }
        return fits ? values : null;
    }

    private @Nullable Object element(Fact fact) throws Ended {
        JsonToken token = tokens.current();
        boolean number = fact.type() == FactType.SET_OF_NUMBERS;
        if (token == JsonToken.VALUE_NULL) {
            return wrong(ProblemCode.NULL, "null does not say what is known", "leave it out of the list");
        } else if (number && token.isNumeric()) {
            return number(fact, false);
        } else if (!number && token == JsonToken.VALUE_STRING) {
            return text(fact);
        }
        return wrongType("each value in this list", number ? FactType.WHOLE_NUMBER : FactType.TEXT);
    }

    private @Nullable Object number(Fact fact, boolean decimal) throws Ended {
        String written = tokens.number();
        if (written == null) {
            return null;
        }
        Object value = decimal ? CaseNumbers.decimal(written) : CaseNumbers.whole(written);
        if (value == null) {
            return bad(ProblemCode.BAD_NUMBER, fact, ValueForms.limits(decimal), ValueForms.numberAdvice(decimal));
        }
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if (min != null && compare(value, min) < 0) {
            return bad(ProblemCode.OUT_OF_RANGE, fact, "at least " + min.toPlainString(), null);
        } else if (max != null && compare(value, max) > 0) {
            return bad(ProblemCode.OUT_OF_RANGE, fact, "at most " + max.toPlainString(), null);
        }
        return value;
    }

    private static int compare(Object value, BigDecimal bound) {
        return (value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value).compareTo(bound);
    }

    private @Nullable Object bad(ProblemCode code, Fact fact, String must, @Nullable String advice) {
        faults.add(code, fact.label() + " is " + must, advice);
        return null;
    }

    private @Nullable Object text(Fact fact) throws Ended {
        String written = tokens.text();
        if (written == null) {
            return null;
        }
        return switch (fact.type()) {
            case DATE -> day(fact, Dates.read(written));
            case MONTH -> day(fact, Dates.readMonth(written));
            case MONTH_DAY -> day(fact, Dates.isMonthDay(written) ? written : null);
            case TIME -> day(fact, Dates.isTime(written) ? written : null);
            case ONE_OF, SET_OF -> code(fact, written);
            default -> plain(fact, written);
        };
    }

    private @Nullable Object day(Fact fact, @Nullable Object day) {
        return day != null
                ? day
                : bad(
                        ProblemCode.BAD_DATE,
                        fact,
                        ValueForms.day(fact.type()),
                        "write it as " + ValueForms.example(fact.type()));
    }

    private @Nullable Object code(Fact fact, String written) {
        if (fact.values().containsKey(written)) {
            return written;
        }
        List<String> allowed = List.copyOf(fact.values().keySet());
        String reason = fact.refuses().get(written);
        if (reason != null) {
            faults.add(ProblemCode.REFUSED_VALUE, reason, "send one of the allowed values", allowed);
        } else {
            faults.add(
                    ProblemCode.NOT_ALLOWED,
                    "this is not an allowed value of " + fact.label(),
                    "send one of the allowed values, just as they are listed",
                    allowed);
        }
        return null;
    }

    private @Nullable Object id(Fact fact) throws Ended {
        String written = tokens.text();
        return written == null || Texts.isId(written)
                ? written
                : bad(ProblemCode.BAD_ID, fact, ValueForms.ID, ValueForms.ID_ADVICE);
    }

    private @Nullable Object plain(Fact fact, String written) {
        return Texts.isFact(written)
                ? Texts.normal(written)
                : bad(
                        ProblemCode.BAD_TEXT,
                        fact,
                        "one line of 1 to 200 characters",
                        "leave out blanks at its ends, tabs and line breaks");
    }
}
