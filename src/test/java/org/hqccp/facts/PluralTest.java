package org.hqccp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    @ParameterizedTest
    @CsvSource({
        "0, gap, 0 gaps",
        "1, gap, 1 gap",
        "2, gap, 2 gaps",
        "1, entry, 1 entry",
        "3, entry, 3 entries",
        "2, day, 2 days",
        "2, test case, 2 test cases"
    })
    void aNumberStandsWithItsWord(long number, String word, String said) {
        assertThat(Plural.of(number, word)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1, groups, group", "2, groups, groups", "0, groups, groups", "1.0, hours, hours",
        "1, dollars a year, dollar a year", "1, activities, activity", "1, percent, percent", "1, grade, grade"
    })
    void aUnitStandsBehindItsNumber(String shown, String unit, String said) {
        assertThat(Plural.unit(shown, unit)).isEqualTo(said);
    }
}
