package org.hqccp.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an equity test came to.
 *
 * @param verdict of the whole test: the worst of its groups
 * @param groups what each group came to
 */
public record EquityResult(EquityTest test, Verdict verdict, List<Group> groups) {

    /** What a test can come to, from the best to the worst. */
    public enum Verdict {
        PASS("pass"),
        TOO_SMALL("numbers too small"),
        WAIVED("fails, with a waiver"),
        FAIL("fail");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One group.
     *
     * @param waiver who answers for the fall; none where nothing is waived
     */
    public record Group(String name, Paired counts, Verdict verdict, EquityTest.@Nullable Waiver waiver) {

        /** What happened to the group's share, with what may not be shown left out. */
        public String words() {
            if (verdict == Verdict.TOO_SMALL) {
                return "numbers too small";
            }
            Interval fall = counts.interval();
            boolean shown = Suppression.isShown(counts.before(), counts.all())
                    && Suppression.isShown(counts.after(), counts.all());
            String moved = counts.fall() == 0
                    ? "as before"
                    : (counts.fall() > 0 ? "fell by " : "rose by ") + Shares.percent(Math.abs(counts.fall()))
                            + " of the group (95 of 100: " + Shares.points(-fall.high()) + " to "
                            + Shares.points(-fall.low()) + ")";
            String shares = Shares.percent((double) counts.before() / counts.all()) + " before, "
                    + Shares.percent((double) counts.after() / counts.all()) + " after: ";
            return shown ? shares + moved : counts.fall() == 0 ? moved : "shares not shown (cells under 10)";
        }
    }

    /** Judges a test by the counts of each group. */
    static EquityResult of(EquityTest test, SortedMap<String, Paired> counts, MeasureLimits limits, LocalDate day) {
        List<Group> groups = new ArrayList<>();
        Verdict worst = Verdict.PASS;
        boolean anyJudged = false;
        for (var each : counts.entrySet()) {
            Group group = judge(test, each.getKey(), each.getValue(), limits, day);
            groups.add(group);
            anyJudged |= group.verdict() != Verdict.TOO_SMALL;
            boolean worse = group.verdict().compareTo(worst) > 0;
            worst = worse && group.verdict() != Verdict.TOO_SMALL ? group.verdict() : worst;
        }
        return new EquityResult(test, anyJudged ? worst : Verdict.TOO_SMALL, groups);
    }

    private static Group judge(EquityTest test, String name, Paired counts, MeasureLimits limits, LocalDate day) {
        if (counts.all() < limits.leastPeople()) {
            return new Group(name, counts, Verdict.TOO_SMALL, null);
        }
        if (counts.fall() <= test.mayFallBy().doubleValue()) {
            return new Group(name, counts, Verdict.PASS, null);
        }
        EquityTest.Waiver waiver = test.waiver(name, day);
        boolean waived = waiver != null && counts.fall() <= waiver.mayFallBy().doubleValue();
        return new Group(name, counts, waived ? Verdict.WAIVED : Verdict.FAIL, waived ? waiver : null);
    }

    /** Judges every test. */
    public static List<EquityResult> all(List<EquityTest> tests, Impact impact, MeasureLimits limits, LocalDate day) {
        List<EquityResult> results = new ArrayList<>();
        for (EquityTest test : tests) {
            DecisionImpact decision = impact.decisions().get(test.decision());
            SortedMap<String, Paired> counts =
                    decision == null ? null : decision.rates().get(test.name());
            results.add(of(test, counts == null ? new TreeMap<>() : counts, limits, day));
        }
        return results;
    }
}
