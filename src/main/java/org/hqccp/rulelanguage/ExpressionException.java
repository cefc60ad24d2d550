package org.hqccp.rulelanguage;

import org.jspecify.annotations.Nullable;

/** A condition or expression that cannot be read; turned into a {@link Problem} by whoever knows the file. */
final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String code;
    private final @Nullable String advice;

    ExpressionException(int offset, String code, String message, @Nullable String advice) {
        super(message, null, false, false);
        this.offset = offset;
        this.code = code;
        this.advice = advice;
    }

    /** Where in the expression's text, from 0. */
    int offset() {
        return offset;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String advice() {
        return advice;
    }
}
