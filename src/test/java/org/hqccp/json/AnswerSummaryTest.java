package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A summary says what the whole answer says, on one page, and leaves out nothing that stands in the way or is still open. */
class AnswerSummaryTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a person reads at one sitting: about four printed pages of JSON. */
    private static final int ONE_PAGE = 15_000;

    @Test
    void everyRealAnswerIsCutOutOfItsWholeAndKeepsAllNews() throws IOException {
        Schema schema = Schemas.schema(AnswerSchema.summary());
        for (RealAnswers.Asked asked : RealAnswers.cases()) {
            byte[] whole = RealAnswers.answer(asked, asked.name().contains("SC-02-"));
            byte[] summary = AnswerSummary.of(whole);
            String text = new String(summary, StandardCharsets.UTF_8);

            assertThat(text).as(asked.name()).isEqualTo(Canonical.of(summary));
            assertThat(Schemas.errors(schema, text)).as(asked.name()).isEmpty();
            holds(asked.name(), MAPPER.readTree(whole), MAPPER.readTree(summary));
        }
    }

    /** That a summary says nothing else than its whole, piece by piece. */
    private static void holds(String name, JsonNode whole, JsonNode summary) {
        if (summary.isObject()) {
            summary.properties().forEach(member -> {
                JsonNode same = whole.path(member.getKey());
                holds(
                        name + "/" + member.getKey(),
                        member.getKey().equals("findings") ? news(same) : same,
                        member.getValue());
            });
        } else if (summary.isArray()) {
            assertThat(summary).as(name).hasSameSizeAs(whole);
            for (int i = 0; i < summary.size(); i++) {
                holds(name + "/" + i, whole.get(i), summary.get(i));
            }
        } else {
            assertThat(summary).as(name).isEqualTo(whole);
        }
    }

    private static JsonNode news(JsonNode findings) {
        List<JsonNode> news = new ArrayList<>();
        for (JsonNode finding : findings) {
            String status = finding.path("status").asText();
            boolean judged = Set.of("criterion", "gate", "weight")
                    .contains(finding.path("kind").asText());
            if (status.equals("UNKNOWN")
                    || (judged && Set.of("NOT_MET", "DEVELOPING").contains(status))) {
                news.add(finding);
            }
        }
        return MAPPER.valueToTree(news);
    }

    @Test
    void thePlanOfAStudentFitsOnOnePage() {
        for (String plan : List.of("student-plan", "school-plan")) {
            RealAnswers.Asked example = RealAnswers.cases().stream()
                    .filter(asked -> asked.name().equals("example of " + plan))
                    .findFirst()
                    .orElseThrow();
            byte[] whole = RealAnswers.answer(example, false);

            assertThat(AnswerSummary.of(whole)).as(plan).hasSizeLessThan(ONE_PAGE);
            assertThat(whole).as(plan + " in whole").hasSizeGreaterThan(5 * ONE_PAGE);
        }
    }
}
