package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;

/** What the greeting offers to try. */
class GreetingTest {
    @Test
    void theDecisionWithTheMostRulesIsOfferedAndNotTheFirstOfTheAlphabet() {
        Map<String, String> small = Map.of(
                "a-small-decision/decision.yaml",
                Trips.files()
                        .get("trip-permit/decision.yaml")
                        .replace("decision: trip-permit", "decision: a-small-decision")
                        .replaceAll("(?s)facts:.*", "statuses: [NOT_MET, UNKNOWN, MET]\noutcomes: [GO]\nseveral: GO\n"),
                "a-small-decision/example.yaml",
                String.valueOf(Trips.files().get("trip-permit/example.yaml")));

        assertThat(Greeting.shown(Trips.read(Trips.with(small)))).contains("trip-permit");
    }
}
