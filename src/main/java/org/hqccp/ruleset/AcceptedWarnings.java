package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.rulelanguage.Problem;

/** The warnings that policy staff looked at and want as they are, each with the reason. The file may be missing. */
public final class AcceptedWarnings {
    public static final String FILE = "accepted-warnings.csv";
    private static final List<String> COLUMNS = List.of("warning", "about", "reason");

    private AcceptedWarnings() {}

    /**
     * One accepted warning.
     *
     * @param warning the kind of warning, as it is shown in brackets
     * @param about what it is about
     * @param reason why it is meant so
     * @param line its line
     */
    public record Accepted(String warning, String about, String reason, int line) {}

    /** The accepted warnings of a checked rule set, by kind and what they are about. */
    public static Map<String, Accepted> of(RuleSet ruleSet) {
        return read(ruleSet.files(), new ArrayList<>());
    }

    /** Reads them, and tells what is wrong with them. */
    static Map<String, Accepted> read(Map<String, String> files, List<Problem> problems) {
        Map<String, Accepted> accepted = new LinkedHashMap<>();
        String text = files.get(FILE);
        if (text == null) {
            return accepted;
        }
        for (Table.Row row : Table.read(FILE, text, COLUMNS, problems)) {
            Accepted each = new Accepted(row.get("warning"), row.get("about"), row.get("reason"), row.line());
            if (each.reason().isBlank()) {
                problems.add(row.problem("reason", "MISSING", "'reason' is empty", "say why it is meant so"));
            }
            if (accepted.put(each.warning() + " " + each.about(), each) != null) {
                problems.add(row.problem("about", "DUPLICATE", each.about() + " is accepted twice", "keep one"));
            }
        }
        return accepted;
    }
}
