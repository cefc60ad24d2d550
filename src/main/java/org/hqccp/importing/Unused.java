package org.hqccp.importing;

import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.RedTraits;
import org.jspecify.annotations.Nullable;

/** Tells of columns and elements that are not used. What they hold has not been looked at. */
final class Unused {
    private Unused() {}

    /**
     * Tells of one.
     *
     * @param row what the crosswalk says of it; none where it does not know it
     * @param name its own name, without the path to it
     */
    static void tell(
            ImportReport report, String file, @Nullable CrosswalkRow row, String place, String name, long times) {
        // RED whatever the crosswalk says: a name is enough.
        if (RedTraits.isNamedBy(name.replaceAll("[^A-Za-z]+", " "))
                || (row != null && row.how() == CrosswalkRow.How.REFUSE)) {
            report.column(
                    Kind.REFUSED,
                    file,
                    place,
                    times,
                    (row == null ? "a RED trait" : row.name()) + ": dropped, never held");
        } else if (row == null) {
            report.column(Kind.NOT_KNOWN, file, place, times, "not in the crosswalk: not read");
        } else if (row.how() == CrosswalkRow.How.IDENTITY) {
            report.column(Kind.IDENTITY, file, place, times, row.name() + ": dropped, never held");
        } else {
            report.column(Kind.NOT_READ, file, place, times, row.name() + ": no fact reads it");
        }
    }
}
