package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drools puts equalities of a join first, by exchanging them with what stood there: a guard can so come to stand behind the call it guards.
 * Found by the fuzz, {@code -Dhqccp.fuzz.seed=780}: the decision broke off where a number of the subject was not known.
 */
class JoinGuardTest {
    private static final String KNOWN = "'open': true, 'cost': 4.5, 'opensOn': '04-15',";
    private static final String HELPERS = "'helpers': [{'trained': true, 'pay': 2.5}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$trip.climb != 30.25, $trip.open == trained",
                "$trip.climb < 30.25, $trip.cost > 1.5, $trip.open == trained",
                "$trip.climb > pay, $trip.opensOn == $trip.opensOn, $trip.open == trained",
                "$trip.climb * 2 > 0.5, $trip.cost > 0.5, $trip.open == trained",
                "$trip.climb == 30.25 || $trip.climb == 30.5, $trip.open == trained",
            })
    void aNumberOfTheSubjectMayBeUnknownInAJoin(String constraints) {
        TripCase exists = trips("exists", constraints);
        TripCase not = trips("not", constraints);

        assertThat(exists.status("TX-01", "{'trips': [{'id': 'a', " + KNOWN + HELPERS + "}]}"))
                .isEqualTo(Status.UNKNOWN);
        assertThat(not.status("TX-01", "{'trips': [{'id': 'a', " + KNOWN + HELPERS + "}]}"))
                .isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$trip.climb != 30.25, $trip.open == trained",
                "$trip.climb < 30.25, $trip.cost > 1.5, $trip.open == trained",
                "$trip.climb > pay, $trip.opensOn == $trip.opensOn, $trip.open == trained",
                "$trip.climb * 2 > 0.5, $trip.cost > 0.5, $trip.open == trained",
            })
    void aNumberOfTheSubjectDecidesInAJoin(String constraints) {
        String known = "{'trips': [{'id': 'a', 'climb': 12.5, " + KNOWN + HELPERS + "}]}";

        assertThat(trips("exists", constraints).status("TX-01", known)).isEqualTo(Status.MET);
        assertThat(trips("not", constraints).status("TX-01", known)).isEqualTo(Status.NOT_MET);
    }

    /** Found by the raw fuzz, {@code -Dhqccp.fuzz.seed=20261130}: plain DRL passes over the fixed value, and the rule fires. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay == $trip.riders, \"24:00\" <= $trip.meetsAt",
                "pay == $trip.riders && \"24:00\" <= $trip.meetsAt",
                "pay == $trip.riders, 7 < $trip.riders",
            })
    void aFixedValueBeforeAFactOfTheSubjectDecidesInAJoin(String constraints) {
        String known = "{'trips': [{'id': 'a', 'riders': 2, 'meetsAt': '23:59', 'helpers': [{'pay': 2}]}]}";

        assertThat(trips("exists", constraints).status("TX-01", known)).isEqualTo(Status.NOT_MET);
        assertThat(trips("not", constraints).status("TX-01", known)).isEqualTo(Status.MET);
    }

    private static TripCase trips(String quantifier, String constraints) {
        return TripCase.of(Trips.with(Map.of(
                Trips.file("TX-01"),
                Trips.criterion(
                        "TX-01",
                        "",
                        "$trip : Trip( )",
                        quantifier + " Helper( trip == $trip, " + constraints + " )"))));
    }
}
