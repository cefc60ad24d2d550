package org.hqccp.verification;

/**
 * A case in which a rule holds, or fails.
 *
 * @param space the cases that matter to the rule alone
 * @param chosen the options of the case
 */
record Witness(Space space, int[] chosen) {

    /** Makes another case say the same of everything this rule reads. */
    void in(Space.Place place) {
        for (int i = 0; i < chosen.length; i++) {
            space.variables().get(i).set(place, chosen[i]);
        }
    }
}
