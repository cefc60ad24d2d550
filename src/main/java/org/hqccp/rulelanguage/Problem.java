package org.hqccp.rulelanguage;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a rule folder, told to the person who wrote it.
 *
 * @param file the file, as a path below the rule folder
 * @param line line counted from 1; 0 where the whole file is meant
 * @param column column counted from 1; 0 where the whole line is meant
 * @param code short stable word for the kind of mistake
 * @param message what is wrong, in plain words
 * @param advice what to write instead, if that can be said
 */
public record Problem(
        String file,
        int line,
        int column,
        String code,
        String message,
        @Nullable String advice) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    /** {@code file:line:column}, as far as it is known. */
    public String place() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place() + " " + code + " " + message + (advice == null ? "" : " (" + advice + ")");
    }
}
