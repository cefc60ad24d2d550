package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The measures that hold one group against another: M-01, M-02, M-03. They look at people, whatever the rules say. */
final class GroupMeasures {
    private static final int ENROLLED = 3;
    private final People people;
    private final MeasureLimits limits;

    GroupMeasures(People people, MeasureLimits limits) {
        this.people = people;
        this.limits = limits;
    }

    /** M-01: the share of a group among those enrolled, over its share among all. */
    Measure participation() {
        List<Measure.Row> rows = new ArrayList<>();
        people.steps().forEach((column, values) -> {
            long all = sum(values, 0);
            long enrolled = sum(values, ENROLLED);
            values.forEach((value, counts) -> {
                if (enrolled > 0) {
                    rows.add(participation(column + " " + value, counts[ENROLLED], enrolled, counts[0], all));
                }
            });
        });
        return new Measure(
                "M-01",
                "Participation index: share of the group among those enrolled, over its share among all",
                "below " + Shares.number(limits.watch()) + " watch; below " + Shares.number(limits.plan())
                        + " action plan",
                "DESIGN",
                rows);
    }

    private Measure.Row participation(String what, long enrolled, long allEnrolled, long group, long all) {
        if (group < limits.leastPeople() || !Suppression.isShown(enrolled, group)) {
            return new Measure.Row(what, Shares.SMALL, false);
        }
        double index = index(enrolled, allEnrolled, group, all);
        Interval share = Interval.ofShare(enrolled, allEnrolled);
        double scale = (double) all / group;
        String word = index < limits.plan() ? "action plan" : index < limits.watch() ? "watch" : "no remark";
        return new Measure.Row(
                what,
                Shares.number(index) + " (" + Shares.number(share.low() * scale) + " to "
                        + Shares.number(share.high() * scale) + "): " + word,
                index < limits.watch());
    }

    static double index(long enrolled, long allEnrolled, long group, long all) {
        return (double) enrolled / allEnrolled / ((double) group / all);
    }

    /** M-02 and M-03: each group's rate at each step over the best rate, and whether a difference could be chance. */
    List<Measure> steps() {
        List<Measure.Row> ratios = new ArrayList<>();
        List<Measure.Row> tests = new ArrayList<>();
        people.steps().forEach((column, values) -> {
            for (int step = 1; step <= People.STEPS.length; step++) {
                step(column, values, step, ratios, tests);
            }
        });
        return List.of(
                new Measure(
                        "M-02",
                        "Four-fifths ratio: rate of the group at a step, over the best rate of any group",
                        "below " + Shares.number(limits.fourFifths()) + " review, never an automatic change",
                        "S76",
                        ratios),
                new Measure(
                        "M-03",
                        "Significance of each ratio that is under review",
                        "notable: p < " + Shares.number(limits.p()) + ", at least " + limits.leastPeople()
                                + " people in each group and 5 expected in each cell",
                        "DESIGN, S76",
                        tests));
    }

    private void step(
            String column,
            SortedMap<String, long[]> values,
            int step,
            List<Measure.Row> ratios,
            List<Measure.Row> tests) {
        long[] best = null;
        for (long[] counts : values.values()) {
            boolean enough = counts[step - 1] >= limits.leastPeople();
            if (enough && (best == null || rate(counts, step) > rate(best, step))) {
                best = counts;
            }
        }
        if (best == null || rate(best, step) == 0) {
            return;
        }
        for (var each : values.entrySet()) {
            long[] counts = each.getValue();
            String what = People.STEPS[step - 1] + ", " + column + " " + each.getKey();
            if (counts[step - 1] < limits.leastPeople()) {
                ratios.add(new Measure.Row(what, Shares.SMALL, false));
                continue;
            }
            double ratio = rate(counts, step) / rate(best, step);
            boolean review = ratio < limits.fourFifths();
            ratios.add(new Measure.Row(
                    what,
                    Shares.of(counts[step], counts[step - 1]) + ", ratio " + Shares.number(ratio)
                            + (review ? ": review" : ""),
                    review));
            if (review) {
                tests.add(significance(what, counts[step], counts[step - 1], best[step], best[step - 1]));
            }
        }
    }

    private static double rate(long[] counts, int step) {
        return (double) counts[step] / counts[step - 1];
    }

    /** Whether two rates differ by more than chance would bring about. */
    Measure.Row significance(String what, long hits, long all, long bestHits, long bestAll) {
        boolean enough = all >= limits.leastPeople()
                && bestAll >= limits.leastPeople()
                && Chance.leastExpected(hits, all, bestHits, bestAll) >= MeasureLimits.LEAST_EXPECTED;
        if (!enough) {
            return new Measure.Row(what, "small numbers", false);
        }
        double p = Chance.ofTable(hits, all, bestHits, bestAll);
        Interval difference = Interval.ofDifference(hits, all, bestHits, bestAll);
        boolean notable = p < limits.p();
        return new Measure.Row(
                what,
                (notable ? "statistically notable: " : "could be chance: ")
                        + Shares.points(difference.value()) + " (" + Shares.points(difference.low()) + " to "
                        + Shares.points(difference.high()) + "), " + Shares.p(p),
                notable);
    }

    private static long sum(SortedMap<String, long[]> values, int place) {
        return values.values().stream().mapToLong(c -> c[place]).sum();
    }
}
