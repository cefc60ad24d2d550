package org.hqccp.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * Takes records that become items of a student's lists, as they come, in any order. An item that cannot be told makes the list of its
 * student unknown, and nobody else's.
 */
final class Itemizing {
    private static final String NO_ITEM = "no item";

    private final List<ItemList> lists;
    private final ItemValues values;
    private final Meanings meanings;
    private final Sayings sayings;
    private final ImportReport report;
    private final Places places = new Places();
    private final Map<String, StudentItems> students = new HashMap<>();
    private final Map<Object, Object> pool = new HashMap<>();

    Itemizing(List<CrosswalkRow> rows, Meanings meanings, Sayings sayings, ImportReport report) {
        this.lists = ItemList.of(rows);
        this.values = new ItemValues(meanings, sayings, report);
        this.meanings = meanings;
        this.sayings = sayings;
        this.report = report;
    }

    List<ItemList> lists() {
        return lists;
    }

    Places places() {
        return places;
    }

    @Nullable
    StudentItems of(String id) {
        return students.get(id);
    }

    private StudentItems items(String id) {
        return students.computeIfAbsent(id, i -> new StudentItems(lists.size()));
    }

    private ItemList list(RecordRows rows) {
        CrosswalkRow row = rows.all(How.ITEM).get(0);
        return lists.stream()
                .filter(list -> list.items().equals(row.items()))
                .findFirst()
                .orElseThrow();
    }

    /** A record of somebody could not be taken: what it is about may be an item. */
    void spoil(RecordRows rows, String id) {
        items(id).spoil(list(rows).number(), Claims.NOT_UNDERSTOOD);
    }

    /** Takes a record that holds on the day of the cases. */
    void accept(RecordRows rows, String id, Scope record) {
        ItemList list = list(rows);
        StudentItems items = items(id);
        CrosswalkRow row = rows.all(How.ITEM).get(0);
        Object isItem = isItem(rows, row, record);
        if (isItem == NO_ITEM) {
            return;
        }
        if (isItem instanceof Unknown unknown) {
            items.spoil(list.number(), unknown);
            return;
        }
        String itemId = itemId(rows, record);
        LocalDate day = Validity.first(rows, record);
        if (itemId == null || (day == null && !rows.firstDays().isEmpty())) {
            items.spoil(list.number(), Claims.NOT_UNDERSTOOD);
            note(
                    Kind.NOT_UNDERSTOOD,
                    row,
                    record,
                    itemId == null
                            ? "it has no id, or several, so that nobody knows whether it was told before: the list is unknown"
                            : "it has no day: the list is unknown");
            return;
        }
        if (items.trouble(list.number()) != null) {
            return; // It stays unknown, whatever else is told.
        }
        if (isItem.equals(false)) {
            if (items.get(list.number(), itemId) != null) {
                contradict(list, items, row, record);
            } else {
                items.putOther(list.number(), itemId);
            }
            return;
        }
        @Nullable Object[] said = new Object[list.facts().size()];
        for (CrosswalkRow each : rows.ofItems()) {
            int fact = list.facts().indexOf(Objects.requireNonNull(each.fact()));
            Object value = values.of(rows, each, record);
            said[fact] = value == null ? said[fact] : Claims.both(said[fact], value);
        }
        add(
                list,
                items,
                itemId,
                new StudentItems.Item(
                        day, Collections.unmodifiableList(Arrays.asList(said)), places.of(record, ""), record.row()),
                row,
                record);
    }

    /** Whether a record is an item: true, false, not by its condition, or not known. */
    private Object isItem(RecordRows rows, CrosswalkRow row, Scope record) {
        Sayings.Found found = sayings.find(rows, row, record);
        if (!found.unclear().isEmpty()) {
            note(Kind.NOT_UNDERSTOOD, row, record, Sayings.UNCLEAR);
            return Claims.NOT_UNDERSTOOD;
        } else if (!found.holds()) {
            return NO_ITEM;
        } else if (row.hasNoElement()) {
            return true;
        }
        boolean isNone = false;
        boolean isUnknown = false;
        List<String> unknown = new ArrayList<>();
        for (String code : found.written().isEmpty() ? List.of(Crosswalk.BLANK) : found.written()) {
            String meaning = Meanings.isText(code) ? meanings.code(row.codes(), code) : null;
            if (meaning == null) {
                unknown.add(Meanings.plain(code));
            } else if (meaning.equals("yes")) {
                return true;
            } else if (meaning.equals("no")) {
                isNone = true;
            } else {
                isUnknown |= meaning.equals(Crosswalk.NOT_KNOWN);
            }
        }
        unknown.forEach(code -> report.code(record, row.elements().get(0), row.place(), code));
        if (!unknown.isEmpty()) {
            return Claims.NOT_UNDERSTOOD;
        } else if (found.written().isEmpty() && !isNone) {
            return Meanings.NOT_TOLD; // Whole deliveries have no such code: it is told once, and not of each record.
        } else if (isUnknown || !isNone) {
            note(Kind.NOT_UNDERSTOOD, row, record, "its code does not tell whether it is an item: the list is unknown");
            return Meanings.NOT_TOLD;
        }
        return false;
    }

    private static @Nullable String itemId(RecordRows rows, Scope record) {
        StringBuilder id = new StringBuilder(rows.record());
        for (CrosswalkRow row : rows.all(How.ITEM_ID)) {
            List<String> written = record.get(row.elements().get(0));
            if (written.size() != 1 || !Meanings.isText(written.get(0))) {
                return null;
            }
            id.append('\n').append(written.get(0));
        }
        return id.toString();
    }

    private void add(
            ItemList list, StudentItems items, String id, StudentItems.Item item, CrosswalkRow row, Scope record) {
        StudentItems.Item before = items.get(list.number(), id);
        if (items.isOther(list.number(), id)) {
            contradict(list, items, row, record);
        } else if (before == null && items.isFull(list.number())) {
            items.spoil(list.number(), Claims.NOT_UNDERSTOOD);
            note(
                    Kind.NOT_UNDERSTOOD,
                    row,
                    record,
                    "there are more than " + StudentItems.MOST + " of one student: the list is unknown");
        } else if (before == null) {
            items.put(list.number(), id, item);
        } else {
            note(Kind.DUPLICATE, row, record, "line " + before.line() + " has the same id: taken once");
            items.put(list.number(), id, values.both(list, before, item, record, row));
        }
    }

    private void contradict(ItemList list, StudentItems items, CrosswalkRow row, Scope record) {
        items.spoil(list.number(), Claims.CONTRADICTED);
        note(
                Kind.CONTRADICTION,
                row,
                record,
                "another record has the same id, and only one of the two is an item: the list is unknown");
    }

    /** Holds what a record says of the days between its first and its last. */
    void span(RecordRows rows, String id, Scope record) {
        if (students.size() >= Gathering.MOST_STUDENTS && !students.containsKey(id)) {
            return; // Nobody that is not held either: see Gathering.
        }
        LocalDate from = Validity.first(rows, record);
        LocalDate to = null;
        for (CrosswalkRow row : rows.all(How.UNTIL)) {
            for (String written : record.get(row.elements().get(0))) {
                LocalDate day = Validity.day(written);
                if (day == null) {
                    from = null;
                } else {
                    to = to == null || day.isBefore(to) ? day : to;
                }
            }
        }
        if (from == null || (to != null && to.isBefore(from))) {
            items(id).spoilSpans(); // Gathering tells it.
            return;
        }
        for (CrosswalkRow row : rows.all(How.ON_DAY)) {
            Object value = values.quietly(rows, row, record);
            if (value != null) {
                items(id).add(shared(new StudentItems.Span(row, from, to, value)));
            }
        }
    }

    /** Forgets those of whom no list has an item. */
    void forget() {
        students.values().removeIf(StudentItems::isEmpty);
        pool.clear();
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) pool.computeIfAbsent(value, v -> v);
    }

    private void note(Kind kind, CrosswalkRow row, Scope record, String message) {
        String element = row.elements().isEmpty() ? "" : row.elements().get(0);
        report.note(kind, record, element, row.place(), message);
    }
}
