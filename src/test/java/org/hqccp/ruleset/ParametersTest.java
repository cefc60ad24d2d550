package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The periods of a parameter: each day has one value, none, or one that is said to be unknown. */
class ParametersTest {

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, 20.50",
        "2022-12-31, 20.50",
        "2023-01-01, 25",
        "2025-12-31, 25",
        "2027-01-01, 30.25",
        "2100-12-31, 30.25",
    })
    void eachDayOfAPeriodHasItsValueTheFirstAndTheLastToo(LocalDate day, BigDecimal value) {
        assertThat(String.valueOf(cost().on(day).value())).isEqualTo(value.toPlainString());
    }

    @Test
    void beforeTheFirstRowThereIsNoValue() {
        assertThat(cost().on(LocalDate.parse("2016-12-31"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-12-31"})
    void inAPeriodThatIsSaidToBeUnknownThereIsAReason(LocalDate day) {
        assertThat(cost().on(day).value()).isEqualTo(new Unknown("the value of trip.cost in this period is not known"));
    }

    private static Parameter cost() {
        return Trips.read(Trips.files()).parameters().get("trip.cost");
    }

    @Test
    void afterTheLastDayOfTheLastRowThereIsNoValue() {
        Parameter most = most("5,2020-01-01,2020-12-31");

        assertThat(most.on(LocalDate.parse("2020-12-31"))).isNotNull();
        assertThat(most.on(LocalDate.parse("2021-01-01"))).isNull();
    }

    @Test
    void theRowsMayStandInAnyOrder() {
        Parameter most = most("6,2021-01-01,", "unknown,2020-07-01,2020-12-31", "5,2020-01-01,2020-06-30");

        assertThat(most.on(LocalDate.parse("2020-06-30")).value()).isEqualTo(5L);
        assertThat(most.on(LocalDate.parse("2020-07-01")).value()).isInstanceOf(Unknown.class);
        assertThat(most.on(LocalDate.parse("2021-01-01")).value()).isEqualTo(6L);
    }

    @Test
    void aRowMayHoldForOneDay() {
        assertThat(most("5,2020-01-01,2020-01-01")
                        .on(LocalDate.parse("2020-01-01"))
                        .value())
                .isEqualTo(5L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            5,2020-01-01,2020-12-31; unknown,2021-01-01,; WHOLE_NUMBER
            5,2020-01-01,2020-12-31; 6.5,2021-01-01,;     NUMBER
            unknown,2020-01-01,2020-12-31; unknown,2021-01-01,; WHOLE_NUMBER
            """)
    void aParameterIsWholeUntilARowHasAFraction(String earlier, String later, FactType type) {
        assertThat(most(earlier, later).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            5,2020-01-01,2020-06-30; 6,2020-06-30,;           OVERLAP
            5,2020-01-01,2020-06-30; 6,2020-01-01,2020-06-30; OVERLAP
            5,2020-01-01,2020-12-31; 6,2020-03-01,2020-04-30; OVERLAP
            5,2020-01-01,;           6,2021-01-01,;           OVERLAP
            5,2020-01-01,;           unknown,2021-01-01,;     OVERLAP
            5,2020-01-01,2020-06-29; 6,2020-07-01,;           GAP
            5,2020-01-01,2020-06-30; 6,2020-07-01,2020-06-30; DATE
            5,2020-01-01,2020-02-30; 6,2020-03-01,;           DATE
            """)
    void periodsNeitherMeetOnADayNorLeaveOneOut(String earlier, String later, String code) {
        assertThat(codes(earlier, later)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"02-29, none", "12-31, none", "02-30, DATE", "04-31, DATE", "13-01, DATE", "2-01, DATE", "00-10, DATE"})
    void aDayInTheYearIsOneThatThereIs(String day, String code) {
        String row = "trip.most," + day + ",month-day,decision-date,2020-01-01,,BOARD,most riders\n";
        String told = Trips.problems(Trips.with(Map.of("parameters.csv", table() + row))).stream()
                .map(Problem::code)
                .findFirst()
                .orElse("none");

        assertThat(told).isEqualTo(code);
    }

    private static Parameter most(String... rows) {
        return Trips.read(Trips.with(Map.of("parameters.csv", table(rows))))
                .parameters()
                .get("trip.most");
    }

    private static Iterable<String> codes(String... rows) {
        return Trips.problems(Trips.with(Map.of("parameters.csv", table(rows)))).stream()
                .map(Problem::code)
                .toList();
    }

    /** The table with more rows, each a value, a first and a last day. */
    private static String table(String... rows) {
        StringBuilder table = new StringBuilder(Trips.files().get("parameters.csv"));
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            table.append("trip.most," + cells[0] + ",riders,decision-date," + cells[1] + "," + cells[2]
                    + ",BOARD,most riders\n");
        }
        return table.toString();
    }
}
