package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for applications explains every key of an answer, and no other. Real answers are held against the schema elsewhere. */
class AnswerFormatPageTest {
    private static final Path PAGE = Path.of("docs/answer-format.md");
    private static final Pattern HEADING = Pattern.compile("^### (\\w+)$");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (.+) \\| (.+) \\|$");

    @Test
    void thePageExplainsExactlyTheKeysOfTheSchema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(AnswerSchema.bytes());
        Map<String, List<String>> keys = new TreeMap<>();
        keys.put("Answer", keys(schema));
        schema.get("$defs").properties().forEach(definition -> {
            if (definition.getValue().has("properties")) {
                keys.put(definition.getKey(), keys(definition.getValue()));
            }
        });

        assertThat(page()).isEqualTo(keys);
    }

    @Test
    void thePageTellsWhatASummaryKeeps() throws IOException {
        Pattern row = Pattern.compile("^\\| (\\w+) \\| (`.+`) \\|$");
        Map<String, List<String>> kept = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher told = row.matcher(line);
            if (told.matches()) {
                kept.put(told.group(1), List.of(told.group(2).replace("`", "").split(", ")));
            }
        }

        assertThat(kept).isEqualTo(new TreeMap<>(AnswerSummary.KEPT));
    }

    private static Map<String, List<String>> page() throws IOException {
        Map<String, List<String>> page = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                current = new ArrayList<>();
                page.put(heading.group(1), current);
            } else if (row.matches()) {
                current.add(row.group(1) + (row.group(2).endsWith(", optional") ? ", optional" : ""));
            }
        }
        return page;
    }

    private static List<String> keys(JsonNode object) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.textValue()));
        List<String> keys = new ArrayList<>();
        object.get("properties")
                .fieldNames()
                .forEachRemaining(name -> keys.add(name + (required.contains(name) ? "" : ", optional")));
        return keys;
    }
}
