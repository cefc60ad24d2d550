package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page: safe whatever stands in rules and cases, and whole. */
class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&\u202Eevil\u0007 </pre></style>";

    @Test
    void noTextBecomesMarkup() {
        RuleChange rule = new RuleChange(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                RuleChange.How.CHANGED,
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(HOSTILE),
                new Effect(
                        Effect.Direction.STRICTER,
                        HOSTILE,
                        true,
                        1,
                        List.of(new Effect.Witness(HOSTILE, HOSTILE, HOSTILE))));
        DecisionImpact decision = new DecisionImpact();
        decision.subject(HOSTILE, true);
        decision.outcome(new Way(HOSTILE, HOSTILE));
        decision.rule(HOSTILE, new Way(HOSTILE, HOSTILE));
        decision.example(new Way(HOSTILE, HOSTILE), new Example(1, HOSTILE, List.of(HOSTILE)));
        Impact impact = new Impact();
        impact.refused(1, HOSTILE);
        impact.decision(HOSTILE).add(decision);
        RuleSetChange change = new RuleSetChange(
                HOSTILE, HOSTILE, List.of(rule), List.of(new Difference(HOSTILE, HOSTILE, HOSTILE)), Set.of());
        Measure measure = new Measure("M", HOSTILE, HOSTILE, HOSTILE, List.of(new Measure.Row(HOSTILE, HOSTILE, true)));

        String page = ReportPage.of(new ChangeReport(
                HOSTILE, HOSTILE, LocalDate.EPOCH, change, HOSTILE, impact, List.of(), List.of(measure)));

        assertThat(page).doesNotContainIgnoringCase("<script").doesNotContain("\u202E", "\u0007", "evil\u202E");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
        assertThat(page.split("</style>", -1)).hasSize(2);
        assertThat(page.split("<pre>", -1)).hasSameSizeAs(page.split("</pre>", -1));
    }

    @Test
    void thePageStandsAlone() {
        String page = ReportPage.of(new ChangeReport(
                "a",
                "b",
                LocalDate.EPOCH,
                new RuleSetChange("old", "new", List.of(), List.of(), Set.of()),
                null,
                null,
                List.of(),
                List.of()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<main>", "@media print", "<title>");
        assertThat(page).doesNotContain("http://", "https://", "src=", "<link");
        assertThat(page).contains("The two rule sets say the same.");
    }
}
