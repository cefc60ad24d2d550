package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Status;
import org.hqccp.decision.UnknownParameter;
import org.hqccp.json.AnswerSchema;
import org.hqccp.json.DecisionWriter;
import org.hqccp.json.FindingTexts;
import org.hqccp.json.Schemas;
import org.hqccp.json.WrittenDecision;
import org.junit.jupiter.api.Test;

/** Where the rules themselves do not tell a value, the answer names the parameter, and asks nobody for a fact. */
class UnknownParametersTest {
    private static final String RULE = "EP-11.annual-report";
    private static final String DUE = "ec.annualReportDue";

    /** The due date of 2024 is declared unknown. */
    @Test
    void aParameterWithoutAValueIsNamedBesideTheFacts() throws Exception {
        Decision decision = decide("The last day of 2024 is not known, so nobody is late");
        Finding finding = finding(decision);

        assertThat(finding.status()).isEqualTo(Status.UNKNOWN);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.unknownParameters())
                .extracting(UnknownParameter::parameter, UnknownParameter::reason)
                .containsExactly(tuple(DUE, "the rules do not tell its value on 2024-01-01"));
        assertThat(decision.questions())
                .noneMatch(question -> question.because().contains(RULE));

        WrittenDecision decided = DecisionWriter.written(decision, new FindingTexts());
        byte[] written = decided.bytes();
        JsonNode last = null;
        for (JsonNode each : new ObjectMapper().readTree(written).get("findings")) {
            last = each.get("ruleId").asText().equals(RULE) ? each : last;
        }
        assertThat(last).isNotNull();
        assertThat(last.at("/unknownParameters/0/parameter").asText()).isEqualTo(DUE);
        byte[] answer = decided.answer("0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60", "2026-03-02T00:00:00Z", null)
                .bytes();
        assertThat(Schemas.errors(Schemas.schema(AnswerSchema.bytes()), new String(answer, StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aDateThatPicksTheParameterIsAFactOfTheCase() {
        Finding finding = finding(decide("The report year is not told"));

        assertThat(finding.missing()).isNotEmpty();
        assertThat(finding.unknownParameters()).isEmpty();
    }

    @Test
    void aParameterWithAValueIsNotNamed() {
        assertThat(finding(decide("Sent one day late")).unknownParameters()).isEmpty();
    }

    private static Decision decide(String name) {
        return Policy.CASES.stream()
                .flatMap(file -> file.cases().stream())
                .filter(each -> each.name().equals(name))
                .map(each -> Policy.decide(Policy.DESIGNATION, each.caseJson()))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(Decision decision) {
        return decision.findings().stream()
                .filter(each -> each.ruleId().equals(RULE))
                .findFirst()
                .orElseThrow();
    }
}
