package org.hqccp.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** What records say of the facts of one item. */
record ItemValues(Meanings meanings, Sayings sayings, ImportReport report) {

    /** The value a row gives; an {@link Unknown} where it was not understood, and told; nothing where the record says nothing. */
    @Nullable
    Object of(RecordRows rows, CrosswalkRow row, Scope record) {
        return of(rows, row, record, true);
    }

    /** The same, and nothing told. */
    @Nullable
    Object quietly(RecordRows rows, CrosswalkRow row, Scope record) {
        return of(rows, row, record, false);
    }

    private @Nullable Object of(RecordRows rows, CrosswalkRow row, Scope record, boolean tells) {
        Fact fact = Objects.requireNonNull(row.fact());
        String element = row.elements().get(0);
        Sayings.Found found = sayings.find(rows, row, record);
        Object all = null;
        for (Scope part : found.unclear()) {
            all = Claims.NOT_UNDERSTOOD;
            note(tells, row, part, Sayings.UNCLEAR);
        }
        for (String written : found.written()) {
            Meanings.Meaning meaning = meanings.of(row, fact, written);
            Object value = Claims.NOT_UNDERSTOOD;
            if (meaning instanceof Meanings.Meaning.Value some) {
                value = some.value();
            } else if (meaning instanceof Meanings.Meaning.NoValue none) {
                note(tells, row, record, none.why());
            } else if (tells && meaning instanceof Meanings.Meaning.NoSuchCode none) {
                report.code(record, element, row.place(), none.code());
            }
            Object before = all;
            all = value == null ? all : Claims.both(all, value);
            if (tells && all == Claims.CONTRADICTED && before != Claims.CONTRADICTED) {
                report.note(
                        Kind.CONTRADICTION,
                        record,
                        element,
                        row.place(),
                        "it says two things of " + fact.label() + ": unknown");
            }
        }
        return all;
    }

    private void note(boolean tells, CrosswalkRow row, Scope record, String message) {
        if (tells) {
            String element = row.elements().get(0);
            report.note(Kind.NOT_UNDERSTOOD, record, element, row.place(), message);
        }
    }

    /** What two records with the same id say together: where they differ, nothing is known. */
    StudentItems.Item both(
            ItemList list, StudentItems.Item before, StudentItems.Item item, Scope record, CrosswalkRow row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < list.facts().size(); i++) {
            Object old = before.values().get(i);
            Object young = item.values().get(i);
            boolean differs =
                    old != null && young != null && !isUnknown(old) && !isUnknown(young) && !old.equals(young);
            if (differs) {
                report.note(
                        Kind.CONTRADICTION,
                        record.file(),
                        record.row(),
                        0,
                        row.record(),
                        "it contradicts what line " + before.line() + " said of "
                                + list.facts().get(i).label() + ": unknown");
            }
            values.add(differs ? Claims.CONTRADICTED : young == null ? old : Claims.both(old, young));
        }
        return new StudentItems.Item(before.day(), Collections.unmodifiableList(values), before.place(), before.line());
    }

    private static boolean isUnknown(Object value) {
        return value instanceof Unknown;
    }
}
