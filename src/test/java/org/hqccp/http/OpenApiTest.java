package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.json.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document and the service say the same: its routes, its queries, its errors, its examples. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post");
    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = RealRules.serve();
        document = server.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(METHODS).contains(operation.getKey());
                    operations.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
                }));
        return operations;
    }

    private static Map<String, Route> routes() {
        Route.Work nothing = (context, query) -> {};
        Map<String, Route> routes = new TreeMap<>();
        RouteTable.of(server.rules, Limits.STANDARD, new Metrics(server.rules), nothing, nothing, null)
                .forEach(route -> routes.put(route.label(), route));
        return routes;
    }

    @Test
    void itNamesExactlyTheRoutesThereAre() {
        assertThat(operations().keySet()).isEqualTo(routes().keySet());
    }

    @Test
    void itNamesTheQueriesAndTheAccessOfEachRoute() {
        Map<String, Route> routes = routes();
        operations().forEach((label, operation) -> {
            Route route = routes.get(label);
            List<String> queries = new ArrayList<>();
            operation.path("parameters").forEach(each -> {
                JsonNode parameter = resolved(each);
                if (parameter.path("in").asText().equals("query")) {
                    queries.add(parameter.path("name").asText());
                } else if (parameter.path("in").asText().equals("header")) {
                    assertThat(parameter.path("name").asText()).isIn("Idempotency-Key", "Purpose");
                } else {
                    assertThat(route.path())
                            .contains("{" + parameter.path("name").asText() + "}");
                }
            });
            assertThat(queries).as(label).containsExactlyInAnyOrderElementsOf(route.query());
            String access = operation.path("security").toString();
            assertThat(access)
                    .as(label)
                    .isEqualTo(
                            switch (route.access()) {
                                case OPEN -> "[{}]";
                                case ANY_TOKEN -> "[{},{\"token\":[]}]";
                                case APPLICATION -> "[{},{\"token\":[\"application\"]}]";
                                case AUDITOR -> "[{},{\"token\":[\"auditor\"]}]";
                            });
        });
    }

    @Test
    void everyRequestItShowsIsAnsweredAsItSays() throws Exception {
        int tried = 0;
        String recorded = recorded();
        for (Map.Entry<String, JsonNode> each : operations().entrySet()) {
            String[] label = each.getKey().split(" ", 2);
            JsonNode operation = each.getValue();
            String path = label[1];
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode one = resolved(parameter);
                path = path.replace(
                        "{" + one.path("name").asText() + "}",
                        one.path("example").asText(recorded));
            }
            JsonNode answer = operation.path("responses").path("200").path("content");
            String form = answer.fieldNames().next();
            if (label[0].equals("GET")) {
                Answer got = server.get(path, "Purpose", "to see that it is answered");
                assertThat(got.status()).as(path).isEqualTo(200);
                assertThat(form.equals("*/*") || got.header("Content-Type").startsWith(form))
                        .as(path + " " + got.header("Content-Type"))
                        .isTrue();
                tried++;
            }
            JsonNode body = operation.path("requestBody").path("content");
            for (Map.Entry<String, JsonNode> media : body.properties()) {
                for (JsonNode example : media.getValue().path("examples")) {
                    JsonNode value = example.path("value");
                    Answer got = server.post(
                            path,
                            value.isTextual() ? value.asText() : value.toString(),
                            "Content-Type",
                            media.getKey());
                    assertThat(got.status()).as(got.body()).isEqualTo(200);
                    assertThat(got.body())
                            .contains(path.endsWith("/override") ? "\"overrideId\"" : "\"outcome\":\"FLAGGED\"");
                    assertThat(got.header("Content-Type")).isEqualTo(form);
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(operations().size());
    }

    /** The id of a decision that stands in the log, under a checkpoint. */
    private static String recorded() throws Exception {
        String id = server.post(
                        "/v1/decisions/student-supports",
                        "{\"caseId\":\"nia\",\"asOf\":\"2026-11-24\",\"student\":{\"gradeLevel\":9}}",
                        "Content-Type",
                        "application/json")
                .json()
                .path("decisionId")
                .asText();
        LogRoutesTest.proof(server, id);
        return id;
    }

    @Test
    void itsProblemsAreThoseThereAre() {
        Set<String> shown = new TreeSet<>();
        operations()
                .forEach((label, operation) -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            if (!response.getKey().equals("200")) {
                                JsonNode example =
                                        resolved(response.getValue()).at("/content/application~1problem+json/example");
                                ProblemType type = Arrays.stream(ProblemType.values())
                                        .filter(t -> t.path()
                                                .equals(example.path("type").asText()))
                                        .findFirst()
                                        .orElseThrow();
                                assertThat(type.status())
                                        .as(label)
                                        .isEqualTo(Integer.parseInt(response.getKey()))
                                        .isEqualTo(example.path("status").asInt());
                                assertThat(example.path("title").asText()).isEqualTo(type.title());
                                shown.add(response.getKey());
                            }
                        }));
        Set<String> statuses = new TreeSet<>();
        for (ProblemType type : ProblemType.values()) {
            statuses.add(String.valueOf(type.status()));
        }
        // A path that is not there, and a method a path does not have, belong to no operation.
        statuses.remove("405");

        assertThat(shown).isEqualTo(statuses);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        // A name of its own, within the document, would move the root that references begin at.
        assertThat(document.toString()).doesNotContain("\"$id\"", "\"$schema\"", "\"#/$defs/");
        Matcher reference =
                Pattern.compile("\"\\$ref\":\"(#/components/[^\"]+)\"").matcher(document.toString());
        int found = 0;
        while (reference.find()) {
            assertThat(document.at(reference.group(1).substring(1)).isMissingNode())
                    .as(reference.group(1))
                    .isFalse();
            found++;
        }
        assertThat(found).isGreaterThan(50);
    }

    /** The schemas that are put in say of the examples what the service says of them. */
    @Test
    void itsSchemasHoldForItsExamples() throws Exception {
        JsonNode example = document.at("/paths/~1v1~1decisions~1{decision}/post/requestBody/content/application~1json")
                .at("/examples/student/value");
        Answer answer =
                server.post("/v1/decisions/student-supports", example.toString(), "Content-Type", "application/json");

        assertThat(errors("/v1/decisions/student-supports/schema", example.toString()))
                .isEmpty();
        assertThat(errors(
                        "/v1/decisions/student-supports/schema", "{\"caseId\":\"nia\",\"student\":{\"gradeLvel\":9}}"))
                .isNotEmpty();
        Answer summary = server.post(
                "/v1/decisions/student-supports?view=summary", example.toString(), "Content-Type", "application/json");

        assertThat(errors("/v1/schemas/answer", answer.body())).isEmpty();
        assertThat(errors("/v1/schemas/answer?view=summary", summary.body())).isEmpty();
        assertThat(errors("/v1/schemas/answer", summary.body())).isNotEmpty();
        assertThat(errors("/v1/schemas/answer?view=summary", answer.body())).isNotEmpty();
        assertThat(document.at("/components/schemas/Case/$defs/student").isObject())
                .isTrue();
        assertThat(document.at("/components/schemas/Answer/$defs/Finding/properties/conditions")
                        .isObject())
                .isTrue();
        assertThat(document.at("/components/schemas/Summary/$defs/Finding/properties/sentence")
                        .isObject())
                .isTrue();
        assertThat(document.at("/components/schemas/Summary/$defs/Finding/properties/conditions")
                        .isMissingNode())
                .isTrue();
    }

    private static List<String> errors(String schemaPath, String json) throws Exception {
        byte[] schema = server.get(schemaPath).body().getBytes(StandardCharsets.UTF_8);
        return Schemas.errors(Schemas.schema(schema), json);
    }

    @Test
    void theDescriptionOfADecisionHoldsItsSchemaAndAnExampleThatDecides() throws Exception {
        for (JsonNode decision : server.get("/v1/decisions").json().path("decisions")) {
            JsonNode described = server.get(decision.path("self").asText()).json();
            Answer decided = server.post(
                    decision.path("self").asText(),
                    described.path("example").toString(),
                    "Content-Type",
                    "application/json");

            assertThat(described.at("/schema/$defs/student").isObject()).isTrue();
            assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        }
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws Exception {
        Answer page = server.get("/docs", "Accept", "text/html");
        Matcher link = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int links = 0;
        while (link.find()) {
            if (!link.group(1).equals("data:,")) {
                assertThat(server.get(link.group(1)).status()).as(link.group(1)).isEqualTo(200);
                links++;
            }
        }

        assertThat(links).isEqualTo(3);
        assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
        server.get("/docs/index.html").problem(ProblemType.NO_SUCH_ROUTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Case", "Answer", "Summary"})
    void theDocumentThatIsKeptLeavesRoomForTheSchemas(String name) throws IOException {
        JsonNode kept =
                new ObjectMapper().readTree(new String(Resources.bytes("/openapi.json"), StandardCharsets.UTF_8));

        assertThat(kept.at("/components/schemas/" + name).isObject()).isTrue();
        assertThat(kept.path("openapi").asText()).isEqualTo("3.1.0");
    }
}
