package org.hqccp.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a support flag says and who answers it.
 *
 * @param id the row of the handbook
 * @param codes what is offered
 * @param role who answers
 * @param urgency how soon: U0 same day, U1 five school days, U2 twenty, U3 next MyCAP meeting
 * @param legalBasis the law or guidance behind it
 * @param evidence what shows it
 * @param frame the asset-based opening
 * @param step what happens next
 * @param sensitive whether only the student and the named role see it
 * @param mergesInto the support whose plan takes it in when both are raised
 * @param sources tags of what it rests on
 */
public record Support(
        String id,
        List<String> codes,
        String role,
        String urgency,
        String legalBasis,
        String evidence,
        String frame,
        String step,
        boolean sensitive,
        @Nullable String mergesInto,
        String sources) {

    /** Every degree of urgency. */
    public static final List<String> URGENCIES = List.of("U0", "U1", "U2", "U3");
}
