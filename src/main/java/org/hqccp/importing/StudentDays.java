package org.hqccp.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held of one student to count days: when and where the student was enrolled, and the days that records tell of. */
final class StudentDays {
    private final List<Span> spans = new ArrayList<>(1);
    private final @Nullable DayCounts[] counts;
    private boolean isSpoiled;

    /**
     * Days from one to another, by their numbers in the school year, both taken.
     *
     * @param where the calendar that holds; none where that cannot be read
     */
    record Span(int from, int to, @Nullable CalendarName where) {
        boolean holds(int day) {
            return from <= day && day <= to;
        }
    }

    StudentDays(int counts) {
        this.counts = new DayCounts[counts];
    }

    DayCounts counts(int number) {
        DayCounts known = counts[number];
        DayCounts of = known == null ? new DayCounts() : known;
        counts[number] = of;
        return of;
    }

    /** A student of more than a few is a mistake of the files: what is counted is unknown then. */
    void add(Span span) {
        if (spans.contains(span)) {
            return;
        }
        if (spans.size() < 50) {
            spans.add(span);
        } else {
            isSpoiled = true;
        }
    }

    /** When the student was enrolled cannot be read. */
    void spoilSpans() {
        isSpoiled = true;
    }

    boolean isSpoiled() {
        return isSpoiled;
    }

    List<Span> spans() {
        return spans;
    }
}
