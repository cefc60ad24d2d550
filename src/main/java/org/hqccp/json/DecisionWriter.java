package org.hqccp.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.hqccp.decision.Change;
import org.hqccp.decision.Citation;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Option;
import org.hqccp.decision.Question;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions in their one form: canonical JSON (RFC 8785: names in order, no blanks), so that the same decision is the same bytes on
 * every machine. Each method writes its names in alphabetical order; a test holds that.
 */
public final class DecisionWriter {
    private final JsonGenerator json;

    private DecisionWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The answer around a decision. */
    public static byte[] answer(String decisionId, Instant decidedAt, boolean recorded, Decision decision) {
        return write(w -> {
            w.json.writeStartObject();
            w.json.writeStringField("decidedAt", decidedAt.toString());
            w.json.writeFieldName("decision");
            w.decision(decision);
            w.json.writeStringField("decisionId", decisionId);
            w.json.writeNullField("receipt");
            w.json.writeBooleanField("recorded", recorded);
            w.json.writeEndObject();
        });
    }

    /** A decision alone. */
    public static byte[] decisionOnly(Decision decision) {
        return write(w -> w.decision(decision));
    }

    private interface Body {
        void write(DecisionWriter writer) throws IOException;
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try (JsonGenerator json = CanonicalJson.JSON.createGenerator(bytes)) {
            body.write(new DecisionWriter(json));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void decision(Decision decision) throws IOException {
        json.writeStartObject();
        json.writeStringField("asOf", decision.asOf().toString());
        json.writeStringField("caseId", decision.caseId());
        List<Change> changes = decision.changes();
        if (changes != null) {
            list("changes", changes, this::change);
        }
        list("findings", decision.findings(), this::finding);
        json.writeStringField("name", decision.name());
        list("next", decision.next(), this::option);
        json.writeStringField("outcome", decision.outcome());
        if (!decision.parts().isEmpty()) {
            list("parts", decision.parts(), this::decision);
        }
        list("questions", decision.questions(), this::question);
        list("results", decision.results(), this::result);
        json.writeStringField("ruleSetVersion", decision.ruleSetVersion());
        list("sources", decision.sources(), this::citation);
        list("strengths", decision.strengths(), this::message);
        list("supports", decision.supports(), this::support);
        json.writeEndObject();
    }

    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private <T> void list(String name, List<T> items, Item<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writer.write(item);
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void optional(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            value(value);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long whole) {
            json.writeNumber(CanonicalNumber.text(whole));
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(CanonicalNumber.text(decimal));
        } else if (value instanceof SortedMap<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(Objects.requireNonNull(entry.getValue()));
            }
            json.writeEndObject();
        } else if (value instanceof Set<?> || value instanceof List<?>) {
            json.writeStartArray();
            for (Object each : (Iterable<?>) value) {
                value(each);
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    private void change(Change change) throws IOException {
        json.writeStartObject();
        list("edits", change.edits(), edit -> {
            json.writeStartObject();
            json.writeStringField("fact", edit.fact());
            optional("from", edit.from());
            json.writeStringField("label", edit.label());
            json.writeStringField("pointer", edit.pointer());
            json.writeStringField("sentence", edit.sentence());
            optional("to", edit.to());
            json.writeEndObject();
        });
        optional("outcomeThen", change.outcomeThen());
        optional("reason", change.reason());
        json.writeStringField("ruleId", change.ruleId());
        json.writeStringField("subject", change.subject());
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        optional("advice", finding.advice());
        json.writeStringField("clock", finding.clock());
        optional("concludes", finding.concludes());
        list("conditions", finding.conditions(), this::condition);
        json.writeStringField("from", finding.from().toString());
        json.writeStringField("group", finding.group());
        json.writeStringField("kind", finding.kind());
        json.writeBooleanField("mandatory", finding.mandatory());
        texts("marks", finding.marks());
        list("missing", finding.missing(), this::missing);
        json.writeStringField("ruleHash", finding.ruleHash());
        json.writeStringField("ruleId", finding.ruleId());
        json.writeStringField("sentence", finding.sentence());
        texts("sources", finding.sources());
        json.writeStringField("statement", finding.statement());
        json.writeStringField("status", finding.status().name());
        json.writeStringField("subject", finding.subject());
        optional("to", finding.to());
        json.writeEndObject();
    }

    private void condition(Finding.Condition condition) throws IOException {
        json.writeStartObject();
        optional("actual", condition.actual());
        json.writeStringField("fact", condition.fact());
        json.writeStringField("holds", condition.holds());
        json.writeStringField("label", condition.label());
        json.writeStringField("operator", condition.operator());
        optional("parameter", condition.parameter());
        optional("required", condition.required());
        json.writeEndObject();
    }

    private void missing(MissingFact missing) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", missing.fact());
        json.writeStringField("label", missing.label());
        json.writeStringField("pointer", missing.pointer());
        json.writeStringField("reason", missing.reason());
        json.writeEndObject();
    }

    private void option(Option option) throws IOException {
        json.writeStartObject();
        texts("notHigher", option.notHigher());
        json.writeStringField("outcome", option.outcome());
        json.writeNumberField("place", option.place());
        json.writeStringField("rank", option.rank());
        json.writeStringField("subject", option.subject());
        json.writeStringField("words", option.words());
        json.writeEndObject();
    }

    private void question(Question question) throws IOException {
        json.writeStartObject();
        json.writeStringField("askedOf", question.askedOf());
        texts("because", question.because());
        json.writeStringField("fact", question.fact());
        json.writeStringField("pointer", question.pointer());
        json.writeStringField("question", question.question());
        json.writeEndObject();
    }

    private void citation(Citation citation) throws IOException {
        json.writeStartObject();
        json.writeStringField("mark", citation.mark());
        json.writeStringField("tag", citation.tag());
        json.writeStringField("where", citation.where());
        json.writeEndObject();
    }

    private void message(Message message) throws IOException {
        json.writeStartObject();
        optional("by", message.by());
        json.writeStringField("code", message.code());
        json.writeStringField("ruleId", message.ruleId());
        json.writeStringField("text", message.text());
        json.writeStringField("who", message.who());
        json.writeEndObject();
    }

    private void support(RaisedSupport support) throws IOException {
        json.writeStartObject();
        texts("audience", support.audience());
        texts("codes", support.codes());
        json.writeStringField("frame", support.frame());
        json.writeStringField("id", support.id());
        texts("includes", support.includes());
        json.writeStringField("legalBasis", support.legalBasis());
        texts("marks", support.marks());
        json.writeStringField("mode", support.mode());
        json.writeStringField("role", support.role());
        json.writeStringField("step", support.step());
        json.writeStringField("urgency", support.urgency());
        json.writeEndObject();
    }

    private void result(Result result) throws IOException {
        json.writeStartObject();
        list("actions", result.actions(), this::message);
        list("alerts", result.alerts(), this::message);
        texts("because", result.because());
        optional("decidedBy", result.decidedBy());
        texts("fixes", result.fixes());
        list("groups", result.groups(), group -> {
            json.writeStartObject();
            json.writeStringField("id", group.id());
            json.writeBooleanField("principle", group.principle());
            json.writeStringField("status", group.status());
            json.writeStringField("title", group.title());
            json.writeEndObject();
        });
        list("missing", result.missing(), this::missing);
        list("next", result.next(), this::option);
        list("notes", result.notes(), this::message);
        json.writeStringField("outcome", result.outcome());
        list("questions", result.questions(), this::question);
        optional("rank", result.rank());
        texts("restsOnlyOn", result.restsOnlyOn());
        json.writeStringField("subject", result.subject());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Object> entry : result.values().entrySet()) {
            json.writeFieldName(entry.getKey());
            value(entry.getValue());
        }
        json.writeEndObject();
        json.writeStringField("words", result.words());
        json.writeEndObject();
    }
}
