package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader say the same of a case, as far as a schema can. */
class CaseSchemaTest {
    private static final long SEED = Long.getLong("seed", 20260801L);

    /** What docs/case-format.md, section 5, names as beyond a schema. */
    private static final Set<String> BEYOND = Set.of("bad-number", "duplicate-id", "duplicate-value", "bad-characters");

    static Stream<Arguments> dictionaries() throws IOException {
        return Stream.of(
                arguments("small", SmallDictionary.dictionary(), 3_000),
                arguments("policy", policy().dictionary(), 500));
    }

    static RuleSet policy() throws IOException {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);
        assertThat(problems).isEmpty();
        return ruleSet;
    }

    private static byte[] bytes(FactsDictionary dictionary) {
        return CaseSchema.of(dictionary, "some-decision", "What is decided?");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dictionaries")
    void whatIsReadIsValidAndWhatIsValidIsRead(String name, FactsDictionary dictionary, int count) {
        Schema schema = Schemas.schema(bytes(dictionary));
        RandomCases cases = new RandomCases(dictionary, SEED);
        Mutations mutations = new Mutations(SEED);
        Set<String> refusedByBoth = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String json = cases.next();
            assertThat(Schemas.errors(schema, json))
                    .as("seed %d: %s", SEED, json)
                    .isEmpty();
            assertThat(codes(json, dictionary)).as("seed %d: %s", SEED, json).isEmpty();
            String changed = mutations.of(json);
            Set<String> codes = codes(changed, dictionary);
            if (codes.isEmpty()) {
                assertThat(Schemas.errors(schema, changed))
                        .as("seed %d: %s", SEED, changed)
                        .isEmpty();
            } else if (!codes.contains("malformed") && !BEYOND.containsAll(codes)) {
                assertThat(Schemas.errors(schema, changed))
                        .as("seed %d: %s %s", SEED, codes, changed)
                        .isNotEmpty();
                refusedByBoth.addAll(codes);
            }
        }

        assertThat(refusedByBoth)
                .as("seed %d", SEED)
                .contains("null", "wrong-type", "unknown-field", "bad-unknown", "missing");
    }

    /** Why a case is refused; nothing if it is not. */
    private static Set<String> codes(String json, FactsDictionary dictionary) {
        Set<String> codes = new TreeSet<>();
        try {
            CaseReader.read(json.getBytes(StandardCharsets.UTF_8), dictionary);
        } catch (CaseRefused e) {
            e.problems().forEach(p -> codes.add(p.code()));
            if (e.kind() != CaseRefused.Kind.INVALID) {
                codes.add("malformed");
            }
        }
        return codes;
    }

    /** Every row of the reader's own test that a schema can speak of. */
    @ParameterizedTest
    @MethodSource("org.hqccp.json.CaseReaderTest#refusedFacts")
    void whatTheReaderRefusesTheSchemaRefuses(String facts, String fault) {
        Schema schema = Schemas.schema(bytes(SmallDictionary.dictionary()));
        String code = fault.substring(fault.indexOf(' ') + 1);

        if (!BEYOND.contains(code)) {
            assertThat(Schemas.errors(schema, CaseReaderTest.student(facts))).isNotEmpty();
        }
    }

    @Test
    void theExampleOfEveryDecisionIsValid() throws IOException {
        RuleSet ruleSet = policy();
        Schema schema = Schemas.schema(bytes(ruleSet.dictionary()));

        ruleSet.examples()
                .forEach((decision, example) ->
                        assertThat(Schemas.errors(schema, example)).as(decision).isEmpty());
    }

    @Test
    void theSameDictionaryGivesTheSameBytesInCanonicalForm() throws IOException {
        byte[] first = bytes(policy().dictionary());

        assertThat(bytes(policy().dictionary())).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo(Canonical.of(first));
    }

    @Test
    void everyFactShowsWhatTheDictionarySaysOfIt() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(bytes(SmallDictionary.dictionary()));
        JsonNode student = schema.at("/$defs/student/properties");

        assertThat(student.at("/gradeLevel/title").textValue()).isEqualTo("label of gradeLevel");
        assertThat(student.at("/gradeLevel/description").textValue()).isEqualTo("What is the gradeLevel?");
        assertThat(student.at("/gradeLevel/x-class").textValue()).isEqualTo("GREEN");
        assertThat(student.at("/gradeLevel/x-asked-by").textValue()).isEqualTo("counselor");
        assertThat(student.at("/gradeLevel/x-elements/sims").textValue()).isEqualTo("DOE016");
        assertThat(student.at("/gradeLevel/anyOf/0/minimum").intValue()).isEqualTo(6);
        assertThat(student.at("/wish/anyOf/0/oneOf/0/const").textValue()).isEqualTo("EC");
        assertThat(student.at("/wish/anyOf/0/oneOf/0/title").textValue()).isEqualTo("words for EC");
        assertThat(student.at("/wish/x-refuses/CH74").textValue()).isEqualTo("This wish cannot be judged yet.");
        assertThat(student.has("race")).isFalse();
        assertThat(student.has("ageOnDate")).isFalse();
        assertThat(schema.at("/$defs/program/properties/seats/x-unit").textValue())
                .isEqualTo("seats");
        assertThat(schema.at("/$defs/program/required/0").textValue()).isEqualTo("id");
        assertThat(schema.at("/required").toString()).isEqualTo("[\"asOf\",\"caseId\"]");
    }
}
