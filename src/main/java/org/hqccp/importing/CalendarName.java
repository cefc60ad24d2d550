package org.hqccp.importing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/**
 * What names a calendar: all parts of its name, or some. A part is called as the last step of its path, so that {@code SchoolId} is the same
 * part wherever it stands.
 */
record CalendarName(Map<String, String> parts) {

    /** The parts a record gives; none where they cannot be read, contradict each other, or are only pointed at. */
    static @Nullable CalendarName of(List<CrosswalkRow> rows, Scope record) {
        Map<String, String> parts = new TreeMap<>();
        for (CrosswalkRow row : rows) {
            String path = row.elements().get(0);
            List<String> written = record.get(path);
            if (written.isEmpty() && !isBegun(path, record)) {
                continue;
            }
            if (written.size() != 1 || !Meanings.isText(written.get(0))) {
                return null;
            }
            String before = parts.put(path.substring(path.lastIndexOf('/') + 1), written.get(0));
            if (before != null && !before.equals(written.get(0))) {
                return null;
            }
        }
        return new CalendarName(Map.copyOf(parts));
    }

    /** Whether a record has the element that a path begins with: without what stands below, it only points at another record. */
    private static boolean isBegun(String path, Scope record) {
        int slash = path.indexOf('/');
        return slash > 0 && !record.parts(path.substring(0, slash)).isEmpty();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether another name says all that this one says. */
    boolean fits(CalendarName other) {
        return other.parts.entrySet().containsAll(parts.entrySet());
    }
}
