package org.hqccp.json;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Change;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.FindingRule;
import org.hqccp.decision.Message;
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
    private static final int USUAL_FINDING = 700;
    private static final int USUAL_REST = 16_384;
    // Nearly all names of a case's own are these two.
    private static final byte[] ACTUAL = JsonBytes.name("actual");
    private static final byte[] REQUIRED = JsonBytes.name("required");

    private final JsonBytes json;
    private final JsonValues values;
    private final FindingTexts texts;
    private final MissingWriter missing;
    private @Nullable FindingRule lastRule;
    private @Nullable FindingForm lastForm;
    private final SubjectNames subjects = new SubjectNames();
    private final Map<Option, byte[]> options = new IdentityHashMap<>();

    private DecisionWriter(JsonBytes json, FindingTexts texts) {
        this.json = json;
        this.values = new JsonValues(json);
        this.texts = texts;
        this.missing = new MissingWriter(json);
    }

    /**
     * The answer around a decision that was written before.
     *
     * @param decidedAt when, as text
     * @param decision the decision, written
     * @param receipt the receipt, written
     */
    public static byte[] answer(String decisionId, String decidedAt, byte[] decision, byte[] receipt) {
        JsonBytes json = new JsonBytes(decision.length + receipt.length + WrittenDecision.ROOM_BEFORE * 2);
        json.append(WrittenDecision.before(decidedAt));
        json.append(decision);
        json.append(WrittenDecision.between(decisionId));
        json.append(receipt);
        json.append(WrittenDecision.after(true));
        return json.toByteArray();
    }

    /** A decision alone. */
    public static byte[] decisionOnly(Decision decision) {
        return written(decision, new FindingTexts()).bytes();
    }

    /** A decision, with the texts of its rule set. */
    public static WrittenDecision written(Decision decision, FindingTexts texts) {
        int findings = decision.findings().size();
        for (Decision part : decision.parts()) {
            findings += part.findings().size();
        }
        byte[] buffer = Buffers.take(WrittenDecision.ROOM_BEFORE + findings * USUAL_FINDING + USUAL_REST);
        JsonBytes json = new JsonBytes(buffer, WrittenDecision.ROOM_BEFORE);
        new DecisionWriter(json, texts).decision(decision);
        return new WrittenDecision(json);
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
        values.list("sources", decision.sources(), citation -> json.writeRaw(texts.of(citation)));
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
        FindingForm form = form(finding.rule());
        FindingForm.Told told = form.told(finding);
        json.writeStartObject();
        if (told != null && finding.conditions().isEmpty()) {
            // Most rules do not apply to most programs, and then only the subject differs.
            json.writeRaw(told.all());
        } else {
            json.writeRaw(form.beforeConditions(finding.status()));
            conditions(finding.conditions(), form);
            if (told != null) {
                json.writeRaw(told.afterConditions());
            } else {
                json.writeRaw(form.beforeMissing());
                values.list("missing", finding.missing(), missing::fact);
                json.writeRaw(form.beforeSentence());
                json.writeStringField("sentence", finding.sentence());
                json.writeRaw(form.beforeStatus());
                json.writeStringField("status", finding.status().name());
            }
        }
        json.writeRaw(subjects.of(finding.subject()));
        if (form.afterSubject().length > 0) {
            json.writeRaw(form.afterSubject());
        }
        if (!finding.unknownParameters().isEmpty()) {
            values.list("unknownParameters", finding.unknownParameters(), missing::parameter);
        }
        json.writeEndObject();
    }

    /** Findings come rule by rule. */
    private FindingForm form(FindingRule rule) {
        FindingForm form = lastForm;
        if (form == null || rule != lastRule) {
            form = texts.of(rule);
            lastRule = rule;
            lastForm = form;
        }
        return form;
    }

    private void conditions(List<Finding.Condition> conditions, FindingForm form) {
        List<ConditionForm> forms = form.conditions(conditions);
        json.writeArrayFieldStart("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            Finding.Condition condition = conditions.get(i);
            json.writeStartObject();
            values.optional(ACTUAL, condition.actual());
            forms.get(i).write(condition, json);
            values.optional(REQUIRED, condition.required());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An option stands beside each of the others too. */
    private void option(Option option) {
        byte[] known = options.get(option);
        if (known != null) {
            json.writeRaw(known);
            return;
        }
        int from = json.writeStartObject();
        values.texts("notHigher", option.notHigher());
        json.writeStringField("outcome", option.outcome());
        json.writeNumberField("place", option.place());
        json.writeStringField("rank", option.rank());
        json.writeStringField("subject", option.subject());
        json.writeStringField("words", option.words());
        json.writeEndObject();
        options.put(option, json.bytes(from));
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
