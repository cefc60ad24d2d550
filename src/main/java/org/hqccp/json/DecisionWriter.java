package org.hqccp.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final byte[] NO_RECEIPT = {'n', 'u', 'l', 'l'};
    private static final int USUAL_FINDING = 700;
    private static final int USUAL_REST = 16_384;
    private final JsonBytes json;
    private final FindingTexts texts;

    private DecisionWriter(JsonBytes json, FindingTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /**
     * The answer around a decision that is written already.
     *
     * @param decidedAt when, as text
     * @param decision the decision, written
     * @param receipt the receipt, written; null where nothing was recorded
     */
    public static byte[] answer(String decisionId, String decidedAt, byte[] decision, byte @Nullable [] receipt) {
        // Ids and times are of our making: nothing in them needs escaping.
        byte[] before = ("{\"decidedAt\":\"" + decidedAt + "\",\"decision\":").getBytes(StandardCharsets.UTF_8);
        byte[] between = (",\"decisionId\":\"" + decisionId + "\",\"receipt\":").getBytes(StandardCharsets.UTF_8);
        byte[] proof = receipt == null ? NO_RECEIPT : receipt;
        byte[] after = (",\"recorded\":" + (receipt != null) + "}").getBytes(StandardCharsets.UTF_8);
        byte[] answer =
                Arrays.copyOf(before, before.length + decision.length + between.length + proof.length + after.length);
        int at = before.length;
        for (byte[] part : new byte[][] {decision, between, proof, after}) {
            System.arraycopy(part, 0, answer, at, part.length);
            at += part.length;
        }
        return answer;
    }

    /** A decision alone. */
    public static byte[] decisionOnly(Decision decision) {
        return decisionOnly(decision, new FindingTexts());
    }

    /** A decision alone, with the texts of its rule set. */
    public static byte[] decisionOnly(Decision decision, FindingTexts texts) {
        DecisionWriter writer = of(decision, texts);
        writer.decision(decision);
        return writer.json.toByteArray();
    }

    private static DecisionWriter of(Decision decision, FindingTexts texts) {
        int findings = decision.findings().size();
        for (Decision part : decision.parts()) {
            findings += part.findings().size();
        }
        return new DecisionWriter(new JsonBytes(findings * USUAL_FINDING + USUAL_REST), texts);
    }

    private void decision(Decision decision) {
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
        void write(T item);
    }

    private <T> void list(String name, List<T> items, Item<T> writer) {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writer.write(item);
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void optional(String name, @Nullable Object value) {
        if (value != null) {
            json.writeFieldName(name);
            value(value);
        }
    }

    private void value(Object value) {
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

    private void change(Change change) {
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

    private void finding(Finding finding) {
        FindingTexts.Parts parts = texts.of(finding);
        json.writeStartObject();
        json.writeRaw(parts.beforeConditions());
        list("conditions", finding.conditions(), this::condition);
        json.writeRaw(parts.beforeMissing());
        list("missing", finding.missing(), this::missing);
        json.writeRaw(parts.beforeSentence());
        json.writeStringField("sentence", finding.sentence());
        json.writeRaw(parts.beforeStatus());
        json.writeStringField("status", finding.status().name());
        json.writeStringField("subject", finding.subject());
        if (parts.afterSubject().length > 0) {
            json.writeRaw(parts.afterSubject());
        }
        json.writeEndObject();
    }

    /** What all findings of a rule have in common. */
    static FindingTexts.Parts parts(Finding finding) {
        return new FindingTexts.Parts(
                inside(w -> {
                    w.optional("advice", finding.advice());
                    w.json.writeStringField("clock", finding.clock());
                    w.optional("concludes", finding.concludes());
                }),
                inside(w -> {
                    w.json.writeStringField("from", finding.from().toString());
                    w.json.writeStringField("group", finding.group());
                    w.json.writeStringField("kind", finding.kind());
                    w.json.writeBooleanField("mandatory", finding.mandatory());
                    w.texts("marks", finding.marks());
                }),
                inside(w -> {
                    w.json.writeStringField("ruleHash", finding.ruleHash());
                    w.json.writeStringField("ruleId", finding.ruleId());
                }),
                inside(w -> {
                    w.texts("sources", finding.sources());
                    w.json.writeStringField("statement", finding.statement());
                }),
                inside(w -> w.optional("to", finding.to())));
    }

    private interface Part {
        void write(DecisionWriter writer);
    }

    private static byte[] inside(Part part) {
        DecisionWriter writer = new DecisionWriter(new JsonBytes(USUAL_FINDING), new FindingTexts());
        part.write(writer);
        return writer.json.toByteArray();
    }

    private void condition(Finding.Condition condition) {
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

    private void missing(MissingFact missing) {
        json.writeStartObject();
        json.writeStringField("fact", missing.fact());
        json.writeStringField("label", missing.label());
        json.writeStringField("pointer", missing.pointer());
        json.writeStringField("reason", missing.reason());
        json.writeEndObject();
    }

    private void option(Option option) {
        json.writeStartObject();
        texts("notHigher", option.notHigher());
        json.writeStringField("outcome", option.outcome());
        json.writeNumberField("place", option.place());
        json.writeStringField("rank", option.rank());
        json.writeStringField("subject", option.subject());
        json.writeStringField("words", option.words());
        json.writeEndObject();
    }

    private void question(Question question) {
        json.writeStartObject();
        json.writeStringField("askedOf", question.askedOf());
        texts("because", question.because());
        json.writeStringField("fact", question.fact());
        json.writeStringField("pointer", question.pointer());
        json.writeStringField("question", question.question());
        json.writeEndObject();
    }

    private void citation(Citation citation) {
        json.writeStartObject();
        json.writeStringField("mark", citation.mark());
        json.writeStringField("tag", citation.tag());
        json.writeStringField("where", citation.where());
        json.writeEndObject();
    }

    private void message(Message message) {
        json.writeStartObject();
        optional("by", message.by());
        json.writeStringField("code", message.code());
        json.writeStringField("ruleId", message.ruleId());
        json.writeStringField("text", message.text());
        json.writeStringField("who", message.who());
        json.writeEndObject();
    }

    private void support(RaisedSupport support) {
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

    private void result(Result result) {
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
