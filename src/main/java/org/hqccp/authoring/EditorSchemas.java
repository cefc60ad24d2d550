package org.hqccp.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.json.Documents;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;

/** What editors need in order to complete and check the files of a rule folder while they are typed. */
public final class EditorSchemas {
    /** The folder, below the rule folder, that holds the schemas of YAML files. */
    public static final String FOLDER = ".schemas/";

    public static final String FACTS = FOLDER + "facts.schema.json";
    public static final String DECISION = FOLDER + "decision.schema.json";
    public static final String CASE = FOLDER + "case.schema.json";
    public static final String TEST_CASES = FOLDER + "test-cases.schema.json";
    public static final String EQUITY_TEST = FOLDER + "equity-test.schema.json";
    public static final String TABLES = "datapackage.json";

    private EditorSchemas() {}

    /** The text of each file, by its path below the rule folder. The same rules give the same bytes. */
    public static SortedMap<String, String> of(RuleSet ruleSet) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(FACTS, text(FactsFileSchema.of(ruleSet)));
        files.put(DECISION, text(DecisionFileSchema.of(ruleSet)));
        files.put(CASE, text(CaseFileSchema.of(ruleSet)));
        files.put(TEST_CASES, text(TestCaseFileSchema.of(ruleSet)));
        files.put(EQUITY_TEST, text(EquityTestFileSchema.of(ruleSet)));
        files.put(TABLES, text(TableSchemas.of(ruleSet)));
        return files;
    }

    /** JSON, a member a line, so that a change of it can be read. */
    static String text(Node node) {
        try {
            return indented(Documents.toJson(sorted(node)));
        } catch (IOException e) {
            throw new UncheckedIOException("a schema in memory cannot be written", e);
        }
    }

    /** Names in the order of the alphabet, so that the same rules give the same bytes. */
    private static Node sorted(Node node) {
        if (node instanceof Node.Mapping mapping) {
            SortedMap<String, Node> members = new TreeMap<>();
            mapping.entries().forEach((name, value) -> members.put(name, sorted(value)));
            return Json.value(members);
        }
        return node instanceof Node.Sequence sequence ? Json.list(sequence.items(), EditorSchemas::sorted) : node;
    }

    private static String indented(String json) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            char next = i + 1 < json.length() ? json.charAt(i + 1) : ' ';
            if (quoted || c == '"') {
                text.append(c);
                if (c == '\\') {
                    text.append(json.charAt(++i));
                } else if (c == '"') {
                    quoted = !quoted;
                }
            } else if ((c == '{' || c == '[') && (next == '}' || next == ']')) {
                text.append(c).append(next);
                i++;
            } else if (c == '{' || c == '[') {
                line(text.append(c), ++depth);
            } else if (c == '}' || c == ']') {
                line(text, --depth).append(c);
            } else if (c == ',') {
                line(text.append(c), depth);
            } else {
                text.append(c).append(c == ':' ? " " : "");
            }
        }
        return text.append('\n').toString();
    }

    private static StringBuilder line(StringBuilder text, int depth) {
        return text.append('\n').append("  ".repeat(depth));
    }
}
