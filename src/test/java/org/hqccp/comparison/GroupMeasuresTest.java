package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.cohort.CohortLine;
import org.hqccp.rulelanguage.Problem;
import org.junit.jupiter.api.Test;

/** The measures of handbook G.3 on cohorts of a known make-up. */
class GroupMeasuresTest {
    private static final MeasureLimits LIMITS = new MeasureLimits(0.80, 0.60, 0.80, 0.05, 30, 0.10, 0.05);
    private final People people = new People();

    /** So many who applied, of whom so many were offered a place. */
    private void group(String name, int applied, int offered) {
        for (int i = 0; i < applied; i++) {
            Map<String, Boolean> steps =
                    new TreeMap<>(Map.of("applied", true, "offered", i < offered, "enrolled", i < offered));
            people.add(new CohortLine("{}".getBytes(StandardCharsets.UTF_8), Map.of("race", name), steps, null, false));
        }
    }

    private List<Measure.Row> rows(int measure) {
        List<Measure> measures = new GroupMeasures(people, LIMITS).steps();
        return measures.get(measure).rows().stream()
                .filter(r -> r.what().startsWith("offered"))
                .toList();
    }

    @Test
    void theWorkedExampleOfTheHandbookIsUnderReviewAndNotable() {
        group("LATINX", 60, 42);
        group("WHITE", 50, 45);

        assertThat(rows(0).get(0).says()).isEqualTo("70.0 % (57.5 % to 80.1 %), ratio 0.78: review");
        assertThat(rows(0).get(1).raised()).isFalse();
        assertThat(rows(1))
                .singleElement()
                .satisfies(row -> assertThat(row.says())
                        .isEqualTo("statistically notable: -20.0 points (-33.7 points to -4.8 points), p = 0.010"));
    }

    @Test
    void fortyThreeOfSixtyIsUnderReviewAndFortyFourIsNot() {
        group("WHITE", 50, 45);
        group("A", 60, 43);
        group("B", 60, 44);

        assertThat(rows(0)).extracting(Measure.Row::raised).containsExactly(true, false, false);
    }

    @Test
    void aSmallGroupIsNeverJudged() {
        group("WHITE", 50, 45);
        group("OTHER", 29, 1);

        assertThat(rows(0).get(0).says()).isEqualTo(Shares.SMALL);
        assertThat(rows(1)).isEmpty();
        assertThat(new GroupMeasures(people, LIMITS)
                        .significance("x", 3, 31, 4, 31)
                        .says())
                .isEqualTo("small numbers");
    }

    @Test
    void participationIsWatchedBelowEightTenths() {
        group("A", 500, 100);
        group("B", 500, 60);

        // B: 60 of 160 enrolled, over one half: 0.75.
        assertThat(new GroupMeasures(people, LIMITS)
                        .participation()
                        .rows()
                        .get(1)
                        .says())
                .startsWith("0.75 (")
                .endsWith(": watch");
    }

    @Test
    void aSupportIsInTimeWithinItsUrgency() {
        StringBuilder table = new StringBuilder("support,urgency,received\n");
        table.append("B-03,U0,0\n".repeat(15)).append("B-03,U0,1\n".repeat(12)).append("B-03,U0,\n");
        table.append("B-10,U1,5\n".repeat(40)).append("B-12,U3,no\n");
        List<Problem> problems = new ArrayList<>();

        Measure measure = SupportReach.of("deliveries.csv", table.toString(), problems);

        assertThat(problems).isEmpty();
        assertThat(measure.rows()).extracting(Measure.Row::raised).containsExactly(true, false, false);
        assertThat(measure.rows().get(0).says()).startsWith("55.6 %").endsWith(": partner review");
        SupportReach.of("deliveries.csv", "support,urgency,received\nB-12,U3,5\nB-03,U9,1\n", problems);
        assertThat(problems).hasSize(2);
    }
}
