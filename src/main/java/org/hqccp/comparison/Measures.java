package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The measures of handbook G.3 over a cohort. */
public final class Measures {
    private final Impact impact;
    private final MeasureLimits limits;

    private Measures(Impact impact, MeasureLimits limits) {
        this.impact = impact;
        this.limits = limits;
    }

    /**
     * Takes all measures; none where the cases carry no groups.
     *
     * @param reach M-05, where a delivery file was given
     */
    public static List<Measure> of(Impact impact, MeasureLimits limits, @Nullable Measure reach) {
        List<Measure> all = new ArrayList<>();
        if (impact.hasGroups()) {
            GroupMeasures groups = new GroupMeasures(impact.people(), limits);
            all.add(groups.participation());
            all.addAll(groups.steps());
            all.add(LotteryAudit.of(impact.people().lotteries()));
        }
        if (reach != null) {
            all.add(reach);
        }
        if (impact.hasGroups()) {
            Measures measures = new Measures(impact, limits);
            all.add(measures.unknownFacts());
            all.add(measures.undecided());
        }
        return all;
    }

    /** M-06, only what speaks up: a fact that is often unknown, or much oftener in one group than in another. */
    private Measure unknownFacts() {
        List<Measure.Row> rows = new ArrayList<>();
        impact.people().unknowns().forEach((fact, columns) -> {
            // Every column counts the same people: the first will do.
            SortedMap<String, long[]> any = columns.values().iterator().next();
            long all = 0;
            long unknown = 0;
            for (long[] counts : any.values()) {
                all += counts[0];
                unknown += counts[1];
            }
            boolean known = unknown < all;
            if (known && all >= limits.leastPeople() && unknown > limits.unknownRate() * all) {
                rows.add(new Measure.Row(fact, "not known of " + Shares.of(unknown, all) + ": data-gap ticket", true));
            }
            if (known) {
                columns.forEach((column, values) -> between(fact, column, values, rows));
            }
        });
        if (rows.isEmpty()) {
            rows.add(new Measure.Row("all facts of students that are given", "no remark", false));
        }
        return new Measure(
                "M-06",
                "Facts that are not known, among those given for anyone, and the difference between groups",
                "above " + Shares.number(limits.unknownRate()) + " data-gap ticket; difference above "
                        + Shares.number(limits.unknownRate()) + " equity ticket",
                "DESIGN",
                rows);
    }

    private void between(String fact, String column, SortedMap<String, long[]> values, List<Measure.Row> rows) {
        String most = null;
        String least = null;
        for (var each : values.entrySet()) {
            if (each.getValue()[0] >= limits.leastPeople()) {
                most = most == null || rate(each.getValue()) > rate(values.get(most)) ? each.getKey() : most;
                least = least == null || rate(each.getValue()) < rate(values.get(least)) ? each.getKey() : least;
            }
        }
        long[] high = most == null ? null : values.get(most);
        long[] low = least == null ? null : values.get(least);
        if (high != null && low != null && rate(high) - rate(low) > limits.unknownRate()) {
            Interval difference = Interval.ofDifference(high[1], high[0], low[1], low[0]);
            rows.add(new Measure.Row(
                    fact + ", " + column + " " + most + " against " + least,
                    Shares.points(difference.value()) + " (" + Shares.points(difference.low()) + " to "
                            + Shares.points(difference.high()) + "): equity ticket",
                    true));
        }
    }

    private static double rate(long @Nullable [] counts) {
        return counts == null || counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
    }

    /** M-07. */
    private Measure undecided() {
        List<Measure.Row> rows = new ArrayList<>();
        impact.decisions().forEach((name, decision) -> {
            if (decision.subjects() > 0) {
                double rate = (double) decision.undecidedAfter() / decision.subjects();
                boolean blocks = rate > limits.indeterminateRate();
                rows.add(new Measure.Row(
                        name,
                        Shares.percent(rate) + " under the new rules, "
                                + Shares.percent((double) decision.undecidedBefore() / decision.subjects())
                                + " under the old"
                                + (blocks ? ": release blocker" : ""),
                        blocks));
            }
        });
        return new Measure(
                "M-07",
                "Outcomes that are INDETERMINATE",
                "above " + Shares.number(limits.indeterminateRate()) + " release blocker",
                "DESIGN",
                rows);
    }
}
