package org.hqccp.importing;

import java.time.LocalDate;
import java.util.List;
import org.hqccp.facts.Dates;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** Whether a record, or a part of one, holds on the day of the case. */
enum Validity {
    HOLDS,
    OVER,
    NOT_UNDERSTOOD;

    /** @param part the part of the record; empty for the record itself */
    static Validity of(RecordRows rows, String part, Scope scope, LocalDate day) {
        for (How how : List.of(How.FROM, How.UNTIL)) {
            for (CrosswalkRow row : rows.all(how)) {
                String path = row.elements().get(0);
                boolean isOfPart = part.isEmpty() ? !path.contains("/") : path.startsWith(part + "/");
                for (String written : isOfPart ? scope.get(Sayings.below(part, path)) : List.<String>of()) {
                    LocalDate date = day(written);
                    if (date == null) {
                        return NOT_UNDERSTOOD;
                    }
                    if (how == How.FROM ? date.isAfter(day) : date.isBefore(day)) {
                        return OVER;
                    }
                }
            }
        }
        return HOLDS;
    }

    /** The day from which a record holds on; none where it has none that can be read. */
    static @Nullable LocalDate first(RecordRows rows, Scope record) {
        LocalDate first = null;
        for (CrosswalkRow row : rows.firstDays()) {
            for (String written : record.get(row.elements().get(0))) {
                LocalDate day = day(written);
                if (day == null) {
                    return null;
                }
                first = first == null || day.isAfter(first) ? day : first;
            }
        }
        return first;
    }

    /** The day of a date, or of a time with its date. */
    static @Nullable LocalDate day(String written) {
        return Dates.read(written.length() > 10 && written.charAt(10) == 'T' ? written.substring(0, 10) : written);
    }
}
