package org.hqccp.decision;

import java.util.List;

/**
 * A support raised for a student.
 *
 * @param id the row of the handbook
 * @param mode FLAG, or OFFER where it is offered to everyone as information
 * @param codes what is offered
 * @param role who answers
 * @param urgency U0 same day to U3 next MyCAP meeting
 * @param legalBasis the law or guidance behind it
 * @param frame the opening: a recorded strength, or the row's own
 * @param step what happens next
 * @param audience who may see it
 * @param includes other supports taken into this one's plan
 * @param marks how certain what it rests on is
 */
public record RaisedSupport(
        String id,
        String mode,
        List<String> codes,
        String role,
        String urgency,
        String legalBasis,
        String frame,
        String step,
        List<String> audience,
        List<String> includes,
        List<String> marks) {}
