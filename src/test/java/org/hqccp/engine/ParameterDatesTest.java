package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter has the value of the day its own clock shows. Where it has none, the rule is open, and never a no. */
class ParameterDatesTest {
    private static final String ID = "TX-01";

    private static Status status(String parameter, String constraint, String json) {
        return TripCase.of(Trips.with(Map.of(
                        Trips.file(ID),
                        Trips.criterion(
                                ID,
                                "@from( \"2000-01-01\" )",
                                "$p : Parameter( name == \"" + parameter + "\" )",
                                "$trip : Trip( " + constraint + " )"))))
                .status(ID, json);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31, UNKNOWN, UNKNOWN",
        "2017-01-01, NOT_MET, MET",
        "2022-12-31, NOT_MET, MET",
        "2023-01-01, MET, NOT_MET",
        "2025-12-31, MET, NOT_MET",
        "2026-01-01, UNKNOWN, UNKNOWN",
        "2026-12-31, UNKNOWN, UNKNOWN",
        "2027-01-01, MET, NOT_MET",
    })
    void theDecisionDatePicksTheRow(String asOf, Status met, Status opposite) {
        String json = "{'asOf': '" + asOf + "', 'trips': [{'id': 'a', 'cost': 21}]}";

        assertThat(status("trip.cost", "cost <= $p.value", json)).isEqualTo(met);
        assertThat(status("trip.cost", "!( cost <= $p.value )", json)).isEqualTo(opposite);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, UNKNOWN",
        "2020-01-01, MET",
        "2024-12-31, MET",
        "2025-01-01, NOT_MET",
    })
    void theTermPicksTheRowWhateverTheDecisionDate(String term, Status status) {
        String trips = "'trips': [{'id': 'a', 'seats': 11, 'entryTerm': '" + term + "'}]}";

        assertThat(status("trip.seats", "seats >= $p.value", "{'asOf': '2018-05-05', " + trips))
                .isEqualTo(status);
        assertThat(status("trip.seats", "seats >= $p.value", "{'asOf': '2030-05-05', " + trips))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"11", "60", "0"})
    void aTermThatIsNotKnownLeavesAParameterOfSeveralRowsOpen(String seats) {
        assertThat(status("trip.seats", "seats >= $p.value", "{'trips': [{'id': 'a', 'seats': " + seats + "}]}"))
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aParameterOfOneRowWithoutAnEndIsTheSameInEveryTerm() {
        assertThat(status("trip.share", "cost <= $p.value", "{'trips': [{'id': 'a', 'cost': 0.8}]}"))
                .isEqualTo(Status.MET);
        assertThat(status("trip.share", "cost <= $p.value", "{'trips': [{'id': 'a', 'cost': 0.81}]}"))
                .isEqualTo(Status.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"2016, UNKNOWN", "2017, MET"})
    void aSchoolYearBeginsOnTheFirstOfJuly(String year, Status status) {
        // The row begins on 2017-01-01: the school year 2016 began before it, on 2016-07-01.
        String json = "{'student': {'schoolYear': " + year + "}, 'trips': [{'id': 'a', 'leaves': '2020-09-01'}]}";

        assertThat(status("trip.firstDay", "leaves >= $p.value", json)).isEqualTo(status);
    }

    @Test
    void eachTripHasTheRowOfItsOwnTerm() {
        TripCase trips = TripCase.of(Trips.with(Map.of(
                Trips.file(ID),
                Trips.criterion(
                        ID, "", "$p : Parameter( name == \"trip.seats\" )", "$trip : Trip( seats >= $p.value )"))));

        assertThat(trips.results("{'trips': ["
                        + "{'id': 'a', 'seats': 11, 'entryTerm': '2024-09-01'},"
                        + "{'id': 'b', 'seats': 11, 'entryTerm': '2025-09-01'},"
                        + "{'id': 'c', 'seats': 11}]}"))
                .filteredOn(result -> result.rule().id().equals(ID))
                .extracting(RuleResult::status)
                .containsExactly(Status.MET, Status.NOT_MET, Status.UNKNOWN);
    }
}
