package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.Table;

/** M-05: how many of those flagged received the support in time, from a table that says when each came. */
public final class SupportReach {
    private static final List<String> COLUMNS = List.of("support", "urgency", "received");
    private static final Map<String, Integer> SCHOOL_DAYS = Map.of("U0", 0, "U1", 5, "U2", 20);

    private SupportReach() {}

    /**
     * Reads the table: a row for each flag, with the school days until the support came, {@code no} if it did not come, or nothing while
     * that is not known; for U3, {@code yes} if it came by the next MyCAP meeting.
     */
    public static Measure of(String file, String text, List<Problem> problems) {
        SortedMap<String, long[]> counts = new TreeMap<>();
        for (Table.Row row : Table.read(file, text, COLUMNS, problems)) {
            String urgency = row.get("urgency");
            String received = row.get("received");
            if (!urgency.matches("U[0-3]") || !received.matches(urgency.equals("U3") ? "yes|no|" : "\\d{1,4}|no|")) {
                problems.add(row.problem(
                        "received",
                        "RECEIVED",
                        "'" + received + "' does not say when a support of urgency '" + urgency + "' came",
                        "write school days, or no; for U3 yes or no; nothing while it is not known"));
                continue;
            }
            long[] count = counts.computeIfAbsent(row.get("support"), s -> new long[3]);
            if (received.isEmpty()) {
                count[2]++;
            } else {
                count[0]++;
                count[1] += isInTime(urgency, received) ? 1 : 0;
            }
        }
        List<Measure.Row> rows = new ArrayList<>();
        counts.forEach((support, count) -> rows.add(row(support, count)));
        return new Measure(
                "M-05",
                "Support reach: flagged students who received the support within its urgency",
                "below " + Shares.number(MeasureLimits.SUPPORT_REACH) + " partner review",
                "DESIGN",
                rows);
    }

    private static boolean isInTime(String urgency, String received) {
        return received.equals("yes")
                || !received.equals("no") && Integer.parseInt(received) <= SCHOOL_DAYS.getOrDefault(urgency, -1);
    }

    private static Measure.Row row(String support, long[] count) {
        if (count[0] < Suppression.SMALLEST) {
            return new Measure.Row(support, Shares.SMALL, false);
        }
        boolean review = (double) count[1] / count[0] < MeasureLimits.SUPPORT_REACH;
        String unknown = count[2] >= Suppression.SMALLEST ? "; not known of " + Suppression.count(count[2]) : "";
        return new Measure.Row(
                support, Shares.of(count[1], count[0]) + (review ? ": partner review" : "") + unknown, review);
    }
}
