package org.hqccp.policy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.hqccp.facts.Entity;

/**
 * Tries a property on many random cases. {@code -Dhqccp.seed} gives other cases, {@code -Dhqccp.cases} another number of them for every
 * property; a failure names the seed that brings its case back, and shows the case.
 */
final class Trials {
    private static final long SEED = Long.getLong("hqccp.seed", 20_260_302L);
    private static final RandomCases CASES = new RandomCases();

    private Trials() {}

    /** A property of one case; what it needs by chance it draws from {@code random}. */
    interface Property {
        void holds(Entity root, Random random) throws Exception;
    }

    static RandomCases cases() {
        return CASES;
    }

    /**
     * Tries a property.
     *
     * @param name of the property, for failures
     * @param count how many cases, unless the system property says otherwise
     * @param decision the decision the cases are for
     */
    static void of(String name, int count, String decision, Property property) {
        int cases = Integer.getInteger("hqccp.cases", count);
        System.out.println(name + ": " + cases + " cases for " + decision + ", seed " + SEED);
        for (int i = 0; i < cases; i++) {
            Random random = new Random(SEED + i);
            Entity root = CASES.next(decision, random);
            String json = new String(CaseJson.of(root), StandardCharsets.UTF_8);
            try {
                property.holds(root, random);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(
                        name + ", case " + i + ": " + e.getMessage() + "\nAgain: -Dhqccp.seed=" + (SEED + i)
                                + " -Dhqccp.cases=1\nCase: " + json,
                        e);
            }
        }
    }
}
