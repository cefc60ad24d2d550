package org.hqccp.importing;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private final List<Map<String, Item>> items = new ArrayList<>(1);
    private final List<@Nullable Unknown> troubles = new ArrayList<>(1);
    private final List<Span> spans = new ArrayList<>(1);
    private boolean isSpoiled;

    /**
     * What records say of one item.
     *
     * @param isItem whether it is one after all
     * @param day its day; none where its records have no days
     * @param values by number of the fact: a value, an {@link Unknown}, or nothing
     * @param place where it was first met
     * @param line the line it was first met on
     */
    record Item(boolean isItem, @Nullable LocalDate day, List<@Nullable Object> values, long place, long line) {}

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

    StudentItems(int lists) {
        for (int i = 0; i < lists; i++) {
            items.add(Map.of());
            troubles.add(null);
        }
    }

    @Nullable
    Item get(int list, String id) {
        return items.get(list).get(id);
    }

    List<Item> all(int list) {
        return items.get(list).values().stream().filter(Item::isItem).toList();
    }

    void put(int list, String id, Item item) {
        if (items.get(list).isEmpty()) {
            items.set(list, new LinkedHashMap<>(4));
        }
        items.get(list).put(id, item);
    }

    boolean isFull(int list) {
        return items.get(list).size() >= MOST;
    }

    /** Makes a list unknown; the first reason stays. */
    void spoil(int list, Unknown why) {
        if (troubles.get(list) == null) {
            troubles.set(list, why);
        }
    }

    @Nullable
    Unknown trouble(int list) {
        return troubles.get(list);
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
}
