package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.SplittableRandom;
import org.hqccp.comparison.Effect.Direction;
import org.hqccp.decision.Decision;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way a changed rule moves, and whether the case that is said to show it does. */
class DirectionsTest {
    private static final RuleSet BEFORE = EditedRules.of(SmallPolicy.RULES).read();

    private static RuleSet seats(String condition) {
        return EditedRules.of(SmallPolicy.RULES)
                .replace("EV-01-seats.drl", "seats >= $needed.value", condition)
                .read();
    }

    private static RuleChange only(RuleSet after, String id) {
        return RuleSets.compare(BEFORE, after).rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Effect effect(RuleChange change) {
        Effect effect = change.effect();
        assertThat(effect).isNotNull();
        return effect;
    }

    @ParameterizedTest
    @CsvSource({
        "seats > $needed.value,                                        STRICTER",
        "seats >= $needed.value - 1,                                   MORE_GENEROUS",
        "'seats >= 10, seats < 90',                                    BOTH_WAYS",
        "!(seats < $needed.value),                                     SAME",
        "'seats >= $needed.value || supervised == true',               MORE_GENEROUS",
        "'seats >= $needed.value, guestCount < 3',                     STRICTER",
    })
    void eachWayIsFound(String condition, Direction direction) {
        Effect effect = effect(only(seats(condition), "EV-01"));

        assertThat(effect.direction()).isEqualTo(direction);
        assertThat(effect.witnesses())
                .hasSize(direction == Direction.SAME ? 0 : direction == Direction.BOTH_WAYS ? 2 : 1);
    }

    @Test
    void whatIsFiniteIsExactAndWhatIsNotSaysSo() {
        assertThat(effect(only(seats("seats > $needed.value"), "EV-01")).exact())
                .isTrue();
        Effect withList = effect(only(seats("seats >= $needed.value, guestCount < 3"), "EV-01"));
        assertThat(withList.exact()).isFalse();
        assertThat(withList.words()).contains("not on all");
    }

    @Test
    void everyWitnessShowsWhatItSaysWhenItIsDecided() throws Exception {
        RuleSet after = seats("seats >= 10, seats < 90");
        for (Effect.Witness witness : effect(only(after, "EV-01")).witnesses()) {
            assertThat(status(BEFORE, witness.yaml())).isEqualTo(witness.before());
            assertThat(status(after, witness.yaml())).isEqualTo(witness.after());
        }
    }

    /** Against the truth on every number from 0 to 60: thresholds drawn by chance, each side of both. */
    @Test
    void itAgreesWithTryingEveryNumber() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 40; i++) {
            int low = random.nextInt(50);
            int high = low + random.nextInt(50 - low) + 1;
            boolean inside = random.nextBoolean();
            String condition =
                    inside ? "seats >= " + low + ", seats <= " + high : "seats < " + low + " || seats > " + high;
            boolean stricter = false;
            boolean generous = false;
            for (int seats = 0; seats <= 120; seats++) {
                boolean old = seats >= 20;
                boolean young = inside ? seats >= low && seats <= high : seats < low || seats > high;
                stricter |= old && !young;
                generous |= !old && young;
            }
            Direction truth = stricter && generous
                    ? Direction.BOTH_WAYS
                    : stricter ? Direction.STRICTER : generous ? Direction.MORE_GENEROUS : Direction.SAME;

            assertThat(effect(only(seats(condition), "EV-01")).direction())
                    .as(condition)
                    .isEqualTo(truth);
        }
    }

    @Test
    void aNewCriterionIsStricterAndOneThatIsGoneMoreGenerous() {
        RuleSet without =
                EditedRules.of(SmallPolicy.RULES).remove("EV-02-supervised.drl").read();

        RuleChange gone = only(without, "EV-02");
        RuleChange added = RuleSets.compare(without, BEFORE).rules().get(0);

        assertThat(gone.how()).isEqualTo(RuleChange.How.REMOVED);
        assertThat(effect(gone).direction()).isEqualTo(Direction.MORE_GENEROUS);
        assertThat(added.how()).isEqualTo(RuleChange.How.ADDED);
        assertThat(effect(added).direction()).isEqualTo(Direction.STRICTER);
        assertThat(effect(added).witnesses().get(0).before()).isEqualTo("not in force");
    }

    @Test
    void aStepThatIsAskedForMoreOftenIsStricter() {
        RuleSet after = EditedRules.of(SmallPolicy.RULES)
                .replace("EV-03-list.drl", "guestCount > 1", "guestCount > 0")
                .read();

        assertThat(effect(only(after, "EV-03")).direction()).isEqualTo(Direction.STRICTER);
        assertThat(effect(only(after, "EV-03")).words()).startsWith("Asks for this step in more cases.");
    }

    private static String status(RuleSet ruleSet, String yaml) throws Exception {
        String json = Documents.toJson(YamlCase.json((Node.Mapping) Documents.yaml(yaml)));
        Clock clock = SmallPolicy.CLOCK;
        Decision decision = new DecisionService(LiveRules.fixed(ruleSet, clock), clock)
                .decide("event-permit", json.getBytes(StandardCharsets.UTF_8), false)
                .decision();
        return decision.findings().stream()
                .filter(f -> f.ruleId().equals("EV-01"))
                .findFirst()
                .orElseThrow()
                .status()
                .name();
    }
}
