package org.hqccp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final long SEED = 20260801L;

    @Test
    void everyDayFrom1900To2100IsADateAndNoOtherDayIs() {
        LocalDate before = LocalDate.of(1899, 12, 31);
        LocalDate after = LocalDate.of(2101, 1, 1);
        for (LocalDate day = before.plusDays(1); day.isBefore(after); day = day.plusDays(1)) {
            assertThat(Dates.read(day.toString())).isEqualTo(day);
        }
        assertThat(Dates.read(before.toString())).isNull();
        assertThat(Dates.read(after.toString())).isNull();
    }

    @Test
    void everyMinuteOfTheDayIsATimeAndSoIsItsEnd() {
        for (int minute = 0; minute <= 24 * 60; minute++) {
            assertThat(Dates.isTime(String.format("%02d:%02d", minute / 60, minute % 60)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7:30", "24:01", "25:00", "12:60", "12-30", "-1:30", "1\u0661:30", "12:30 ", "12:3"})
    void thisIsNoTime(String text) {
        assertThat(Dates.isTime(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "2100-02-29",
                "2026-00-01",
                "2026-13-01",
                "2026-01-00",
                "2026-01-32",
                "2026-04-31",
                "2026-8-1",
                "2026/08/01",
                "2026-08-1 ",
                "+026-08-01",
                "2026-08-0\u0661",
                "12026-08-1",
                "2026-08-01Z"
            })
    void thisIsNoDate(String text) {
        assertThat(Dates.read(text)).isNull();
    }

    @Test
    void aChangedCharacterNeverGivesAnotherWayToWriteADate() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 50_000; i++) {
            char[] text = "2024-02-29".toCharArray();
            text[random.nextInt(10)] = (char) random.nextInt(0x80);
            LocalDate read = Dates.read(new String(text));
            assertThat(read == null || read.toString().equals(new String(text)))
                    .as("seed %d", SEED)
                    .isTrue();
        }
    }

    @Test
    void monthsAndDaysInTheYearAreReadStrictly() {
        assertThat(Dates.readMonth("2026-08")).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(Dates.readMonth("2100-12")).isEqualTo(LocalDate.of(2100, 12, 1));
        assertThat(Dates.readMonth("2101-01")).isNull();
        assertThat(Dates.readMonth("2026-13")).isNull();
        assertThat(Dates.readMonth("2026-8")).isNull();
        assertThat(Dates.readMonth("2026-08-01")).isNull();
        assertThat(Dates.isMonthDay("02-29")).isTrue();
        assertThat(Dates.isMonthDay("12-31")).isTrue();
        assertThat(Dates.isMonthDay("02-30")).isFalse();
        assertThat(Dates.isMonthDay("04-31")).isFalse();
        assertThat(Dates.isMonthDay("2-1")).isFalse();
    }
}
