package org.hqccp.json;

import java.util.Locale;
import org.hqccp.json.CaseRefused.Kind;

/** The stable word for each thing that can be wrong with a case. Applications may rely on them; docs/case-format.md explains each. */
enum ProblemCode {
    EMPTY(Kind.MALFORMED),
    NOT_UTF_8(Kind.MALFORMED),
    BYTE_ORDER_MARK(Kind.MALFORMED),
    NOT_JSON(Kind.MALFORMED),
    TRAILING_CONTENT(Kind.MALFORMED),
    DUPLICATE_KEY(Kind.MALFORMED),
    TOO_DEEP(Kind.MALFORMED),
    TOO_MANY_TOKENS(Kind.MALFORMED),
    TOO_MANY_NAMES(Kind.MALFORMED),
    TEXT_TOO_LONG(Kind.MALFORMED),
    NAME_TOO_LONG(Kind.MALFORMED),
    NUMBER_TOO_LONG(Kind.MALFORMED),

    TOO_LARGE(Kind.TOO_LARGE),

    NOT_AN_OBJECT(Kind.INVALID),
    MISSING(Kind.INVALID),
    UNKNOWN_FIELD(Kind.INVALID),
    DERIVED_FACT(Kind.INVALID),
    RED_FACT(Kind.INVALID),
    NULL(Kind.INVALID),
    WRONG_TYPE(Kind.INVALID),
    BAD_NUMBER(Kind.INVALID),
    OUT_OF_RANGE(Kind.INVALID),
    BAD_DATE(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    BAD_CHARACTERS(Kind.INVALID),
    BAD_ID(Kind.INVALID),
    BAD_UNKNOWN(Kind.INVALID),
    NOT_ALLOWED(Kind.INVALID),
    REFUSED_VALUE(Kind.INVALID),
    TOO_MANY(Kind.INVALID),
    DUPLICATE_VALUE(Kind.INVALID),
    DUPLICATE_ID(Kind.INVALID),
    MORE_PROBLEMS(Kind.INVALID);

    private final Kind kind;

    ProblemCode(Kind kind) {
        this.kind = kind;
    }

    /** The word as it is sent, {@code unknown-field}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a case with this fault is as a whole. */
    Kind kind() {
        return kind;
    }
}
