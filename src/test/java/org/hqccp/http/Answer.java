package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Map;

/** An answer, and what holds for it. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer as it came over the wire. */
    static Answer parse(String raw) {
        assertThat(raw).as("an answer").startsWith("HTTP/1.1 ").contains("\r\n\r\n");
        int end = raw.indexOf("\r\n\r\n");
        Map<String, java.util.List<String>> headers = new java.util.TreeMap<>();
        raw.substring(0, end)
                .lines()
                .skip(1)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')),
                        java.util.List.of(line.substring(line.indexOf(':') + 1).strip())));
        return new Answer(
                Integer.parseInt(raw.substring(9, 12)),
                HttpHeaders.of(headers, (n, v) -> true),
                raw.substring(end + 4));
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** That it is a problem of a type, complete and in its form; gives its JSON. */
    JsonNode problem(ProblemType type) {
        assertThat(status).as(body).isEqualTo(type.status());
        return anyProblem(type.path());
    }

    private JsonNode anyProblem(String path) {
        JsonNode problem = json();
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header("Server")).isEmpty();
        assertThat(problem.path("type").asText()).isEqualTo(path);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).endsWith(".");
        assertThat(problem.path("instance").asText()).matches("urn:uuid:[0-9a-f-]{36}");
        problem.path("errors").forEach(error -> {
            assertThat(error.path("code").asText()).matches("[a-z0-9-]+");
            assertThat(error.path("message").asText()).isNotBlank();
        });
        assertThat(body).doesNotContain("org.hqccp", "Exception", "java.", "<html");
        return problem;
    }
}
