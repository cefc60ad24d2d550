package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.hqccp.ruleset.RuleSet;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** What is told about two rule sets. */
class RuleSetsTest {
    private static final RuleSet BEFORE = EditedRules.of(SmallPolicy.RULES).read();

    private static EditedRules edited() {
        return EditedRules.of(SmallPolicy.RULES);
    }

    @Test
    void aRuleSetDoesNotDifferFromItself() {
        RuleSetChange change = RuleSets.compare(BEFORE, edited().read());

        assertThat(change.isNothing()).isTrue();
        assertThat(change.affected()).isEmpty();
        assertThat(ReportWords.summary(change)).isEqualTo("The two rule sets say the same.");
    }

    @Test
    void layoutIsNoDifference() {
        RuleSet after = edited().replace(
                        "EV-02-supervised.drl", "Event( supervised == true )", "Event(\n    supervised==true )")
                .read();

        assertThat(RuleSets.compare(BEFORE, after).isNothing()).isTrue();
        assertThat(after.version()).isNotEqualTo(BEFORE.version());
    }

    @Test
    void aParameterIsToldWithItsDatesAndInTheRuleThatReadsIt() {
        RuleSet after = edited().replace(
                        "parameters.csv",
                        "event.seats,20,seats,decision-date,2020-01-01,,",
                        "event.seats,20,seats,decision-date,2020-01-01,2026-12-31,HOUSE,seats every indoor event must have\n"
                                + "event.seats,30,seats,decision-date,2027-01-01,,")
                .read();

        RuleSetChange change = RuleSets.compare(BEFORE, after);

        assertThat(change.others())
                .extracting(Difference::says)
                .containsExactly(
                        "was 20 seats from 2020-01-01 on; is now 20 seats from 2020-01-01 to 2026-12-31, 30 seats from 2027-01-01 on.");
        assertThat(change.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.how()).isEqualTo(RuleChange.How.THROUGH);
            assertThat(rule.edits().get(0))
                    .isEqualTo("The rule: “… are at least 20 seats.” becomes “… are at least 30 seats.”.");
            assertThat(rule.edits()).contains("It reads the parameter event.seats, which differs.");
        });
    }

    @Test
    void wordsAndCitationsAreToldAndDecideNothing() {
        RuleSet after = edited().replace("EV-01-seats.drl", "Put out more chairs.", "Put out more chairs, please.")
                .replace("EV-02-supervised.drl", "\"DESIGN\"", "\"HOUSE\"")
                .read();

        RuleSetChange change = RuleSets.compare(BEFORE, after);

        assertThat(change.affected()).isEmpty();
        assertThat(change.rules()).allMatch(r -> r.how() == RuleChange.How.WORDED && r.effect() == null);
        assertThat(change.rules().get(1).citations())
                .containsExactly("now rests on HOUSE", "no longer rests on DESIGN");
    }

    @Test
    void factsDecisionsAndTablesAreTold() {
        RuleSet after = edited().replace("facts/event.yaml", "min: 0", "min: 1")
                .replace("facts/event.yaml", "count( guests )", "1 + count( guests )")
                .replace("decision.yaml", "may not take place yet", "may not take place for now")
                .replace("sources.csv", "DESIGN,DESIGN", "DESIGN,BK")
                .replace("messages.csv", "list", "long list")
                .read();

        RuleSetChange change = RuleSets.compare(BEFORE, after);

        assertThat(change.others())
                .extracting(d -> d.kind() + " " + d.name())
                .contains(
                        "fact event.seats",
                        "fact event.guestCount",
                        "decision event-permit",
                        "source DESIGN",
                        "message action/BRING_LIST");
        assertThat(change.rules())
                .extracting(RuleChange::id)
                .as("rules that read a fact that is worked out otherwise")
                .contains("EV-03");
    }

    @Test
    void theOrderOfOutcomesAffectsTheDecisionThoughNoRuleDiffers() {
        RuleSet after = edited().replace(
                        "decision.yaml",
                        "  - NOT_ALLOWED: The event may not take place yet\n  - ALLOWED: The event may take place\n",
                        "  - ALLOWED: The event may take place\n  - NOT_ALLOWED: The event may not take place yet\n")
                .read();

        RuleSetChange change = RuleSets.compare(BEFORE, after);

        assertThat(change.rules()).isEmpty();
        assertThat(change.affected()).containsExactly("event-permit");
    }

    @Test
    void aRollUpIsNotJudgedByItself() {
        RuleSet after = edited().replace(
                        "RO-01-not-allowed.drl", "notMet == true", "kind == \"criterion\", notMet == true")
                .read();

        assertThat(RuleSets.compare(BEFORE, after).rules())
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.effect()).extracting(Effect::direction).isEqualTo(Effect.Direction.NOT_JUDGED));
    }
}
