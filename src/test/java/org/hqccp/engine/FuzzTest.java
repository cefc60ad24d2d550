package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random rules and random cases: the two evaluators agree, a third and plainest reading agrees with them wherever it can tell, and whatever
 * was decided while something was missing stays decided alike when everything is known.
 *
 * <p>{@code -Dhqccp.fuzz.cases=1000000 -Dhqccp.fuzz.seed=7} runs more cases, or others.
 */
class FuzzTest {
    private static final int CASES = Integer.getInteger("hqccp.fuzz.cases", 10_000);
    private static final long SEED = Long.getLong("hqccp.fuzz.seed", 20_260_302L);
    private static final int CASES_OF_A_RULE_SET = 1_000;
    private static final int FEWEST_FOR_EVERY_TYPE = 200_000;

    @Test
    void randomRulesAndCasesAreReadAlikeByAll() {
        System.out.printf("fuzz: seed %d, %d cases (-Dhqccp.fuzz.seed, -Dhqccp.fuzz.cases)%n", SEED, CASES);
        FuzzCoverage coverage = new FuzzCoverage();
        List<String> failures = IntStream.range(0, (CASES + CASES_OF_A_RULE_SET - 1) / CASES_OF_A_RULE_SET)
                .parallel()
                .mapToObj(n ->
                        failure(SEED + n, Math.min(CASES_OF_A_RULE_SET, CASES - n * CASES_OF_A_RULE_SET), coverage))
                .filter(Objects::nonNull)
                .toList();

        assertThat(failures).as("seed %d", SEED).isEmpty();
        assertThat(CASES >= FEWEST_FOR_EVERY_TYPE ? coverage.gaps() : coverage.gapsOfKinds())
                .as("seen, seed %d:%n%s", SEED, coverage.table())
                .isEmpty();
    }

    /** What goes wrong first under one random rule set; none if nothing does. */
    private static String failure(long seed, int cases, FuzzCoverage all) {
        FuzzRun run = new FuzzRun(seed);
        FuzzCoverage coverage = new FuzzCoverage();
        for (int i = 0; i < cases; i++) {
            String wrong = run.next(coverage);
            if (wrong != null) {
                return "-Dhqccp.fuzz.seed=" + seed + ", case " + i + "\n" + wrong;
            }
        }
        all.add(coverage);
        return null;
    }
}
