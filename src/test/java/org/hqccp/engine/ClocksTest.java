package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The date that says whether a rule is in force, and where it is found. */
class ClocksTest {
    private static final String ID = "TX-01";
    private static final String YEAR = "@from( \"2024-07-01\" )\n@to( \"2025-06-30\" )\n";

    private static Status status(String clock, String json) {
        return TripCase.of(Trips.with(Map.of(
                        Trips.file(ID),
                        Trips.criterion(ID, YEAR + "@clock( \"" + clock + "\" )", "$trip : Trip( seats > 5 )"))))
                .status(ID, json);
    }

    private static String trip(String fact) {
        return "'trips': [{'id': 'a', 'seats': 6" + fact + "}]}";
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, false", "2024-07-01, true", "2025-06-30, true", "2025-07-01, false"})
    void aRuleOfATermIsInForceByTheTermAndNotByTheDecisionDate(String term, boolean inForce) {
        String json = "{'asOf': '2030-01-01', " + trip(", 'entryTerm': '" + term + "'");

        assertThat(status("entry-term", json)).isEqualTo(inForce ? Status.MET : null);
    }

    @ParameterizedTest
    @CsvSource({"2023, false", "2024, true", "2025, false"})
    void aSchoolYearCountsFromItsFirstOfJuly(int year, boolean inForce) {
        String json = "{'student': {'schoolYear': " + year + "}, " + trip("");

        assertThat(status("school-year", json)).isEqualTo(inForce ? Status.MET : null);
    }

    @ParameterizedTest
    @CsvSource({"entry-term", "application-cycle", "school-year"})
    void aClockThatIsNotKnownLeavesTheRuleOpenEvenWhereItsTestIsSettled(String clock) {
        assertThat(status(clock, "{" + trip(""))).isEqualTo(Status.UNKNOWN);
        assertThat(status(clock, "{" + trip("").replace("6", "5"))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aClockThatNoFactShowsLeavesTheRuleOpen() {
        assertThat(status("report-year", "{" + trip(""))).isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "10000", "999999999"})
    void aYearOutsideTheCalendarIsNoDate(String year) {
        assertThat(status("school-year", "{'student': {'schoolYear': " + year + "}, " + trip("")))
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void theSubjectsOwnDateStandsBeforeThatOfASingleThing() {
        String more =
                "entity: school\nfacts:\n  entryTerm: {label: first day of the term, type: date, class: GREEN, ask: never}\n";
        TripCase trips = TripCase.of(Trips.with(Map.of(
                "facts/more.yaml",
                more,
                Trips.file(ID),
                Trips.criterion(ID, YEAR + "@clock( \"entry-term\" )", "$trip : Trip( seats > 5 )"))));
        String school = "{'school': {'entryTerm': '2024-09-01'}, ";

        assertThat(trips.status(ID, school + trip(", 'entryTerm': '2026-09-01'")))
                .isNull();
        assertThat(trips.status(ID, school + trip(", 'entryTerm': '2024-09-01'")))
                .isEqualTo(Status.MET);
        // The trip's own date is the one that counts; that it is not known does not make the school's the right one.
        assertThat(trips.status(ID, school + trip(""))).isEqualTo(Status.UNKNOWN);
    }
}
