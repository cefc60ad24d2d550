package org.hqccp.json;

import java.util.List;
import java.util.Set;
import org.hqccp.decision.Finding;
import org.hqccp.decision.FindingRule;
import org.hqccp.decision.Status;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one rule as they are written, but for what a case has its say in: whole stretches of JSON, which are most of an answer.
 * Nothing in it comes from a case.
 */
final class FindingForm {
    /** Where advice is of use: it says how to meet what is not met. */
    private static final Set<Status> ADVISED = Set.of(Status.NOT_MET, Status.DEVELOPING);

    private final boolean conclusion;
    private final byte[] advised;
    private final byte[] unadvised;
    private final byte[] beforeMissing;
    private final byte[] beforeSentence;
    private final byte[] beforeStatus;
    private final byte[] afterSubject;
    // Written by whoever needs them first. Threads may do that twice; all come to the same, and what they keep never
    // changes.
    private final @Nullable Told[] told = new Told[Status.values().length];
    private @Nullable List<ConditionForm> conditions;

    /**
     * Findings of one status that miss nothing.
     *
     * @param sentence the sentence they were last written with
     * @param all up to the subject, where they show no condition
     * @param afterConditions from the end of the conditions up to the subject
     */
    record Told(String sentence, byte[] all, byte[] afterConditions) {}

    FindingForm(FindingRule rule) {
        this.conclusion = rule.concludes() != null && rule.kind().equals("conclusion");
        byte[] before = inside(json -> {
            json.writeStringField("clock", rule.clock());
            JsonValues values = new JsonValues(json);
            values.optional("concludes", rule.concludes());
        });
        String advice = rule.advice();
        this.unadvised = inside(json -> json.writeRaw(before));
        this.advised = advice == null
                ? unadvised
                : inside(json -> {
                    json.writeStringField("advice", advice);
                    json.writeRaw(before);
                });
        this.beforeMissing = inside(json -> {
            json.writeStringField("from", rule.from().toString());
            json.writeStringField("group", rule.group());
            json.writeStringField("kind", rule.kind());
            json.writeBooleanField("mandatory", rule.mandatory());
            new JsonValues(json).texts("marks", rule.marks());
        });
        this.beforeSentence = inside(json -> {
            json.writeStringField("ruleHash", rule.hash());
            json.writeStringField("ruleId", rule.id());
        });
        this.beforeStatus = inside(json -> {
            new JsonValues(json).texts("sources", rule.sources());
            json.writeStringField("statement", rule.statement());
        });
        this.afterSubject = inside(json -> new JsonValues(json).optional("to", rule.to()));
    }

    private interface Part {
        void write(JsonBytes json);
    }

    private static byte[] inside(Part part) {
        JsonBytes json = new JsonBytes(1024);
        part.write(json);
        return json.toByteArray();
    }

    /** Up to the conditions. */
    byte[] beforeConditions(Status status) {
        return ADVISED.contains(status) ? advised : unadvised;
    }

    /** After the conditions, up to what is missing. */
    byte[] beforeMissing() {
        return beforeMissing;
    }

    /** After what is missing, up to the sentence. */
    byte[] beforeSentence() {
        return beforeSentence;
    }

    /** After the sentence, up to the status. */
    byte[] beforeStatus() {
        return beforeStatus;
    }

    /** The rest; empty where there is none. */
    byte[] afterSubject() {
        return afterSubject;
    }

    /** The same stretches joined, for a finding whose sentence is the rule's alone and that misses nothing; none for any other. */
    @Nullable
    Told told(Finding finding) {
        if (!finding.missing().isEmpty() || tellsOfCase(finding.status())) {
            return null;
        }
        Told known = told[finding.status().ordinal()];
        if (known == null || !known.sentence.equals(finding.sentence())) {
            byte[] after = inside(json -> {
                json.writeRaw(beforeMissing);
                json.writeArrayFieldStart("missing");
                json.writeEndArray();
                json.writeRaw(beforeSentence);
                json.writeStringField("sentence", finding.sentence());
                json.writeRaw(beforeStatus);
                json.writeStringField("status", finding.status().name());
            });
            byte[] all = inside(json -> {
                json.writeRaw(beforeConditions(finding.status()));
                json.writeArrayFieldStart("conditions");
                json.writeEndArray();
                json.writeRaw(after);
            });
            known = new Told(finding.sentence(), all, after);
            told[finding.status().ordinal()] = known;
        }
        return known;
    }

    /** Whether the sentence of a finding may hold values of the case: such a one must not be kept. */
    private boolean tellsOfCase(Status status) {
        return switch (status) {
            case MET, REPORTED, NOT_APPLICABLE -> false;
            case NOT_MET -> !conclusion;
            case DEVELOPING, UNKNOWN -> true;
        };
    }

    /** How the conditions of its findings are written: always the same ones, in the same order. */
    List<ConditionForm> conditions(List<Finding.Condition> like) {
        List<ConditionForm> known = conditions;
        if (known == null || known.size() < like.size()) {
            known = like.stream().map(ConditionForm::new).toList();
            conditions = known;
        }
        return known;
    }
}
