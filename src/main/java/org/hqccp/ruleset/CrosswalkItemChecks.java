package org.hqccp.ruleset;

import java.util.List;
import java.util.function.Predicate;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * What rows about the items of a list need of each other.
 *
 * @param rows the sound rows
 * @param problems gets what is wrong
 */
record CrosswalkItemChecks(List<CrosswalkRow> rows, Problems problems) {

    /** Takes a mistake in a column of a row. */
    interface Problems {
        void add(CrosswalkRow row, String column, String code, String message, @Nullable String advice);
    }

    void check() {
        for (CrosswalkRow row : rows) {
            switch (row.how()) {
                case ITEM -> item(row);
                case ITEM_ID -> needs(row, How.ITEM);
                case ON_DAY -> onDay(row);
                default -> {}
            }
            if (row.saysSomethingOfItems()) {
                value(row);
            }
        }
    }

    private void item(CrosswalkRow row) {
        needs(row, How.ITEM_ID);
        if (row.hasNoElement() && !row.codes().isEmpty()) {
            problems.add(
                    row,
                    "codes",
                    "LIST",
                    "without an element there are no codes",
                    "name the element, or leave 'codes' empty: then each such record is an item");
        }
        CrosswalkRow first = rows.stream()
                .filter(r -> r.how() == How.ITEM && isOfRecord(row).test(r))
                .findFirst()
                .orElse(row);
        if (first != row) {
            problems.add(row, "how", "ITEM", "a record is an item of one list only", "keep one row with 'item' for it");
        }
    }

    private void needs(CrosswalkRow row, How how) {
        if (rows.stream().noneMatch(isOfRecord(row).and(r -> r.how() == how))) {
            problems.add(
                    row,
                    "how",
                    "ITEM",
                    "'" + row.how().word() + "' needs a row with '" + how.word() + "' for its record",
                    "add one for " + row.record());
        }
    }

    /** The day of an item is the first day of its record: without one nobody knows what held on it. */
    private void onDay(CrosswalkRow row) {
        needs(row, How.FROM);
        for (CrosswalkRow item : rows) {
            if (item.how() == How.ITEM
                    && isOfList(row).test(item)
                    && rows.stream().noneMatch(isOfRecord(item).and(r -> r.how() == How.FROM))) {
                problems.add(
                        row,
                        "how",
                        "ITEM",
                        "'on-day' needs the day of the item: a row with 'from' for " + item.record(),
                        "add one for " + item.record());
            }
        }
    }

    private void value(CrosswalkRow row) {
        CrosswalkRow.Items items = row.items();
        Predicate<CrosswalkRow> isItem =
                r -> r.how() == How.ITEM && isOfList(row).test(r);
        Predicate<CrosswalkRow> isThere = row.how() == How.ON_DAY ? isItem : isItem.and(isOfRecord(row));
        if (items != null && rows.stream().noneMatch(isThere)) {
            problems.add(
                    row,
                    "fact",
                    "ITEM",
                    "nothing says that "
                            + (row.how() == How.ON_DAY ? "a record" : "a record of " + row.record())
                            + " is an item of " + items.path(),
                    "add a row with 'item' and " + items.path());
        }
        if (row.elements().size() > 1) {
            problems.add(
                    row, "element", "ELEMENT", "a fact of an item is read from one element", "name one element only");
        }
        if (row.lookup() != null) {
            problems.add(
                    row,
                    "codes",
                    "LIST",
                    "a fact of an item cannot be looked up in another record",
                    "name a list of codes, or leave 'codes' empty");
        }
    }

    private static Predicate<CrosswalkRow> isOfRecord(CrosswalkRow row) {
        return r -> r.format().equals(row.format()) && r.record().equals(row.record());
    }

    private static Predicate<CrosswalkRow> isOfList(CrosswalkRow row) {
        return r -> r.format().equals(row.format())
                && row.items() != null
                && row.items().equals(r.items());
    }
}
