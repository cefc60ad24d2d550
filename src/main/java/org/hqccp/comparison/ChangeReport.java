package org.hqccp.comparison;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a change.
 *
 * @param before where the old rules come from, in words
 * @param after where the new rules come from, in words
 * @param day the day it was made, which decides which waivers hold
 * @param change what differs
 * @param cases where the cases come from, in words; none where none were asked for
 * @param impact what the change does to them; none where none were asked for
 * @param equity what each equity test came to
 * @param measures the measures over a cohort
 */
public record ChangeReport(
        String before,
        String after,
        LocalDate day,
        RuleSetChange change,
        @Nullable String cases,
        @Nullable Impact impact,
        List<EquityResult> equity,
        List<Measure> measures) {

    /** Whether an equity test failed without a waiver. */
    public boolean fails() {
        return equity.stream().anyMatch(e -> e.verdict() == EquityResult.Verdict.FAIL);
    }
}
