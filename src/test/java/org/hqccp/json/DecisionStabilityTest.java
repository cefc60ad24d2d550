package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same case under the same rules gives the same bytes. */
class DecisionStabilityTest {
    private static final long SEED = Long.getLong("seed", 20260801L);
    private static final Path CASE = Path.of("src/test/resources/json/event-permit.case.json");
    private static final Path GOLDEN = Path.of("src/test/resources/json/event-permit.decision.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path temp;

    private static String decide(DecisionService service, byte[] json) throws Exception {
        return new String(
                DecisionWriter.decisionOnly(
                        service.decide("event-permit", json, false).decision()),
                StandardCharsets.UTF_8);
    }

    /** Pins the bytes on every JDK the tests run on; {@code -Dexpected=rewrite} writes them anew. */
    @Test
    void theDecisionIsTheOneThatWasWrittenDown() throws Exception {
        String decision = decide(RealAnswers.service(SmallPolicy.RULES), Files.readAllBytes(CASE)) + "\n";
        if ("rewrite".equals(System.getProperty("expected"))) {
            Files.writeString(GOLDEN, decision);
        }

        assertThat(decision).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theOrderAndTheSpacesOfTheCaseChangeNothing() {
        Random random = new Random(SEED);
        for (RealAnswers.Asked asked : RealAnswers.cases()) {
            if (asked.name().startsWith("example")) {
                String decision = inside(RealAnswers.answer(asked, false));
                for (int i = 0; i < 3; i++) {
                    String shuffled = shuffled(asked.json(), random);
                    assertThat(inside(RealAnswers.answer(
                                    new RealAnswers.Asked(asked.name(), asked.decision(), shuffled), false)))
                            .as("%s, seed %d", asked.name(), SEED)
                            .isEqualTo(decision);
                }
            }
        }
    }

    private static String inside(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int from = text.indexOf("\"decision\":") + "\"decision\":".length();
        return text.substring(from, text.lastIndexOf(",\"decisionId\":"));
    }

    private static String shuffled(String json, Random random) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shuffled(MAPPER.readTree(json), random));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode other = MAPPER.createObjectNode();
            names.forEach(name -> other.set(name, shuffled(node.get(name), random)));
            return other;
        } else if (node.isArray()) {
            // Lists keep their order: places in them are named by the answer.
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(shuffled(item, random)));
            return MAPPER.createArrayNode().addAll(items);
        }
        return node;
    }

    @Test
    void theOrderInWhichTheRuleFilesWereWrittenChangesNothing() throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SmallPolicy.RULES)) {
            files = new ArrayList<>(walk.filter(Files::isRegularFile).toList());
        }
        String expected = decide(RealAnswers.service(SmallPolicy.RULES), Files.readAllBytes(CASE));
        Random random = new Random(SEED);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(files, random);
            Path rules = temp.resolve("rules" + i);
            for (Path file : files) {
                Path copy = rules.resolve(SmallPolicy.RULES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            assertThat(decide(RealAnswers.service(rules), Files.readAllBytes(CASE)))
                    .as("seed %d", SEED)
                    .isEqualTo(expected);
        }
    }

    @Test
    void manyThreadsDecideAlike() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (RealAnswers.Asked asked : RealAnswers.cases()) {
                if (asked.name().startsWith("example")) {
                    String expected = inside(RealAnswers.answer(asked, false));
                    List<Callable<String>> calls =
                            Collections.nCopies(8, () -> inside(RealAnswers.answer(asked, false)));
                    for (Future<String> each : threads.invokeAll(calls)) {
                        assertThat(each.get()).as(asked.name()).isEqualTo(expected);
                    }
                }
            }
        } finally {
            threads.shutdown();
        }
    }
}
