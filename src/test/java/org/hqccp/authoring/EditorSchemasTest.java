package org.hqccp.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hqccp.json.Documents;
import org.hqccp.json.Schemas;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas for editors are those of the rules, hold for every real file, and refuse spoilt ones; judged by a validator that is not ours. */
class EditorSchemasTest {
    private static final Path RULES = Path.of("rules");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = new TreeMap<>();
    private static final SortedMap<String, String> FILES = new TreeMap<>();
    private static SortedMap<String, String> generated;

    @BeforeAll
    static void make() throws IOException {
        List<Problem> problems = new ArrayList<>();
        FILES.putAll(RuleFolder.read(RULES, problems));
        RuleSet ruleSet = RuleSetReader.read(FILES, problems);
        assertThat(problems).isEmpty();
        RuleFolder.read(Path.of("test-cases"), problems).forEach((file, text) -> FILES.put("test-cases/" + file, text));
        generated = EditorSchemas.of(ruleSet);
        generated.forEach((file, text) -> {
            if (!file.equals(EditorSchemas.TABLES)) {
                SCHEMAS.put(file, Schemas.schema(text.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }

    @Test
    void theFilesThatAreKeptAreThose() throws IOException {
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path kept = RULES.resolve(file.getKey());
            if ("rewrite".equals(System.getProperty("expected"))) {
                Files.createDirectories(kept.getParent());
                Files.writeString(kept, file.getValue());
            }
            assertThat(kept).as("out of date: run ./hqccp schemas").exists();
            assertThat(Files.readString(kept))
                    .as("out of date: run ./hqccp schemas")
                    .isEqualTo(file.getValue());
        }
    }

    /** Which schema a YAML file is held to: the same patterns that editors are given. */
    private static String schemaOf(String file) {
        if (file.startsWith("facts/")) {
            return EditorSchemas.FACTS;
        } else if (file.endsWith("/decision.yaml")) {
            return EditorSchemas.DECISION;
        } else if (file.endsWith("/example.yaml") || file.startsWith("test-cases/base/")) {
            return EditorSchemas.CASE;
        } else if (file.startsWith("test-cases/equity/")) {
            return EditorSchemas.EQUITY_TEST;
        }
        return EditorSchemas.TEST_CASES;
    }

    private static List<String> errors(String file, String yaml) throws Exception {
        return Schemas.errors(SCHEMAS.get(schemaOf(file)), Documents.toJson(Documents.yaml(yaml)));
    }

    @Test
    void everyYamlFileThereIsIsValid() throws Exception {
        int seen = 0;
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                assertThat(errors(file.getKey(), file.getValue()))
                        .as(file.getKey())
                        .isEmpty();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(350);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts/program.yaml                          | type: one-of            | type: one_of
            facts/program.yaml                          | class: GREEN            | class: GREN
            facts/program.yaml                          | label: program id       | lable: program id
            facts/program.yaml                          | change: nobody          | change: teacher
            school-designation/decision.yaml            | reads: [GREEN]          | reads: [RED]
            school-designation/decision.yaml            | subject: program        | subject: programme
            school-designation/decision.yaml            | statuses:               | statusses:
            school-designation/example.yaml             | enrollment: 600         | enrollment: many
            school-designation/example.yaml             | as-of: 2026-03-02       | as-of: 3/2/2026
            school-designation/example.yaml             | strongDualEnrollment:   | strongDualEnrolment:
            test-cases/base/school-ec.yaml              | route: STANDARD         | route: NORMAL
            test-cases/whole-cases/BASE-01-school-programs.yaml | outcome: PART_A_READY | outcme: PART_A_READY
            test-cases/whole-cases/BASE-01-school-programs.yaml | program.stage: DESIGNATED | program.stage: DESIGNATE
            test-cases/whole-cases/BASE-01-school-programs.yaml | program.stage: DESIGNATED | programm.stage: DESIGNATED
            """)
    void aSpoiltFileIsNot(String file, String sound, String spoilt) throws Exception {
        String text = FILES.get(file);
        assertThat(text).contains(sound);
        assertThat(errors(file, text.replaceFirst(Pattern.quote(sound), spoilt)))
                .isNotEmpty();
    }

    @Test
    void everyRowOfEveryTableIsValidAndASpoiltCellIsNot() throws Exception {
        int rows = 0;
        for (JsonNode resource :
                JSON.readTree(generated.get(EditorSchemas.TABLES)).path("resources")) {
            Schema schema = Schemas.schema(JSON.writeValueAsBytes(rowSchema(resource.path("schema"))));
            ObjectNode last = null;
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .ofNamedCsvRecord(FILES.get(resource.path("path").asText()))) {
                for (NamedCsvRecord record : reader) {
                    ObjectNode row = JSON.createObjectNode();
                    record.getFieldsAsMap().forEach(row::put);
                    assertThat(Schemas.errors(schema, row.toString()))
                            .as(row.toString())
                            .isEmpty();
                    last = row;
                    rows++;
                }
            }
            assertThat(last).as(resource.path("path").asText()).isNotNull();
            for (JsonNode field : resource.path("schema").path("fields")) {
                JsonNode constraints = field.path("constraints");
                String bad = constraints.has("enum") || constraints.has("pattern") ? "50 %" : "";
                if (!constraints.isEmpty()) {
                    String name = field.path("name").asText();
                    assertThat(Schemas.errors(
                                    schema, last.deepCopy().put(name, bad).toString()))
                            .as(resource.path("path").asText() + " " + name)
                            .isNotEmpty();
                }
            }
        }
        assertThat(rows).isGreaterThan(300);
    }

    /** What a table schema asks of a row, for a validator of JSON; an empty cell is none. */
    private static ObjectNode rowSchema(JsonNode table) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (JsonNode field : table.path("fields")) {
            JsonNode constraints = field.path("constraints");
            ObjectNode cell = JSON.createObjectNode().put("type", "string");
            if (constraints.has("enum")) {
                cell.set("enum", constraints.path("enum"));
            }
            if (constraints.has("pattern")) {
                cell.put("pattern", "^(?:" + constraints.path("pattern").asText() + ")$");
            }
            if (constraints.path("required").asBoolean()) {
                properties.set(field.path("name").asText(), cell.put("minLength", 1));
            } else {
                ObjectNode either = JSON.createObjectNode();
                either.putArray("anyOf").add(cell).add(JSON.createObjectNode().put("const", ""));
                properties.set(field.path("name").asText(), either);
            }
        }
        return schema;
    }

    /** A name the schema allows is one the reader knows, and the other way round where a real file has it. */
    @ParameterizedTest
    @CsvSource({"facts/program.yaml, FACTS", "school-designation/decision.yaml, DECISION"})
    void theReaderKnowsEveryNameOfTheSchema(String file, String kind) throws Exception {
        JsonNode schema =
                JSON.readTree(generated.get(kind.equals("FACTS") ? EditorSchemas.FACTS : EditorSchemas.DECISION));
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSizeGreaterThan(6);
        for (String name : names) {
            assertThat(keyProblems(file, name)).as(name).isEmpty();
        }
        assertThat(keyProblems(file, "lable")).isNotEmpty();
    }

    private static List<Problem> keyProblems(String file, String name) {
        SortedMap<String, String> files = new TreeMap<>(FILES);
        files.keySet().removeIf(f -> f.startsWith("test-cases/"));
        if (!files.get(file).contains("\n" + name + ":")) {
            files.put(file, files.get(file) + "\n" + name + ": x\n");
        }
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(files, problems);
        return problems.stream()
                .filter(p -> p.code().equals("KEY") && p.message().contains("'" + name + "'"))
                .toList();
    }
}
