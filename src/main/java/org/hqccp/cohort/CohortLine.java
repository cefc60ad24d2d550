package org.hqccp.cohort;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.json.DocumentException;
import org.hqccp.json.ObjectParts;
import org.jspecify.annotations.Nullable;

/**
 * One student of a cohort. Only the case goes to the rules; everything else is read by the count over all students alone.
 *
 * @param caseJson the case
 * @param groups the value of each group column: race, gender, language
 * @param steps which steps the student reached: applied, offered, enrolled, retained, completed
 * @param lottery the lottery the student was in; none if in none
 * @param synthetic whether the student is made up
 */
public record CohortLine(
        byte[] caseJson,
        Map<String, String> groups,
        Map<String, Boolean> steps,
        @Nullable Draw lottery,
        boolean synthetic) {

    /** A part in a lottery. */
    public record Draw(String pool, int tickets, boolean offered) {}

    /**
     * Reads a line; none for the line that says what the cohort is.
     *
     * @param decisions gets the decisions the cases are for, where that line names them
     */
    public static @Nullable CohortLine read(byte[] line, Set<String> decisions) throws DocumentException {
        Map<String, byte[]> parts = ObjectParts.of(line);
        byte[] header = parts.get("cohort");
        if (header != null) {
            byte[] named = ObjectParts.of(header).get("decisions");
            decisions.addAll(named == null ? List.of() : ObjectParts.list(named));
            return null;
        }
        byte[] caseJson = parts.get("case");
        if (caseJson == null) {
            throw new DocumentException(1, 1, "a line of a cohort holds its case under 'case'");
        }
        for (String name : parts.keySet()) {
            if (!name.matches("synthetic|case|groups|steps|lottery")) {
                throw new DocumentException(1, 1, "a line of a cohort holds case, groups, steps and lottery only");
            }
        }
        Map<String, Boolean> steps = new TreeMap<>();
        texts(parts, "steps").forEach((step, reached) -> steps.put(step, Boolean.valueOf(reached)));
        byte[] synthetic = parts.get("synthetic");
        return new CohortLine(
                caseJson,
                new TreeMap<>(texts(parts, "groups")),
                steps,
                draw(texts(parts, "lottery")),
                synthetic != null && synthetic.length == "true".length());
    }

    private static Map<String, String> texts(Map<String, byte[]> parts, String name) throws DocumentException {
        byte[] part = parts.get(name);
        return part == null ? Map.of() : ObjectParts.texts(part);
    }

    private static @Nullable Draw draw(Map<String, String> lottery) throws DocumentException {
        if (lottery.isEmpty()) {
            return null;
        }
        String tickets = lottery.getOrDefault("tickets", "");
        String pool = lottery.get("pool");
        if (pool == null || !tickets.matches("[1-9]\\d{0,3}") || !lottery.containsKey("offered")) {
            throw new DocumentException(1, 1, "a lottery has a pool, tickets (a whole number) and offered");
        }
        return new Draw(pool, Integer.parseInt(tickets), Boolean.parseBoolean(lottery.get("offered")));
    }
}
