package org.hqccp.rulelanguage;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a rule folder, told to the person who wrote it.
 *
 * @param file the file, as a path below the rule folder
 * @param line line counted from 1; 0 only where there is no file to go to, see {@link #ofFile}
 * @param column column counted from 1; 0 with the line
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

    public Problem {
        if (Math.min(line, column) < 0 || (line == 0) != (column == 0)) {
            throw new IllegalArgumentException(
                    code + " needs a line and a column: " + file + ":" + line + ":" + column);
        }
    }

    /** A problem of a file that is missing or cannot be opened, or of the whole folder: there is no line to go to. */
    public static Problem ofFile(String file, String code, String message, @Nullable String advice) {
        return new Problem(file, 0, 0, code, message, advice);
    }

    /** {@code file:line:column}, or the file alone where there is no line to go to. */
    public String place() {
        return line == 0 ? file : file + ":" + line + ":" + column;
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
