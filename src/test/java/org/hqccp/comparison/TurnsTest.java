package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hqccp.comparison.Effect.Direction;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A changed number is seen to change answers where a rule reckons, so that no constant says at which values it turns. */
class TurnsTest {
    private static final String SEATS = "  seats: {label";
    private static final String NAME = "  name: {label";
    private static final String OWN = "class: GREEN, question: 'What is it?', ask: hall keeper, change: school}";
    private static final String EVENT = """
              taken: {label: seats taken, type: whole-number, min: 0, %1$s
              share: {label: share of seats taken, type: number, unit: ratio, is: taken / seats}
              fee: {label: fee, type: number, unit: USD, min: 0, %1$s
              takings: {label: takings, type: number, unit: USD, is: fee * taken - 40}
              founded: {label: day the hall was built, type: date, %1$s
              age: {label: age of the hall, type: whole-number, unit: years, is: 'age( founded, case.asOf )'}
              opens: {label: opening, type: time, %1$s
              closes: {label: closing, type: time, %1$s
              open: {label: minutes it is open, type: whole-number, unit: minutes, is: closes - opens}
              bags: {label: heavy bags, type: whole-number, is: 'sum( guests, heavyBags )'}
              weight: {label: weight of all bags, type: number, is: 'sum( guests, bagWeight )'}
              kinds: {label: kinds, type: set-of, values: {A: a, B: b, C: c, D: d, E: e, F: f, G: g, H: h}, %1$s
            """;
    private static final String GUEST = """
              heavyBags: {label: number of heavy bags, type: whole-number, is: 'count( bags, weight > 20 )'}
              bagWeight: {label: weight of the bags, type: number, is: 'sum( bags, weight )'}
            """;
    private static final String BAG = """
            entity: bag
            label: bag
            list: bags
            of: guest
            facts:
              weight: {label: weight, type: number, min: 0, max: 50, %s
            """;

    /** The small policy with more to reckon with, and one condition for EV-01. */
    private static RuleSet with(String condition) {
        return EditedRules.of(SmallPolicy.RULES)
                .replace("facts/event.yaml", SEATS, EVENT.formatted(OWN) + SEATS)
                .replace("facts/guest.yaml", NAME, GUEST + NAME)
                .add("facts/bag.yaml", BAG.formatted(OWN))
                .replace("EV-01-seats.drl", "seats >= $needed.value", condition)
                .read();
    }

    private static Effect effect(RuleSet before, RuleSet after) {
        RuleChange change = RuleSets.compare(before, after).rules().stream()
                .filter(r -> r.id().equals("EV-01"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(change.effect());
    }

    /** A condition with a place for a number, and how much it may be. */
    static Stream<Arguments> reckoned() {
        return Stream.of(
                Arguments.of("share >= 0.%02d", 99),
                Arguments.of("taken / seats >= 0.%02d, supervised == true", 99),
                Arguments.of("takings >= %d", 5000),
                Arguments.of("age >= %d", 29),
                Arguments.of("open >= %d", 1400),
                Arguments.of("guestCount >= %d", 50),
                Arguments.of("bags >= %d", 8),
                Arguments.of("weight >= %d", 300),
                Arguments.of("seats - taken >= %d", 600));
    }

    /** One step apart, as the least edit is. */
    @ParameterizedTest
    @MethodSource("reckoned")
    void everyNumberThatIsRaisedByOneMakesTheRuleStricter(String condition, int most) throws Exception {
        long seed = 20_261_128;
        System.out.println("TurnsTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3; i++) {
            int number = 1 + random.nextInt(most - 1);
            RuleSet before = with(condition.formatted(number));
            RuleSet after = with(condition.formatted(number + 1));

            Effect raised = effect(before, after);

            assertThat(raised.direction()).as(condition + " from " + number).isEqualTo(Direction.STRICTER);
            assertThat(effect(after, before).direction())
                    .as(condition + " to " + number)
                    .isEqualTo(Direction.MORE_GENEROUS);
            assertThat(raised.exact()).isFalse();
            Effect.Witness shown = raised.witnesses().get(0);
            assertThat(status(before, shown.yaml())).isEqualTo(shown.before()).isEqualTo("MET");
            assertThat(status(after, shown.yaml())).isEqualTo(shown.after()).isEqualTo("NOT_MET");
        }
    }

    @Test
    void aCodeIsMissedThoughManyAreNamed() {
        String all = "kinds contains \"A\" || kinds contains \"B\" || kinds contains \"C\" || kinds contains \"D\""
                + " || kinds contains \"E\" || kinds contains \"F\"";

        Effect effect = effect(with(all), with(all + " || kinds contains \"G\""));

        assertThat(effect.direction()).isEqualTo(Direction.MORE_GENEROUS);
    }

    @Test
    void theRateFromWhichAnAbsenceIsFlaggedIsSeenToFlagMore() {
        RuleSet before = EditedRules.of(Path.of("rules")).read();
        RuleSet after = EditedRules.of(Path.of("rules"))
                .replace("parameters.csv", "attendance.chronicRate,0.1,", "attendance.chronicRate,0.08,")
                .read();

        RuleChange change = RuleSets.compare(before, after).rules().get(0);

        assertThat(change.id()).isEqualTo("B-10");
        assertThat(Objects.requireNonNull(change.effect()).direction()).isEqualTo(Direction.MORE_GENEROUS);
    }

    private static String status(RuleSet ruleSet, String yaml) throws Exception {
        String json = Documents.toJson(YamlCase.json((Node.Mapping) Documents.yaml(yaml)));
        Clock clock = SmallPolicy.CLOCK;
        return new DecisionService(LiveRules.fixed(ruleSet, clock), clock)
                .decide("event-permit", json.getBytes(StandardCharsets.UTF_8), false).decision().findings().stream()
                        .filter(f -> f.ruleId().equals("EV-01"))
                        .findFirst()
                        .orElseThrow()
                        .status()
                        .name();
    }
}
