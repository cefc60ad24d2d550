package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What derived facts come to: on the edge of a date, and where a part of them is not known. */
class DerivedValuesTest {
    private static final String ID = "TX-01";

    /** What a condition on the derived fact {@code x} of a trip comes to. */
    private static Status status(String type, String is, String constraint, String json) {
        return TripCase.of(Trips.with(Map.of(
                        "facts/more.yaml",
                        "entity: trip\nfacts:\n  x: {label: what is worked out, type: " + type + ", is: '" + is
                                + "'}\n",
                        Trips.file(ID),
                        Trips.criterion(ID, "", "$trip : Trip( " + constraint + " )"))))
                .status(ID, json);
    }

    @ParameterizedTest
    @CsvSource({"2010-03-02, 16", "2010-03-03, 15", "2010-03-01, 16", "2008-02-29, 18"})
    void aBirthdayCountsFromItsOwnDay(String born, int age) {
        String json = "{'student': {'dateOfBirth': '" + born + "'}, 'trips': [{'id': 'a'}]}";

        assertThat(status("whole-number", "student.age", "x == " + age, json)).isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 17", "2026-03-01, 18", "2028-02-28, 19", "2028-02-29, 20"})
    void whoIsBornOnALeapDayIsAYearOlderTheDayAfterFebruaryEnds(String asOf, int age) {
        String json = "{'asOf': '" + asOf + "', 'student': {'dateOfBirth': '2008-02-29'}, 'trips': [{'id': 'a'}]}";

        assertThat(status("whole-number", "student.age", "x == " + age, json)).isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 2025", "2026-07-01, 2026"})
    void aSchoolYearTurnsOnTheFirstOfJuly(String leaves, int year) {
        String json = "{'trips': [{'id': 'a', 'leaves': '" + leaves + "'}]}";

        assertThat(status("whole-number", "schoolYear( leaves )", "x == " + year, json))
                .isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource({"2027, 2027-02-28", "2028, 2028-02-29"})
    void aLeapDayIsTheLastOfFebruaryInOtherYears(int year, String day) {
        assertThat(status("date", "dateIn( riders, \"02-29\" )", "x == \"" + day + "\"", riders(year)))
                .isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource({"0", "10000", "-1"})
    void aYearOutsideTheCalendarGivesNoDate(int year) {
        assertThat(status("date", "dateIn( riders, \"02-01\" )", "x != \"2026-01-01\"", riders(year)))
                .isEqualTo(Status.UNKNOWN);
    }

    private static String riders(int riders) {
        return "{'trips': [{'id': 'a', 'riders': " + riders + "}]}";
    }

    @ParameterizedTest
    @CsvSource({"x > 1", "x <= 1", "!( x > 1 )"})
    void divisionByZeroIsNotKnown(String constraint) {
        assertThat(status("number", "seats / riders", constraint, "{'trips': [{'id': 'a', 'seats': 6, 'riders': 0}]}"))
                .isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"x >= 1, MET", "x >= 2, UNKNOWN", "x >= 3, NOT_MET", "x < 3, MET", "x == 0, NOT_MET"})
    void aCountDecidesWhereWhatIsNotKnownCannotChangeIt(String constraint, Status status) {
        String json = "{'trips': [{'id': 'a', 'helpers': [{'hours': 9}, {'hours': 1}, {'name': 'h'}]}]}";

        assertThat(status("whole-number", "count( helpers, hours > 3 )", constraint, json))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"x >= 9, MET", "x > 9, UNKNOWN", "x > 49, NOT_MET", "x <= 49, MET"})
    void aSumDecidesWithinTheBoundsOfWhatIsNotKnown(String constraint, Status status) {
        // A helper gives from 0 to 40 hours.
        String json = "{'trips': [{'id': 'a', 'helpers': [{'hours': 9}, {'name': 'h'}]}]}";

        assertThat(status("whole-number", "sum( helpers, hours )", constraint, json))
                .isEqualTo(status);
    }

    @Test
    void theLeastOfAnEmptyListIsNotKnownAndItsSumIsZero() {
        String json = "{'trips': [{'id': 'a', 'helpers': []}]}";

        assertThat(status("whole-number", "min( helpers, hours )", "x >= 0", json))
                .isEqualTo(Status.UNKNOWN);
        assertThat(status("whole-number", "sum( helpers, hours )", "x == 0", json))
                .isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'open': true; MET
            'open': false; NOT_MET
            'guided': true; UNKNOWN
            """)
    void aChoiceIsOpenWhileItsConditionIs(String fact, Status status) {
        String json = "{'trips': [{'id': 'a', " + fact + "}]}";

        assertThat(status("whole-number", "if( open == true, 7, 3 )", "x > 5", json))
                .isEqualTo(status);
        assertThat(status("whole-number", "if( open == true, 7, 7 )", "x > 5", json))
                .isEqualTo(Status.MET);
    }
}
