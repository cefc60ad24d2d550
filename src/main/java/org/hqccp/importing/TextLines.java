package org.hqccp.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each of a bounded length, with a way to give some back. Ends with LF, CRLF or CR, as it comes. */
final class TextLines {
    /** Longer lines are no rows of a table. */
    static final int LONGEST = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int at;
    private int filled;
    private long number;

    /**
     * One line.
     *
     * @param number counted from 1
     * @param isTooLong whether it was longer than a line may be; its text is then left out
     */
    record Line(long number, String text, boolean isTooLong) {}

    TextLines(Reader in) {
        this.in = in;
    }

    @Nullable
    Line next() throws IOException {
        Line again = givenBack.poll();
        if (again != null) {
            return again;
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        boolean begun = false;
        while (at < filled || fill()) {
            begun = true;
            int end = at;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            tooLong |= text.length() + end - at > LONGEST;
            if (tooLong) {
                text.setLength(0);
            } else {
                text.append(buffer, at, end - at);
            }
            at = end;
            if (end < filled) {
                boolean isReturn = buffer[at++] == '\r';
                if (isReturn && (at < filled || fill()) && buffer[at] == '\n') {
                    at++;
                }
                break;
            }
        }
        return begun ? new Line(++number, text.toString(), tooLong) : null;
    }

    /** The next call of {@link #next} gives this line. Lines are given back from the last to the first. */
    void giveBack(Line line) {
        givenBack.push(line);
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        filled = Math.max(0, read);
        return read > 0;
    }
}
