package org.hqccp.engine;

import java.util.List;
import java.util.Objects;
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

    public boolean isDecided() {
        return code != null;
    }

    /** The rule that concluded it, where it is decided. */
    public Rule rule() {
        return Objects.requireNonNull(by);
    }
}
