package org.hqccp.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.facts.Fact;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;

/**
 * A list of a student that records fill, each record with an item.
 *
 * @param number its number among the lists
 * @param items which list it is
 * @param rows the rows that say which records are items
 * @param facts the facts of an item that rows give a value
 * @param onDay the rows of other records that say what held on the day of an item
 * @param doubted the facts of which one same value for all items is not believed
 */
record ItemList(
        int number,
        CrosswalkRow.Items items,
        List<CrosswalkRow> rows,
        List<Fact> facts,
        List<CrosswalkRow> onDay,
        List<Fact> doubted) {

    /** The lists that the rows of a format fill. */
    static List<ItemList> of(List<CrosswalkRow> all) {
        Map<CrosswalkRow.Items, List<CrosswalkRow>> byList = new LinkedHashMap<>();
        all.stream()
                .filter(row -> row.items() != null)
                .forEach(row -> byList.computeIfAbsent(Objects.requireNonNull(row.items()), i -> new ArrayList<>())
                        .add(row));
        List<ItemList> lists = new ArrayList<>();
        byList.forEach((items, rows) -> lists.add(new ItemList(
                lists.size(),
                items,
                rows.stream().filter(row -> row.how() == How.ITEM).toList(),
                facts(rows),
                rows.stream().filter(row -> row.how() == How.ON_DAY).toList(),
                facts(rows).stream()
                        .filter(fact -> rows.stream()
                                .noneMatch(row -> Objects.equals(row.fact(), fact) && row.believesConstant()))
                        .toList())));
        return List.copyOf(lists);
    }

    private static List<Fact> facts(List<CrosswalkRow> rows) {
        return rows.stream()
                .map(CrosswalkRow::fact)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted(Comparator.comparingInt(Fact::slot))
                .toList();
    }

    /** Whether a list without an item is believed though nobody has one. */
    boolean believesConstant() {
        return rows.stream().anyMatch(CrosswalkRow::believesConstant);
    }

    /** The kinds of records that have items for it. */
    List<String> records() {
        return rows.stream().map(CrosswalkRow::record).distinct().toList();
    }
}
