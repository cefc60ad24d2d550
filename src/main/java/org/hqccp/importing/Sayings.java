package org.hqccp.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;

/**
 * What a record says of its student, row by row of the crosswalk.
 *
 * @param day the day of the cases
 */
record Sayings(Claims claims, Meanings meanings, LocalDate day) {
    static final String UNCLEAR = "its first or last day is no date: unknown";

    /**
     * What a row finds in a record.
     *
     * @param holds whether it holds for the record, or for any part of it
     * @param written the values of its element there
     * @param unclear parts whose first or last day is no date
     */
    record Found(boolean holds, List<String> written, List<Scope> unclear) {}

    /** Says what a row says, once for each part of the record that it holds for. */
    void say(RecordRows rows, CrosswalkRow row, Student student, Scope record) {
        Found found = find(rows, row, record);
        found.unclear().forEach(part -> claims.notUnderstood(row, student, part, UNCLEAR));
        if (row.how() == How.YES && found.holds()) {
            claims.yes(row, student, record);
        } else if (row.how() == How.READ && row.elements().size() == 2) {
            claims.difference(row, student, record);
        } else if (row.how() == How.READ && !found.written().isEmpty()) {
            claims.values(row, student, record, found.written());
        }
    }

    /** Finds the values of a row's one element, in each part of the record that the row holds for. */
    Found find(RecordRows rows, CrosswalkRow row, Scope record) {
        CrosswalkRow.When when = row.when();
        String part = rows.part(row);
        List<Scope> parts = part.isEmpty() ? List.of(record) : record.parts(part);
        List<String> written = new ArrayList<>();
        List<Scope> unclear = new ArrayList<>();
        boolean holds = false;
        for (Scope each : parts) {
            if (when != null && !meanings.meets(when, each.get(below(part, when.element())))) {
                continue;
            }
            Validity validity = part.isEmpty() ? Validity.HOLDS : Validity.of(rows, part, each, day);
            if (validity == Validity.NOT_UNDERSTOOD) {
                unclear.add(each);
            } else if (validity == Validity.HOLDS) {
                holds = true;
                if (row.elements().size() == 1) {
                    written.addAll(each.get(below(part, row.elements().get(0))));
                }
            }
        }
        return new Found(holds, written, unclear);
    }

    static String below(String part, String path) {
        return part.isEmpty() ? path : path.substring(part.length() + 1);
    }
}
