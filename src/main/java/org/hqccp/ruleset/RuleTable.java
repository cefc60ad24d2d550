package org.hqccp.ruleset;

import java.util.List;

/** The tables of a rule folder, with their columns. */
public enum RuleTable {
    SOURCES("sources.csv", "tag", "mark", "where", "read"),
    PARAMETERS("parameters.csv", "name", "value", "unit", "clock", "from", "to", "source", "meaning"),
    MESSAGES("messages.csv", "verb", "code", "text", "who", "by", "source"),
    SUPPORTS(
            "supports.csv",
            "id",
            "codes",
            "role",
            "urgency",
            "legal-basis",
            "evidence",
            "frame",
            "step",
            "sensitive",
            "merges-into",
            "source"),
    STATEMENTS("statements.csv", "id", "kind", "statement", "held-by", "source", "from"),
    OVERRIDE_REASONS("override-reasons.csv", "code", "meaning", "source"),
    RETIRED_RULES("retired-rules.csv", "id", "last-day", "reason", "replaced-by"),
    CROSSWALK(
            "crosswalk.csv",
            "format",
            "record",
            "element",
            "name",
            "how",
            "fact",
            "codes",
            "when",
            "constant",
            "source"),
    CROSSWALK_CODES("crosswalk-codes.csv", "list", "code", "value", "source", "meaning");

    /** Kinds of messages. */
    public static final List<String> VERBS = List.of("action", "alert", "note", "strength");

    /** How sure a source is. */
    public static final List<String> MARKS = List.of("SOURCED", "DESIGN", "BK", "CONFLICT");

    /** Kinds of statements. */
    public static final List<String> STATEMENT_KINDS = List.of("guard", "definition", "report-only");

    /** Whether one same value for everybody is believed. */
    public static final List<String> CONSTANTS = List.of("doubt", "believe");

    private final String file;
    private final List<String> columns;

    RuleTable(String file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    public String file() {
        return file;
    }

    public List<String> columns() {
        return columns;
    }
}
