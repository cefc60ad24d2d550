package org.hqccp.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** What the crosswalk says of one kind of record. */
final class RecordRows {
    /** Stands for everything in a record. */
    static final String ALL = "*";

    private final String record;
    private final List<CrosswalkRow> saying;
    private final List<CrosswalkRow> ofItems;
    private final Map<How, List<CrosswalkRow>> byHow = new EnumMap<>(How.class);
    private final Map<String, CrosswalkRow> unused = new LinkedHashMap<>();
    private final Set<String> needed = new LinkedHashSet<>();
    /** By identity: each is one object, and these are asked for with every record. */
    private final Map<CrosswalkRow, String> parts = new IdentityHashMap<>();

    private RecordRows(String record, List<CrosswalkRow> rows) {
        this.record = record;
        this.saying = rows.stream().filter(CrosswalkRow::saysSomething).toList();
        this.ofItems = rows.stream()
                .filter(row -> row.saysSomethingOfItems() && row.how() == How.READ)
                .toList();
        for (CrosswalkRow row : rows) {
            byHow.computeIfAbsent(row.how(), h -> new ArrayList<>()).add(row);
            if (row.how() == How.REFUSE || row.how() == How.IDENTITY || row.how() == How.NOT_READ) {
                unused.put(row.element(), row);
            } else {
                needed.addAll(row.elements());
                CrosswalkRow.When when = row.when();
                if (when != null) {
                    needed.add(when.element());
                }
            }
        }
        rows.forEach(row -> parts.put(row, partOf(row)));
    }

    private String partOf(CrosswalkRow row) {
        CrosswalkRow.When when = row.when();
        String element = row.elements().isEmpty() ? "" : row.elements().get(0);
        return when == null
                ? dated(element)
                : common(row.elements().isEmpty() ? when.element() : element, when.element());
    }

    /** The nearest part around an element that has a first or last day of its own; empty where there is none. */
    private String dated(String element) {
        String part = above(element);
        while (!part.isEmpty()) {
            String within = part + "/";
            if (Stream.of(How.FROM, How.UNTIL)
                    .flatMap(how -> all(how).stream())
                    .anyMatch(day -> day.elements().get(0).startsWith(within))) {
                return part;
            }
            part = above(part);
        }
        return "";
    }

    /** The deepest part of a record that holds both paths. */
    private static String common(String a, String b) {
        String part = above(a);
        while (!part.isEmpty() && !b.startsWith(part + "/")) {
            part = above(part);
        }
        return part;
    }

    private static String above(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** The part of a record that a row holds for on its own, such as one of several addresses; empty for the record itself. */
    String part(CrosswalkRow row) {
        return Objects.requireNonNull(parts.get(row));
    }

    /** The kinds of records of a format, by name. */
    static Map<String, RecordRows> of(List<CrosswalkRow> rows) {
        Map<String, List<CrosswalkRow>> byRecord = new LinkedHashMap<>();
        rows.forEach(row ->
                byRecord.computeIfAbsent(row.record(), r -> new ArrayList<>()).add(row));
        Map<String, RecordRows> records = new LinkedHashMap<>();
        byRecord.forEach((record, of) -> records.put(record, new RecordRows(record, of)));
        return records;
    }

    String record() {
        return record;
    }

    List<CrosswalkRow> all(How how) {
        return byHow.getOrDefault(how, List.of());
    }

    @Nullable
    CrosswalkRow first(How... hows) {
        for (How how : hows) {
            if (!all(how).isEmpty()) {
                return all(how).get(0);
            }
        }
        return null;
    }

    List<CrosswalkRow> saying() {
        return saying;
    }

    /** The rows that say from which day on the whole record holds, and not a part of it. */
    List<CrosswalkRow> firstDays() {
        return all(How.FROM).stream()
                .filter(row -> !row.element().contains("/"))
                .toList();
    }

    /** The rows that read a fact of the item that the record is. */
    List<CrosswalkRow> ofItems() {
        return ofItems;
    }

    /** Whether something is counted of the students whom such records are about. */
    boolean counts() {
        return !all(How.COUNT).isEmpty();
    }

    /** Whether such a record may be an item of a list of the student. */
    boolean hasItems() {
        return !all(How.ITEM).isEmpty();
    }

    /** Whether something of such a record is held of its student whether it holds now or not. */
    boolean isHeldOfEach() {
        return counts() || hasItems() || !all(How.ON_DAY).isEmpty();
    }

    /** Whether such a record tells of a calendar, and of no student. */
    boolean isOfCalendar() {
        return !all(How.CALENDAR).isEmpty() && first(How.KEY, How.STUDENT, How.MEMBER) == null;
    }

    /** Columns or paths whose values are looked at. */
    Set<String> needed() {
        return needed;
    }

    /** Whether nothing in such a record is read. */
    boolean isNotRead() {
        return needed.isEmpty() && unused.containsKey(ALL);
    }

    /** The row that says why an element is not used; for a path, that of the nearest element it stands in. */
    @Nullable
    CrosswalkRow unused(String path) {
        String at = path;
        while (true) {
            CrosswalkRow row = unused.get(at);
            int slash = at.lastIndexOf('/');
            if (row != null || slash < 0) {
                return row;
            }
            at = at.substring(0, slash);
        }
    }
}
