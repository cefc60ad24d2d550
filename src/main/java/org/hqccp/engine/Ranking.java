package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The first of an ordered list of codes whose rule holds when all before it do not.
 *
 * @param code the code; none while an earlier one is undecided
 * @param by the rule that concluded it; none while undecided
 * @param undecided the rules that keep it open
 */
public record Ranking(@Nullable String code, @Nullable Rule by, List<Rule> undecided) {

    /** The first of {@code codes} that holds by these results. */
    static Ranking first(Iterable<String> codes, List<RuleResult> results) {
        List<Rule> undecided = new ArrayList<>();
        for (String code : codes) {
            Rule by = null;
            for (RuleResult result : results) {
                if (by == null && result.status() == Status.MET && concludes(result, code)) {
                    by = result.rule();
                }
            }
            if (by != null) {
                return undecided.isEmpty() ? new Ranking(code, by, List.of()) : new Ranking(null, null, undecided);
            }
            for (RuleResult result : results) {
                if (result.status() == Status.UNKNOWN && concludes(result, code)) {
                    undecided.add(result.rule());
                }
            }
        }
        return new Ranking(null, null, undecided);
    }

    private static boolean concludes(RuleResult result, String code) {
        return code.equals(result.rule().conclusion().code());
    }

    public boolean isDecided() {
        return code != null;
    }

    /** The rule that concluded it, where it is decided. */
    public Rule rule() {
        return Objects.requireNonNull(by);
    }
}
