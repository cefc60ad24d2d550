package org.hqccp.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/**
 * The lists of students when all files are read. A list that a case holds is whole, so it is told only where the records with its items
 * are said to be complete: else one item too few would be a "no" that nobody has said.
 */
final class Listed {
    private static final Unknown NOT_WHOLE = new Unknown("the district's files need not name everything");

    private final Gathering gathering;
    private final Itemizing itemizing;
    private final ImportOptions options;
    private final ImportReport report;
    private final List<Student> roster;
    private final Map<ItemList, List<Fact>> constant = new LinkedHashMap<>();
    private final List<ItemList> empty = new ArrayList<>();
    private final List<@Nullable String> lacking = new ArrayList<>();

    Listed(Gathering gathering, ImportOptions options, ImportReport report, List<Student> roster) {
        this.gathering = gathering;
        this.itemizing = gathering.itemizing();
        this.options = options;
        this.report = report;
        this.roster = roster;
        itemizing.lists().forEach(list -> lacking.add(lacking(list)));
    }

    /** Finds what is not believed, and tells what stays unknown. */
    void tell() {
        for (ItemList list : itemizing.lists()) {
            if (list.records().stream().anyMatch(gathering::hasSeen)) {
                if (lacking.get(list.number()) == null) {
                    doubt(list);
                }
                tell(list);
            }
        }
        itemizing.forget();
    }

    private void doubt(ItemList list) {
        List<StudentItems.Item> all = new ArrayList<>();
        boolean isUsed = false;
        for (Student student : roster) {
            StudentItems items = itemizing.of(student.id());
            all.addAll(items == null ? List.of() : items.all(list.number()));
            isUsed |= items != null && items.trouble(list.number()) != null;
        }
        String record = list.rows().get(0).record();
        if (all.isEmpty() && !isUsed && !list.believesConstant() && roster.size() >= options.constantFrom()) {
            empty.add(list);
            report.note(
                    Kind.CONSTANT,
                    record,
                    0,
                    0,
                    list.items().key(),
                    "none of the " + roster.size() + " students has one, so it is taken as not filled in: unknown");
        }
        for (Fact fact : list.doubted()) {
            int number = list.facts().indexOf(fact);
            Object first = all.isEmpty() ? null : all.get(0).values().get(number);
            if (first != null
                    && !(first instanceof Unknown)
                    && all.size() >= options.constantFrom()
                    && all.stream().allMatch(item -> first.equals(item.values().get(number)))) {
                constant.computeIfAbsent(list, l -> new ArrayList<>()).add(fact);
                report.note(
                        Kind.CONSTANT,
                        record,
                        0,
                        0,
                        fact.path(),
                        "all " + all.size() + " have the same value, so it is taken as not filled in: unknown");
            }
        }
    }

    private void tell(ItemList list) {
        String lacks = lacking.get(list.number());
        Map<String, Long> reasons = new TreeMap<>();
        for (Student student : roster) {
            Object value = of(student, list);
            if (value instanceof List) {
                report.known(list.items().key());
                StudentItems items = itemizing.of(student.id());
                if (items != null) {
                    items.all(list.number()).forEach(item -> unclear(list, items, item));
                }
            } else if (value == Meanings.NOT_TOLD) {
                reasons.merge("a record does not tell whether it is one", 1L, Long::sum);
            } else if (value == NOT_WHOLE && lacks != null) {
                reasons.merge(lacks, 1L, Long::sum);
            }
        }
        CrosswalkRow row = list.rows().get(0);
        reasons.forEach((why, met) ->
                report.notCounted(row.record(), row.place(), met, list.items().key() + ": " + why));
    }

    /** Tells of an item of which other records do not tell what held on its day. */
    private void unclear(ItemList list, StudentItems items, StudentItems.Item item) {
        for (CrosswalkRow row : list.onDay()) {
            Object value = onDay(row, items, item);
            if (value instanceof Unknown) {
                itemizing
                        .places()
                        .note(
                                report,
                                value == Claims.CONTRADICTED ? Kind.CONTRADICTION : Kind.NOT_UNDERSTOOD,
                                item.place(),
                                row.place(),
                                Objects.requireNonNull(row.fact()).label()
                                        + ": what held on its day is not understood, or told differently: unknown");
            }
        }
    }

    /** What is missing for a list to be whole; none where it is. */
    private @Nullable String lacking(ItemList list) {
        List<String> undeclared = list.records().stream()
                .filter(record -> !options.complete().contains(record))
                .toList();
        if (!undeclared.isEmpty()) {
            return "it is believed only with --complete " + String.join(",", undeclared);
        }
        for (String record : list.records()) {
            if (!gathering.isWhole(record)) {
                return gathering.hasSeen(record)
                        ? "a part of " + record + " could not be read, and nobody knows whose"
                        : "the files hold no " + record;
            }
        }
        return null;
    }

    /** The lists there can be, by their numbers. */
    List<ItemList> lists() {
        return itemizing.lists();
    }

    /** The items, each with what is known of it; an {@link Unknown} with its reason, or nothing where the files say nothing. */
    @Nullable
    Object of(Student student, ItemList list) {
        StudentItems items = itemizing.of(student.id());
        Unknown trouble = items == null ? null : items.trouble(list.number());
        if (trouble != null) {
            return trouble;
        }
        List<StudentItems.Item> all = items == null ? List.of() : items.all(list.number());
        if (lacking.get(list.number()) != null) {
            return all.isEmpty() ? null : NOT_WHOLE;
        }
        if (empty.contains(list)) {
            return Outcome.CONSTANT;
        }
        List<Map<String, Object>> told = new ArrayList<>();
        for (StudentItems.Item item : all) {
            told.add(facts(list, Objects.requireNonNull(items), item));
        }
        return told;
    }

    private Map<String, Object> facts(ItemList list, StudentItems items, StudentItems.Item item) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < list.facts().size(); i++) {
            Fact fact = list.facts().get(i);
            Object value = item.values().get(i);
            for (CrosswalkRow row : list.onDay()) {
                Object then = fact.equals(row.fact()) ? onDay(row, items, item) : null;
                value = then == null ? value : Claims.both(value, then);
            }
            if (value != null && constant.getOrDefault(list, List.of()).contains(fact)) {
                value = Outcome.CONSTANT;
            }
            if (value != null) {
                facts.put(fact.name(), value);
            }
        }
        return facts;
    }

    /** What held on the day of an item; of the school year in which the record began only, for it may have changed since. */
    private static @Nullable Object onDay(CrosswalkRow row, StudentItems items, StudentItems.Item item) {
        LocalDate day = item.day();
        if (day == null) {
            return null;
        }
        if (items.hasSpoiledSpans()) {
            return Claims.NOT_UNDERSTOOD;
        }
        Object value = null;
        for (StudentItems.Span span : items.spans()) {
            if (span.row() == row
                    && span.holds(day)
                    && Dates.firstOfSchoolYear(span.from()).equals(Dates.firstOfSchoolYear(day))) {
                value = Claims.both(value, span.value());
            }
        }
        return value;
    }
}
