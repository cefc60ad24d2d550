package org.hqccp.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** What is held of one student to fill lists: the items that records told of, and what held from one day to another. */
final class StudentItems {
    /** Of one student, more is a mistake of the files. */
    static final int MOST = 200;

    /** By number of the list; nothing of most students. */
    private final @Nullable Filled[] lists;

    private final List<Span> spans = new ArrayList<>(1);
    private boolean isSpoiled;

    /**
     * What records say of one item.
     *
     * @param day its day; none where its records have no days
     * @param values by number of the fact: a value, an {@link Unknown}, or nothing
     * @param place where it was first met
     * @param line the line it was first met on
     */
    record Item(@Nullable LocalDate day, List<@Nullable Object> values, long place, long line) {}

    /**
     * What held from one day to another, both taken.
     *
     * @param row the row that says so
     * @param to the last day; none where it holds still
     * @param value a value of the row's fact, or an {@link Unknown}
     */
    record Span(CrosswalkRow row, LocalDate from, @Nullable LocalDate to, Object value) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** What is known of one list. */
    private static final class Filled {
        private final Map<String, Item> items = new LinkedHashMap<>(4);
        /** Marks of records that are no items. There may be many of them, so no more is held. */
        private long[] others = {};

        private @Nullable Unknown trouble;
    }

    StudentItems(int lists) {
        this.lists = new Filled[lists];
    }

    private Filled filled(int list) {
        Filled known = lists[list];
        Filled filled = known == null ? new Filled() : known;
        lists[list] = filled;
        return filled;
    }

    @Nullable
    Item get(int list, String id) {
        Filled filled = lists[list];
        return filled == null ? null : filled.items.get(id);
    }

    List<Item> all(int list) {
        Filled filled = lists[list];
        return filled == null ? List.of() : List.copyOf(filled.items.values());
    }

    void put(int list, String id, Item item) {
        filled(list).items.put(id, item);
    }

    boolean isFull(int list) {
        Filled filled = lists[list];
        return filled != null && filled.items.size() >= MOST;
    }

    /** A record with an id is no item. */
    void putOther(int list, String id) {
        Filled filled = filled(list);
        long mark = mark(id);
        int at = Arrays.binarySearch(filled.others, mark);
        if (at < 0) {
            long[] more = new long[filled.others.length + 1];
            System.arraycopy(filled.others, 0, more, 0, -at - 1);
            more[-at - 1] = mark;
            System.arraycopy(filled.others, -at - 1, more, -at, filled.others.length + at + 1);
            filled.others = more;
        }
    }

    /** Whether a record with the id is no item. That two ids have one mark is less likely than an error of the machine. */
    boolean isOther(int list, String id) {
        Filled filled = lists[list];
        return filled != null && Arrays.binarySearch(filled.others, mark(id)) >= 0;
    }

    private static long mark(String id) {
        long mark = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            mark = (mark ^ id.charAt(i)) * 0x100000001b3L;
        }
        return mark;
    }

    /** Makes a list unknown; the first reason stays, and nothing else need be held. */
    void spoil(int list, Unknown why) {
        Filled filled = filled(list);
        if (filled.trouble == null) {
            filled.trouble = why;
        }
        filled.items.clear();
        filled.others = new long[0];
    }

    @Nullable
    Unknown trouble(int list) {
        Filled filled = lists[list];
        return filled == null ? null : filled.trouble;
    }

    void add(Span span) {
        if (spans.size() >= MOST) {
            isSpoiled = true;
        } else if (!spans.contains(span)) {
            spans.add(span);
        }
    }

    /** From when to when something held cannot be read. */
    void spoilSpans() {
        isSpoiled = true;
    }

    boolean hasSpoiledSpans() {
        return isSpoiled;
    }

    List<Span> spans() {
        return spans;
    }

    /** Whether no list of the student has an item, or is unknown. */
    boolean isEmpty() {
        return Arrays.stream(lists)
                .allMatch(filled -> filled == null || (filled.items.isEmpty() && filled.trouble == null));
    }
}
