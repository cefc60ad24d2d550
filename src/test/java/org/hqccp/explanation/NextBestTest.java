package org.hqccp.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Option;
import org.hqccp.decision.Question;
import org.hqccp.decision.Result;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every option says why nothing better is open, and every result says what is still to be asked about it. */
class NextBestTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static DecisionService service;
    private static String example;

    @BeforeAll
    static void load() throws Exception {
        LiveRules rules = LiveRules.load(Path.of("rules"), CLOCK);
        service = new DecisionService(rules, CLOCK);
        example = rules.current().ruleSet().examples().get("pathway-eligibility");
    }

    private static Decision decide(String json) throws Exception {
        return service.decide("pathway-eligibility", json.getBytes(StandardCharsets.UTF_8), false)
                .decision();
    }

    private static Option option(List<Option> options, String subject) {
        return options.stream()
                .filter(o -> o.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOptionSaysWhyEachBetterRankIsOpenToNobody() throws Exception {
        Decision decision = decide(example);

        assertThat(option(decision.next(), "health").notHigher()).isEmpty();
        assertThat(option(decision.next(), "college-course").notHigher())
                .contains(
                        "No program in the case is a Chapter 74 program at another school.",
                        "No program in the case is a pathway at another school, by a change of school."
                                + " business: not offered here, with the next best options (PE-01).");
    }

    @Test
    void eachResultHasTheOtherOptionsWithTheirReasonsAndTheOneThatIsAlwaysThere() throws Exception {
        Decision decision = decide(example);

        for (Result result : decision.results()) {
            assertThat(result.next()).extracting(Option::subject).doesNotContain(result.subject());
            assertThat(result.next().get(result.next().size() - 1).subject()).isEqualTo("MYCAP_MEETING");
            result.next().forEach(o -> assertThat(decision.next()).contains(o));
        }
    }

    @Test
    void whatCannotBeToldIsNotCalledClosed() throws Exception {
        Decision decision = decide(example.replace("\"type\":\"DE\"", "\"type\":{\"unknown\":\"not said\"}"));

        assertThat(decision.next())
                .flatExtracting(Option::notHigher)
                .contains("No program in the case is a Chapter 74 program at another school."
                        + " college-course: not enough is known to tell.");
    }

    @Test
    void theQuestionsOfAResultAreThoseOfTheDecisionThatAreAboutIt() throws Exception {
        Decision decision = decide(example.replace("\"type\":\"DE\"", "\"type\":{\"unknown\":\"not said\"}"));
        List<Question> own = decision.results().stream()
                .filter(r -> r.subject().equals("college-course"))
                .findFirst()
                .orElseThrow()
                .questions();

        assertThat(own)
                .isNotEmpty()
                .allMatch(q -> decision.questions().stream()
                        .anyMatch(d ->
                                d.pointer().equals(q.pointer()) && d.because().containsAll(q.because())));
        assertThat(own).extracting(Question::pointer).anyMatch(p -> p.endsWith("/type"));
        assertThat(decision.results()).extracting(Result::subject).isSorted();
    }
}
