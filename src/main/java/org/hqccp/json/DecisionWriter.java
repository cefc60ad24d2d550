package org.hqccp.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Change;
import org.hqccp.decision.Citation;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.FindingRule;
import org.hqccp.decision.Message;
import org.hqccp.decision.Option;
import org.hqccp.decision.Question;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions in their one form: canonical JSON (RFC 8785: names in order, no blanks), so that the same decision is the same bytes on
 * every machine. Each method writes its names in alphabetical order; a test holds that.
 */
public final class DecisionWriter {
    private static final byte[] NO_RECEIPT = {'n', 'u', 'l', 'l'};
    /** Where advice is of use: it says how to meet what is not met. */
    private static final Set<Status> ADVISED = Set.of(Status.NOT_MET, Status.DEVELOPING);

    private static final int USUAL_FINDING = 700;
    private static final int USUAL_REST = 16_384;
    private final JsonBytes json;
    private final JsonValues values;
    private final FindingTexts texts;
    private final MissingWriter missing;

    private DecisionWriter(JsonBytes json, FindingTexts texts) {
        this.json = json;
        this.values = new JsonValues(json);
        this.texts = texts;
        this.missing = new MissingWriter(json);
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
        return writer.json.finish();
    }

    private static DecisionWriter of(Decision decision, FindingTexts texts) {
        int findings = decision.findings().size();
        for (Decision part : decision.parts()) {
            findings += part.findings().size();
        }
        return new DecisionWriter(new JsonBytes(Buffers.take(findings * USUAL_FINDING + USUAL_REST)), texts);
    }

    private void decision(Decision decision) {
        json.writeStartObject();
        json.writeStringField("asOf", decision.asOf().toString());
        json.writeStringField("caseId", decision.caseId());
        List<Change> changes = decision.changes();
        if (changes != null) {
            values.list("changes", changes, this::change);
        }
        values.list("findings", decision.findings(), this::finding);
        json.writeStringField("name", decision.name());
        values.list("next", decision.next(), this::option);
        json.writeStringField("outcome", decision.outcome());
        if (!decision.parts().isEmpty()) {
            values.list("parts", decision.parts(), this::decision);
        }
        values.list("questions", decision.questions(), this::question);
        values.list("results", decision.results(), this::result);
        json.writeStringField("ruleSetVersion", decision.ruleSetVersion());
        values.list("sources", decision.sources(), this::citation);
        values.list("strengths", decision.strengths(), this::message);
        values.list("supports", decision.supports(), this::support);
        json.writeEndObject();
    }

    private void change(Change change) {
        json.writeStartObject();
        values.list("edits", change.edits(), edit -> {
            json.writeStartObject();
            json.writeStringField("fact", edit.fact());
            values.optional("from", edit.from());
            json.writeStringField("label", edit.label());
            json.writeStringField("pointer", edit.pointer());
            json.writeStringField("sentence", edit.sentence());
            values.optional("to", edit.to());
            json.writeEndObject();
        });
        values.optional("outcomeThen", change.outcomeThen());
        values.optional("reason", change.reason());
        json.writeStringField("ruleId", change.ruleId());
        json.writeStringField("subject", change.subject());
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        FindingTexts.Parts parts = texts.of(finding.rule());
        json.writeStartObject();
        if (finding.conditions().isEmpty() && finding.missing().isEmpty()) {
            // Most rules do not apply to most programs, and then only the subject differs.
            byte[] known = parts.bare(finding);
            json.writeRaw(known == null ? parts.keep(finding, inside(w -> w.upToSubject(finding, parts))) : known);
        } else {
            upToSubject(finding, parts);
        }
        json.writeStringField("subject", finding.subject());
        if (parts.afterSubject().length > 0) {
            json.writeRaw(parts.afterSubject());
        }
        if (!finding.unknownParameters().isEmpty()) {
            values.list("unknownParameters", finding.unknownParameters(), missing::parameter);
        }
        json.writeEndObject();
    }

    private void upToSubject(Finding finding, FindingTexts.Parts parts) {
        if (ADVISED.contains(finding.status()) && parts.advice().length > 0) {
            json.writeRaw(parts.advice());
        }
        json.writeRaw(parts.beforeConditions());
        values.list("conditions", finding.conditions(), this::condition);
        json.writeRaw(parts.beforeMissing());
        values.list("missing", finding.missing(), missing::fact);
        json.writeRaw(parts.beforeSentence());
        json.writeStringField("sentence", finding.sentence());
        json.writeRaw(parts.beforeStatus());
        json.writeStringField("status", finding.status().name());
    }

    /** What all findings of a rule have in common. */
    static FindingTexts.Parts parts(FindingRule rule) {
        return new FindingTexts.Parts(
                inside(w -> w.values.optional("advice", rule.advice())),
                inside(w -> {
                    w.json.writeStringField("clock", rule.clock());
                    w.values.optional("concludes", rule.concludes());
                }),
                inside(w -> {
                    w.json.writeStringField("from", rule.from().toString());
                    w.json.writeStringField("group", rule.group());
                    w.json.writeStringField("kind", rule.kind());
                    w.json.writeBooleanField("mandatory", rule.mandatory());
                    w.values.texts("marks", rule.marks());
                }),
                inside(w -> {
                    w.json.writeStringField("ruleHash", rule.hash());
                    w.json.writeStringField("ruleId", rule.id());
                }),
                inside(w -> {
                    w.values.texts("sources", rule.sources());
                    w.json.writeStringField("statement", rule.statement());
                }),
                inside(w -> w.values.optional("to", rule.to())));
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
        values.optional("actual", condition.actual());
        json.writeStringField("fact", condition.fact());
        json.writeStringField("holds", condition.holds());
        json.writeStringField("label", condition.label());
        json.writeStringField("operator", condition.operator());
        values.optional("parameter", condition.parameter());
        values.optional("required", condition.required());
        json.writeEndObject();
    }

    private void option(Option option) {
        json.writeStartObject();
        values.texts("notHigher", option.notHigher());
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
        values.texts("because", question.because());
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
        values.optional("by", message.by());
        json.writeStringField("code", message.code());
        json.writeStringField("ruleId", message.ruleId());
        json.writeStringField("text", message.text());
        json.writeStringField("who", message.who());
        json.writeEndObject();
    }

    private void support(RaisedSupport support) {
        json.writeStartObject();
        values.texts("audience", support.audience());
        values.texts("codes", support.codes());
        json.writeStringField("frame", support.frame());
        json.writeStringField("id", support.id());
        values.texts("includes", support.includes());
        json.writeStringField("legalBasis", support.legalBasis());
        values.texts("marks", support.marks());
        json.writeStringField("mode", support.mode());
        json.writeStringField("role", support.role());
        json.writeStringField("step", support.step());
        json.writeStringField("urgency", support.urgency());
        json.writeEndObject();
    }

    private void result(Result result) {
        json.writeStartObject();
        values.list("actions", result.actions(), this::message);
        values.list("alerts", result.alerts(), this::message);
        values.texts("because", result.because());
        values.optional("decidedBy", result.decidedBy());
        values.texts("fixes", result.fixes());
        values.list("groups", result.groups(), group -> {
            json.writeStartObject();
            json.writeStringField("id", group.id());
            json.writeBooleanField("principle", group.principle());
            json.writeStringField("status", group.status());
            json.writeStringField("title", group.title());
            json.writeEndObject();
        });
        values.list("missing", result.missing(), missing::fact);
        values.list("next", result.next(), this::option);
        values.list("notes", result.notes(), this::message);
        json.writeStringField("outcome", result.outcome());
        values.list("questions", result.questions(), this::question);
        values.optional("rank", result.rank());
        values.texts("restsOnlyOn", result.restsOnlyOn());
        json.writeStringField("subject", result.subject());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Object> entry : result.values().entrySet()) {
            json.writeOtherName(entry.getKey());
            values.value(entry.getValue());
        }
        json.writeEndObject();
        json.writeStringField("words", result.words());
        json.writeEndObject();
    }
}
