package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every formula against values worked out by hand, or printed in the papers it comes from. */
class StatisticsTest {
    private static final Offset<Double> FOUR_PLACES = within(0.00005);

    @Test
    void aShareHasWilsonsInterval() {
        // Newcombe 1998, table I: 81 of 263.
        Interval interval = Interval.ofShare(81, 263);

        assertThat(interval.low()).isEqualTo(0.2553, FOUR_PLACES);
        assertThat(interval.high()).isEqualTo(0.3662, FOUR_PLACES);
        assertThat(Interval.ofShare(0, 20).low()).isZero();
        assertThat(Interval.ofShare(20, 20).high()).isEqualTo(1);
        assertThat(Interval.ofShare(0, 0).high()).isEqualTo(1);
    }

    @Test
    void aDifferenceOfGroupsHasNewcombesInterval() {
        // Newcombe 1998, comparison of eleven methods: 56 of 70 against 48 of 80.
        Interval interval = Interval.ofDifference(56, 70, 48, 80);

        assertThat(interval.value()).isEqualTo(0.2, FOUR_PLACES);
        assertThat(interval.low()).isEqualTo(0.0524, FOUR_PLACES);
        assertThat(interval.high()).isEqualTo(0.3339, FOUR_PLACES);
    }

    @Test
    void aDifferenceOfTheSamePeopleHasNewcombesIntervalForPairs() {
        // Newcombe 1998, methods for paired data: 36, 12, 2, 0.
        Interval interval = new Paired(36, 12, 2, 0).interval();

        assertThat(interval.value()).isEqualTo(0.2, FOUR_PLACES);
        assertThat(interval.low()).isEqualTo(0.0569, FOUR_PLACES);
        assertThat(interval.high()).isEqualTo(0.3404, FOUR_PLACES);
        assertThat(new Paired(80, 5, 0, 15).interval().high()).isEqualTo(0.1047, FOUR_PLACES);
    }

    @Test
    void fishersTestIsExact() {
        // The lady tasting tea, two-sided; and 1 of 10 against 11 of 14.
        assertThat(Chance.fisher(3, 4, 1, 4)).isEqualTo(0.4857, FOUR_PLACES);
        assertThat(Chance.fisher(1, 10, 11, 14)).isEqualTo(0.00276, FOUR_PLACES);
        assertThat(Chance.fisher(5, 10, 5, 10)).isEqualTo(1, FOUR_PLACES);
    }

    @Test
    void theNormalTestPoolsTheShares() {
        // z = -0.2 / sqrt(87/110 * 23/110 * (1/60 + 1/50)) = -2.5684.
        assertThat(Chance.normal(42, 60, 45, 50)).isEqualTo(0.0102, FOUR_PLACES);
        assertThat(Chance.ofTable(42, 60, 45, 50)).isEqualTo(0.0102, FOUR_PLACES);
        assertThat(Chance.ofTable(3, 4, 1, 4)).isEqualTo(0.4857, FOUR_PLACES);
    }

    @Test
    void chiSquareMeetsThePrintedTables() {
        assertThat(Chance.chiSquare(3.841, 1)).isEqualTo(0.05, FOUR_PLACES);
        assertThat(Chance.chiSquare(9.210, 2)).isEqualTo(0.01, FOUR_PLACES);
        assertThat(Chance.chiSquare(0.103, 2)).isEqualTo(0.95, within(0.0005));
        assertThat(Chance.chiSquare(0, 3)).isEqualTo(1);
    }

    @Test
    void aLotteryIsHeldAgainstItsTickets() {
        // 100 with one ticket, 100 with two, 100 drawn. With x = exp(-c): x + x^2 = 1, so 38.197 and 61.803 are
        // expected.
        assertThat(LotteryAudit.p(Map.of(1, new long[] {100, 40}, 2, new long[] {100, 60})))
                .isEqualTo(0.5996, FOUR_PLACES);
        assertThat(LotteryAudit.p(Map.of(1, new long[] {100, 60}, 2, new long[] {100, 40})))
                .isLessThan(0.00001);
    }

    @Test
    void participationIsTheShareOfTheGroupThereOverItsShareHere() {
        // 20 of 100 enrolled, of a group that is 250 of 1,000: 0.20 / 0.25.
        assertThat(GroupMeasures.index(20, 100, 250, 1000)).isEqualTo(0.8, FOUR_PLACES);
    }

    @Test
    void smallCountsAreHiddenAndOneMoreThatWouldTellThem() {
        assertThat(Suppression.shown(List.of(40L, 30L, 20L))).containsExactly(true, true, true);
        assertThat(Suppression.shown(List.of(40L, 30L, 9L))).containsExactly(true, false, false);
        assertThat(Suppression.shown(List.of(40L, 7L, 9L))).containsExactly(true, false, false);
        assertThat(Suppression.shown(List.of(40L, 30L, 3L, 4L))).containsExactly(true, false, false, false);
        assertThat(Suppression.shown(List.of(0L, 40L))).containsExactly(false, false);
    }
}
