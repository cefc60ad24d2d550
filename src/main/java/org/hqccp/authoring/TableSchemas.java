package org.hqccp.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.RuleReader;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleTable;
import org.hqccp.ruleset.Support;
import org.jspecify.annotations.Nullable;

/** The tables as a Frictionless data package: what editors of tables and the `frictionless` tool read. */
final class TableSchemas {
    private static final String DATE = "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}";

    private TableSchemas() {}

    static Node of(RuleSet ruleSet) {
        List<Object> resources = new ArrayList<>();
        for (RuleTable table : RuleTable.values()) {
            if (ruleSet.files().containsKey(table.file())) {
                Map<String, Object> resource = new LinkedHashMap<>();
                resource.put("name", table.file().replace(".csv", ""));
                resource.put("path", table.file());
                resource.put("profile", "tabular-data-resource");
                resource.put("encoding", "utf-8");
                resource.put("schema", schema(table));
                resources.add(resource);
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("profile", "tabular-data-package");
        data.put("name", "hqccp-rules");
        data.put("title", "The tables of the rules");
        data.put("resources", resources);
        return Json.value(data);
    }

    private static Map<String, Object> schema(RuleTable table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.columns().stream().map(c -> field(table, c)).toList());
        List<String> key = switch (table) {
            case PARAMETERS -> List.of("name", "from");
            case MESSAGES -> List.of("verb", "code");
            case CROSSWALK -> List.of("format", "record", "element", "how", "fact", "when");
            case CROSSWALK_CODES -> List.of("list", "code");
            default -> List.of(table.columns().get(0));
        };
        schema.put("primaryKey", key);
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(RuleTable table, String column) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (isRequired(table, column)) {
            constraints.put("required", true);
        }
        List<String> allowed = allowed(table, column);
        String pattern = pattern(table, column);
        if (!allowed.isEmpty()) {
            constraints.put("enum", allowed);
        } else if (pattern != null) {
            constraints.put("pattern", pattern);
        }
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column);
        field.put("type", "string");
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static boolean isRequired(RuleTable table, String column) {
        List<String> open = switch (table) {
            case SOURCES -> List.of("where", "read");
            case PARAMETERS -> List.of("to");
            case MESSAGES -> List.of("by");
            case SUPPORTS -> List.of("legal-basis", "evidence", "frame", "sensitive", "merges-into");
            case STATEMENTS -> List.of("from");
            case OVERRIDE_REASONS -> List.of();
            case RETIRED_RULES -> List.of("replaced-by");
            case CROSSWALK -> List.of("element", "fact", "codes", "when", "constant");
            case CROSSWALK_CODES -> List.of();
        };
        return !open.contains(column);
    }

    private static List<String> allowed(RuleTable table, String column) {
        return switch (table.name() + " " + column) {
            case "SOURCES mark" -> RuleTable.MARKS;
            case "PARAMETERS clock" ->
                Arrays.stream(Clock.values()).map(Clock::word).toList();
            case "MESSAGES verb" -> RuleTable.VERBS;
            case "SUPPORTS urgency" -> Support.URGENCIES;
            case "SUPPORTS sensitive" -> List.of("yes", "no");
            case "STATEMENTS kind" -> RuleTable.STATEMENT_KINDS;
            case "CROSSWALK format" -> Crosswalk.FORMATS;
            case "CROSSWALK how" -> CrosswalkRow.How.words();
            case "CROSSWALK constant" -> RuleTable.CONSTANTS;
            default -> List.of();
        };
    }

    private static @Nullable String pattern(RuleTable table, String column) {
        return switch (table.name() + " " + column) {
            case "PARAMETERS name" -> "[a-z][A-Za-z0-9]*([.][A-Za-z0-9]+)+";
            case "PARAMETERS from", "PARAMETERS to", "RETIRED_RULES last-day" -> DATE;
            case "PARAMETERS value" -> "[^%\\\\]+";
            case "OVERRIDE_REASONS code" -> "[A-Z][A-Z0-9_]*";
            case "CROSSWALK fact" -> "[a-z][A-Za-z0-9]*[.][a-z][A-Za-z0-9]*";
            case "CROSSWALK_CODES list" -> Crosswalk.LIST;
            case "RETIRED_RULES id" -> RuleReader.ID.pattern();
            default -> null;
        };
    }
}
