package org.hqccp.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final Seed SEED = new Seed("0".repeat(63) + "7");
    private static final List<Entrant> ENTRANTS = List.of(
            new Entrant("A-1", 1, 2),
            new Entrant("A-2", 3, 2),
            new Entrant("A-3", 1, 3),
            new Entrant("A-4", 2, 2),
            new Entrant("A-5", 1, Entrant.LATE));
    /** The upper one percent of chi-square with two degrees of freedom: where M-04 says that the code is to be checked. */
    private static final double ONE_PERCENT_OF_TWO = 9.21;

    private static final int DRAWS = 6_000;

    private static Draw draw(int seats, List<Entrant> entrants) {
        return new Draw("health", seats, SEED, "4 1 6 6 2", entrants);
    }

    /** The numbers of docs/lottery.md, worked out there with nothing but sha256sum. */
    @Test
    void theOrderIsTheOneThatAnyoneCanWorkOut() {
        Draw draw = draw(2, ENTRANTS);
        assertThat(SEED.commitment()).isEqualTo("c967519aeb2456e2c62b55c8d8452488c9aec5eabe06184ee5d03c8ca6264324");
        assertThat(draw.listHash()).isEqualTo("d4c28c0c70233a2207e5cbb20ded8b0331d9dee1563a58586aa8160234bc4f45");
        assertThat(draw.places())
                .extracting(place -> place.entrant().ref() + " " + place.seat() + " " + place.ticket())
                .containsExactly(
                        "A-1 true 5467a7c5b6636e82a7f4e90b641dab08ab111eaaacb669725831bb336fcd0f0c",
                        "A-4 true 63512f2e04f19b6ed5a171056365c853c2906ec2ef5b531cb6ce75a83f160181",
                        "A-2 false 7f1a8aeb79a328cfcf3eba5f59307e1a985055cdf283c8a18afdd151440ce45d",
                        "A-3 false 547fdc8053881f620286ec5cd962290d3216b693c1966673a2f9b7ddd5f6ea00",
                        "A-5 false 80d45505c252491d64e14eb068e30e1d6709769a6793216ee55c067989b17fc4");
    }

    @Test
    void theOrderOfTheFileChangesNothing() {
        List<Entrant> shuffled = new ArrayList<>(ENTRANTS);
        Collections.shuffle(shuffled, new Random(11));
        assertThat(draw(2, shuffled).places()).isEqualTo(draw(2, ENTRANTS).places());
    }

    @Test
    void anotherSeedAnotherPublicValueOrOneEntrantMoreGivesAnotherOrderOfTickets() {
        List<String> tickets = tickets(draw(2, ENTRANTS));
        assertThat(tickets(new Draw("health", 2, new Seed("0".repeat(63) + "8"), "4 1 6 6 2", ENTRANTS)))
                .doesNotContainAnyElementsOf(tickets);
        assertThat(tickets(new Draw("health", 2, SEED, "4 1 6 6 3", ENTRANTS))).doesNotContainAnyElementsOf(tickets);
        assertThat(tickets(new Draw("arts", 2, SEED, "4 1 6 6 2", ENTRANTS))).doesNotContainAnyElementsOf(tickets);
        List<Entrant> more = new ArrayList<>(ENTRANTS);
        more.add(new Entrant("A-6", 1, 2));
        assertThat(tickets(draw(2, more))).doesNotContainAnyElementsOf(tickets);
    }

    private static List<String> tickets(Draw draw) {
        return draw.places().stream().map(Draw.Place::ticket).toList();
    }

    @Test
    void whoCameTooLateWaitsAlsoWhereSeatsAreLeft() {
        assertThat(draw(100, ENTRANTS).places())
                .extracting(Draw.Place::seat)
                .containsExactly(true, true, true, true, false);
    }

    @Test
    void residentsAreAllPlacedBeforeAnyoneElse() {
        for (int i = 0; i < 200; i++) {
            List<Integer> turns = new Draw("health", 2, seed(i), "x", ENTRANTS)
                    .places().stream().map(place -> place.entrant().turn()).toList();
            assertThat(turns).isSorted();
        }
    }

    @Test
    void everyEntrantHoldsATicket() {
        assertThatThrownBy(() -> new Entrant("A-1", 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeedIsNotPrinted() {
        assertThat(SEED.toString()).doesNotContain(SEED.hex());
        assertThat(Seed.fresh().hex()).isNotEqualTo(Seed.fresh().hex());
    }

    private static Seed seed(int number) {
        return new Seed(String.format("%064x", number));
    }

    /** M-04: who is drawn first, and who is drawn at all, is as common as the tickets say. */
    @Test
    void theChanceIsTheShareOfTheTickets() {
        List<Entrant> three = List.of(new Entrant("one", 1, 2), new Entrant("two", 2, 2), new Entrant("three", 3, 2));
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            List<Draw.Place> places = new Draw("health", 2, seed(i), "dice", three).places();
            first.merge(places.get(0).entrant().ref(), 1, Integer::sum);
            left.merge(places.get(2).entrant().ref(), 1, Integer::sum);
        }
        // Drawn from a drum: first by tickets / 6; last is what the two before have left.
        Map<String, Double> firstExpected = Map.of("one", 1 / 6.0, "two", 2 / 6.0, "three", 3 / 6.0);
        Map<String, Double> leftExpected = Map.of(
                "one", 2 / 6.0 * 3 / 4 + 3 / 6.0 * 2 / 3,
                "two", 1 / 6.0 * 3 / 5 + 3 / 6.0 * 1 / 3,
                "three", 1 / 6.0 * 2 / 5 + 2 / 6.0 * 1 / 4);
        assertThat(chiSquare(first, firstExpected)).isLessThan(ONE_PERCENT_OF_TWO);
        assertThat(chiSquare(left, leftExpected)).isLessThan(ONE_PERCENT_OF_TWO);
        // The test can fail: held against equal chances, the same draws are far off.
        assertThat(chiSquare(first, Map.of("one", 1 / 3.0, "two", 1 / 3.0, "three", 1 / 3.0)))
                .isGreaterThan(100 * ONE_PERCENT_OF_TWO);
    }

    /** Nobody's place depends on the name they were given. */
    @Test
    void equalTicketsAreEqualChances() {
        List<Entrant> equal = List.of(new Entrant("000", 1, 2), new Entrant("mmm", 1, 2), new Entrant("zzz", 1, 2));
        Map<String, Integer> seats = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            seats.merge(
                    new Draw("arts", 1, seed(i), "dice", equal)
                            .places()
                            .get(0)
                            .entrant()
                            .ref(),
                    1,
                    Integer::sum);
        }
        assertThat(chiSquare(seats, Map.of("000", 1 / 3.0, "mmm", 1 / 3.0, "zzz", 1 / 3.0)))
                .isLessThan(ONE_PERCENT_OF_TWO);
    }

    private static double chiSquare(Map<String, Integer> seen, Map<String, Double> expected) {
        double sum = 0;
        for (Map.Entry<String, Double> each : expected.entrySet()) {
            double wanted = each.getValue() * DRAWS;
            double off = seen.getOrDefault(each.getKey(), 0) - wanted;
            sum += off * off / wanted;
        }
        return sum;
    }
}
