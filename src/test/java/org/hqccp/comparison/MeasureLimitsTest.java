package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasureLimitsTest {
    private static final Path RULES = Path.of("rules");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final MeasureLimits HANDBOOK = new MeasureLimits(0.80, 0.60, 0.80, 0.05, 30, 0.10, 0.05);

    @Test
    void theRulesSayWhatTheHandbookSays() {
        assertThat(MeasureLimits.of(EditedRules.of(RULES).read(), DAY)).isEqualTo(HANDBOOK);
    }

    @Test
    void whoEditsTheParametersMovesTheLimits() {
        EditedRules edited = EditedRules.of(RULES)
                .replace("parameters.csv", "equity.fourFifths,0.8,", "equity.fourFifths,0.9,")
                .replace("parameters.csv", "sig.p,0.05,", "sig.p,0.01,")
                .replace("parameters.csv", "sig.minN,30,", "sig.minN,50,")
                .replace("parameters.csv", "indeterminate.rate,0.05,", "indeterminate.rate,0.02,")
                .replace("parameters.csv", "unknown.rate,0.1,", "unknown.rate,0.2,");

        assertThat(MeasureLimits.of(edited.read(), DAY))
                .isEqualTo(new MeasureLimits(0.80, 0.60, 0.90, 0.01, 50, 0.20, 0.02));
    }

    @Test
    void rulesThatSayNothingOfThemLeaveThoseOfTheHandbook() {
        EditedRules small = EditedRules.of(Path.of("src/test/resources/testcase/rules"));

        assertThat(MeasureLimits.of(small.read(), DAY)).isEqualTo(HANDBOOK);
    }
}
