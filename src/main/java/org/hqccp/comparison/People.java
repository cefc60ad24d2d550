package org.hqccp.comparison;

import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.cohort.CohortLine;

/** Counts over the people of a cohort: groups, steps reached, lotteries, and facts that are not known. Not for several threads. */
final class People {
    /** The steps in their order; each is counted among those who reached the one before it. */
    static final String[] STEPS = {"applied", "offered", "enrolled", "retained", "completed"};

    private long all;
    private final SortedMap<String, SortedMap<String, long[]>> steps = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, long[]>> lotteries = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, SortedMap<String, long[]>>> unknowns = new TreeMap<>();

    void add(CohortLine line) {
        all++;
        line.groups().forEach((column, value) -> {
            long[] counts = steps.computeIfAbsent(column, c -> new TreeMap<>())
                    .computeIfAbsent(value, v -> new long[STEPS.length + 1]);
            counts[0]++;
            for (int i = 0; i < STEPS.length; i++) {
                counts[i + 1] += Boolean.TRUE.equals(line.steps().get(STEPS[i])) ? 1 : 0;
            }
        });
        CohortLine.Draw draw = line.lottery();
        if (draw != null) {
            long[] counts = lotteries
                    .computeIfAbsent(draw.pool(), p -> new TreeMap<>())
                    .computeIfAbsent(draw.tickets(), t -> new long[2]);
            counts[0]++;
            counts[1] += draw.offered() ? 1 : 0;
        }
    }

    /** Counts a fact of a student, known or not. */
    void fact(CohortLine line, String fact, boolean unknown) {
        line.groups().forEach((column, value) -> {
            long[] counts = unknowns.computeIfAbsent(fact, f -> new TreeMap<>())
                    .computeIfAbsent(column, c -> new TreeMap<>())
                    .computeIfAbsent(value, v -> new long[2]);
            counts[0]++;
            counts[1] += unknown ? 1 : 0;
        });
    }

    void add(People other) {
        all += other.all;
        other.steps.forEach((column, values) -> values.forEach((value, counts) -> add(
                steps.computeIfAbsent(column, c -> new TreeMap<>())
                        .computeIfAbsent(value, v -> new long[counts.length]),
                counts)));
        other.lotteries.forEach((pool, tickets) -> tickets.forEach((each, counts) -> add(
                lotteries.computeIfAbsent(pool, p -> new TreeMap<>()).computeIfAbsent(each, t -> new long[2]),
                counts)));
        other.unknowns.forEach((fact, columns) ->
                columns.forEach((column, values) -> values.forEach((value, counts) -> add(
                        unknowns.computeIfAbsent(fact, f -> new TreeMap<>())
                                .computeIfAbsent(column, c -> new TreeMap<>())
                                .computeIfAbsent(value, v -> new long[2]),
                        counts))));
    }

    private static void add(long[] to, long[] counts) {
        for (int i = 0; i < to.length; i++) {
            to[i] += counts[i];
        }
    }

    long all() {
        return all;
    }

    /** By column and value: everyone, and how many reached each step. */
    SortedMap<String, SortedMap<String, long[]>> steps() {
        return steps;
    }

    /** By lottery and number of tickets: how many took part, and how many were drawn. */
    SortedMap<String, SortedMap<Integer, long[]>> lotteries() {
        return lotteries;
    }

    /** By fact, column and value: everyone, and of how many the fact is not known. */
    SortedMap<String, SortedMap<String, SortedMap<String, long[]>>> unknowns() {
        return unknowns;
    }
}
