package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.junit.jupiter.api.Test;

/** Whatever a case is turned into, it is read or refused in our words; nothing of it is repeated. */
class CaseMutationTest {
    private static final long SEED = Long.getLong("seed", 20260801L);
    private static final int CASES = 5_000;
    private static final Set<String> CODES =
            Arrays.stream(ProblemCode.values()).map(ProblemCode::word).collect(Collectors.toSet());

    @Test
    void aChangedCaseIsReadOrRefusedAndNeverRepeated() {
        FactsDictionary dictionary = SmallDictionary.dictionary();
        Mutations mutations = new Mutations(SEED);
        Map<String, Integer> told = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            String json = mutations.of(SmallDictionary.CASE);
            try {
                CaseReader.read(json.getBytes(StandardCharsets.UTF_8), dictionary);
                told.merge("read", 1, Integer::sum);
            } catch (CaseRefused e) {
                assertThat(e.problems())
                        .as("seed %d, case %d: %s", SEED, i, json)
                        .isNotEmpty();
                e.problems().forEach(p -> check(p, dictionary, json));
                e.problems().forEach(p -> told.merge(p.code(), 1, Integer::sum));
            }
        }

        assertThat(told)
                .as("seed %d", SEED)
                .containsKeys("read", "not-json", "duplicate-key", "null", "wrong-type", "bad-unknown", "not-allowed")
                .containsKeys(
                        "bad-number", "bad-date", "bad-text", "bad-characters", "bad-id", "unknown-field", "red-fact");
    }

    private static void check(CaseProblem problem, FactsDictionary dictionary, String json) {
        assertThat(CODES).contains(problem.code());
        assertThat(problem.message())
                .as("seed %d: %s", SEED, json)
                .isNotBlank()
                .doesNotContain(Mutations.SECRET, "Zoe");
        assertThat(String.valueOf(problem.advice()))
                .as("seed %d: %s", SEED, json)
                .doesNotContain(Mutations.SECRET, "Zoe");
        assertThat(problem.allowed().toString()).doesNotContain(Mutations.SECRET, "Zoe");
        for (String step : problem.pointer().split("/", -1)) {
            assertThat(step.isEmpty() || step.matches("[0-9]{1,3}") || isWord(step, dictionary))
                    .as("seed %d: %s of %s", SEED, problem.pointer(), json)
                    .isTrue();
        }
    }

    private static boolean isWord(String name, FactsDictionary dictionary) {
        return name.equals("caseId")
                || dictionary.types().stream().anyMatch(t -> t.jsonKey().equals(name) || isFact(t, name))
                || dictionary.red().values().stream().anyMatch(names -> names.containsKey(name));
    }

    private static boolean isFact(EntityType type, String name) {
        Fact fact = type.fact(name);
        return fact != null;
    }
}
