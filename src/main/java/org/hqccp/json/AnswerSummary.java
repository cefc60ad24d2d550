package org.hqccp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer on one page. It is cut out of the whole, byte for byte: the same keys and words, and only those that carry news. So it can say
 * nothing that the recorded decision does not say.
 */
public final class AnswerSummary {
    private static final JsonFactory JSON = new JsonFactory();

    /** What is kept of each kind of object, by its name in the schema; any other kind is kept whole. What the plan says, its parts do not repeat. */
    static final Map<String, List<String>> KEPT = Map.of(
            "Answer",
            List.of("decidedAt", "decision", "decisionId", "receipt", "recorded"),
            "Decision",
            List.of(
                    "asOf",
                    "caseId",
                    "changes",
                    "findings",
                    "name",
                    "next",
                    "outcome",
                    "parts",
                    "questions",
                    "results",
                    "ruleSetVersion",
                    "strengths",
                    "supports"),
            "Part",
            List.of("changes", "findings", "name", "next", "outcome", "results", "strengths", "supports"),
            "Result",
            List.of(
                    "actions",
                    "alerts",
                    "because",
                    "fixes",
                    "groups",
                    "missing",
                    "notes",
                    "outcome",
                    "rank",
                    "restsOnlyOn",
                    "subject",
                    "values",
                    "words"),
            "Finding",
            List.of("advice", "marks", "ruleId", "sentence", "status", "subject"));

    /** The kind of object that a key leads to. */
    private static final Map<String, String> KINDS =
            Map.of("decision", "Decision", "parts", "Part", "results", "Result", "findings", "Finding");

    /** What stands in the way, or is still open. */
    private static final Set<String> NEWS = Set.of("NOT_MET", "DEVELOPING", "UNKNOWN");

    private final byte[] answer;
    private final JsonParser parser;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private AnswerSummary(byte[] answer, JsonParser parser) {
        this.answer = answer;
        this.parser = parser;
    }

    /** The summary of a whole answer. */
    public static byte[] of(byte[] answer) {
        try (JsonParser parser = JSON.createParser(answer)) {
            AnswerSummary summary = new AnswerSummary(answer, parser);
            parser.nextToken();
            summary.object("Answer");
            return summary.kept.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer is JSON", e);
        }
    }

    private void object(String kind) throws IOException {
        kept.write('{');
        boolean follows = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int from = begin();
            JsonToken value = parser.nextToken();
            if (!KEPT.getOrDefault(kind, List.of()).contains(name)) {
                parser.skipChildren();
                continue;
            }
            if (follows) {
                kept.write(',');
            }
            follows = true;
            String inner = KINDS.get(name);
            if (inner == null) {
                copy(from, end());
            } else {
                copy(from, begin());
                inner(inner, value);
            }
        }
        kept.write('}');
    }

    private void inner(String kind, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            object(kind);
            return;
        }
        kept.write('[');
        boolean follows = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (kind.equals("Finding")) {
                follows |= finding(follows);
                continue;
            }
            if (follows) {
                kept.write(',');
            }
            follows = true;
            object(kind);
        }
        kept.write(']');
    }

    /** Keeps a finding if it carries news, which is known only once it is read. */
    private boolean finding(boolean follows) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        String ruleKind = "";
        String status = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int from = begin();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                String text = parser.getText();
                ruleKind = name.equals("kind") ? text : ruleKind;
                status = name.equals("status") ? text : status;
            }
            int to = end();
            if (KEPT.getOrDefault("Finding", List.of()).contains(name)) {
                parts.write(parts.size() == 0 ? '{' : ',');
                parts.write(answer, from, to - from);
            }
        }
        // What a conclusion came to stands in the results and supports; that it does not apply is no news.
        if (!NEWS.contains(status) || (ruleKind.equals("conclusion") && !status.equals("UNKNOWN"))) {
            return false;
        }
        if (follows) {
            kept.write(',');
        }
        parts.write('}');
        parts.writeTo(kept);
        return true;
    }

    private void copy(int from, int to) {
        kept.write(answer, from, to - from);
    }

    /** Where the name or value begins that the parser is at. */
    private int begin() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the value ends that the parser is at. */
    private int end() throws IOException {
        parser.finishToken();
        parser.skipChildren();
        return (int) parser.currentLocation().getByteOffset();
    }
}
