package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.facts.Plural;

/**
 * M-04: whether those drawn are as many of each number of tickets as chance would give. Seats are drawn one after the other without putting
 * back, so the chance of a student with w tickets is 1 - exp(-cw), with the c at which the chances add up to the seats.
 */
public final class LotteryAudit {
    private static final int STEPS = 200;
    private static final double VERY_LARGE = 1e6;

    /** For one number of tickets: who took part, who was drawn, and what chance would give. */
    private static final class Kind {
        private long all;
        private long drawn;
        private double expected;
        private double variance;
    }

    private LotteryAudit() {}

    static Measure of(SortedMap<String, SortedMap<Integer, long[]>> lotteries) {
        SortedMap<Integer, Kind> kinds = new TreeMap<>();
        lotteries.values().forEach(lottery -> add(lottery, kinds));
        List<Measure.Row> rows = new ArrayList<>();
        if (!lotteries.isEmpty()) {
            rows.add(row(
                    (lotteries.size() == 1 ? "one lottery" : "all " + lotteries.size() + " lotteries together")
                            + ", by number of tickets",
                    kinds));
        }
        return new Measure(
                "M-04",
                "Lottery audit: those drawn against what their tickets make likely",
                "p < 0.01: check the code that draws",
                "DESIGN",
                rows);
    }

    private static Measure.Row row(String what, SortedMap<Integer, Kind> kinds) {
        boolean small = kinds.size() < 2
                || kinds.values().stream()
                        .anyMatch(k -> Math.min(k.expected, k.all - k.expected) < MeasureLimits.LEAST_EXPECTED);
        if (small) {
            return new Measure.Row(
                    what, kinds.size() < 2 ? "all had the same number of tickets" : "small numbers", false);
        }
        double p = p(kinds);
        boolean check = p < MeasureLimits.LOTTERY_P;
        List<String> parts = new ArrayList<>();
        kinds.forEach((tickets, kind) -> {
            if (Suppression.isShown(kind.drawn, kind.all)) {
                parts.add(String.format(
                        Locale.US,
                        "%s: %,d drawn, %,.0f expected",
                        Plural.of(tickets, "ticket"),
                        kind.drawn,
                        kind.expected));
            }
        });
        return new Measure.Row(
                what,
                (check ? "check the code: " : "as chance would have it: ") + String.join("; ", parts) + "; "
                        + Shares.p(p),
                check);
    }

    private static double p(SortedMap<Integer, Kind> kinds) {
        double sum = 0;
        for (Kind kind : kinds.values()) {
            sum += (kind.drawn - kind.expected) * (kind.drawn - kind.expected) / kind.variance;
        }
        return Chance.chiSquare(sum, kinds.size() - 1);
    }

    /** The same of one lottery: how likely a draw at least so far from its tickets is. */
    public static double p(Map<Integer, long[]> lottery) {
        SortedMap<Integer, Kind> kinds = new TreeMap<>();
        add(new TreeMap<>(lottery), kinds);
        return p(kinds);
    }

    private static void add(SortedMap<Integer, long[]> lottery, SortedMap<Integer, Kind> kinds) {
        double rate = rate(lottery);
        lottery.forEach((tickets, counts) -> {
            double chance = 1 - Math.exp(-rate * tickets);
            Kind kind = kinds.computeIfAbsent(tickets, t -> new Kind());
            kind.all += counts[0];
            kind.drawn += counts[1];
            kind.expected += counts[0] * chance;
            kind.variance += counts[0] * chance * (1 - chance);
        });
    }

    private static double rate(SortedMap<Integer, long[]> lottery) {
        long drawn = lottery.values().stream().mapToLong(c -> c[1]).sum();
        double low = 0;
        double high = VERY_LARGE;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            double expected = 0;
            for (Map.Entry<Integer, long[]> each : lottery.entrySet()) {
                expected += each.getValue()[0] * (1 - Math.exp(-middle * each.getKey()));
            }
            if (expected < drawn) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
