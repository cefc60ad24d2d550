package org.hqccp.decisionlog.format;

import java.util.List;
import java.util.stream.Collectors;

/** The form of the log as a table. */
public final class CsvTable {
    /** The columns. The last, the hash of the leaf, is what a check of the table goes by. */
    public static final List<String> COLUMNS = List.of(
            "index",
            "id",
            "time",
            "kind",
            "caller",
            "decision",
            "ruleSet",
            "engine",
            "outcome",
            "caseId",
            "asOf",
            "rules",
            "supersedes",
            "about",
            "subject",
            "reason",
            "text",
            "purpose",
            "leafHash");

    private CsvTable() {}

    /** A row, every cell in quotes. What a table program would run as a formula is set off with an apostrophe. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        String flat = text.replaceAll("[\\x00-\\x1f]", " ").replace("\"", "\"\"");
        boolean formula = !flat.isEmpty() && "=+-@".indexOf(flat.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + flat + "\"";
    }
}
