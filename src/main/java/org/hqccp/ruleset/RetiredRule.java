package org.hqccp.ruleset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is in force no more, whose id is never used again.
 *
 * @param id its id
 * @param lastDay the last day it was in force
 * @param reason why it was retired, in plain words
 * @param replacedBy the rule that stands in its place
 * @param line its line in the register
 */
public record RetiredRule(
        String id,
        LocalDate lastDay,
        String reason,
        @Nullable String replacedBy,
        int line) {}
