package org.hqccp.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** What is said of rules is held against every case there is. */
class VerificationTest {
    private static final String FIRST = "event-permit/safety/EV-01-seats.drl";
    private static final String SECOND = "event-permit/safety/EV-02-supervised.drl";
    private static final int RUNS = 150;
    /** More seats than any condition speaks of. */
    private static final int SEATS = 7;

    private static RuleSet ruleSet(String first, String second) throws Exception {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(SmallPolicy.RULES, problems);
        files.put(FIRST, rule("EV-01", first));
        files.put(SECOND, rule("EV-02", second));
        RuleSet read = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static String rule(String id, String condition) {
        return "rule \"" + id + " Some condition holds\"\n  @source( \"DESIGN\" )\n  @from( \"2020-01-01\" )\nwhen\n"
                + "  $event : Event( " + condition + " )\nthen\n  met( $event );\nend\n";
    }

    private static Set<String> told(RuleSet ruleSet) {
        Set<String> told = new TreeSet<>();
        for (Warning warning : Verification.of(ruleSet)) {
            if (warning.about().startsWith("EV-0")
                    && !warning.about().contains("EV-03")
                    && warning.kind() != Warning.Kind.GAP) {
                assertThat(warning.isExact()).as(warning.message()).isTrue();
                told.add(warning.kind().word() + " " + warning.about());
            }
        }
        return told;
    }

    @Test
    void smallRandomRulesAreSeenAsTryingEveryCaseSeesThem() throws Exception {
        long seed = 20_260_728;
        System.out.println("VerificationTest seed " + seed);
        Random random = new Random(seed);
        Set<String> kinds = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            Condition first = Condition.random(random);
            Condition second = Condition.random(random);
            Set<String> expected = expected(first, second);
            assertThat(told(ruleSet(first.text(), second.text())))
                    .as(first.text() + "  |  " + second.text())
                    .isEqualTo(expected);
            expected.forEach(e -> kinds.add(e.substring(0, e.indexOf(' '))));
        }
        // Otherwise the random rules would be too plain to show anything.
        assertThat(kinds).containsExactly("adds-nothing", "always", "contradiction", "never");
    }

    /** By every case there is. */
    private static Set<String> expected(Condition first, Condition second) {
        boolean[][] seen = new boolean[2][2];
        int[] held = new int[2];
        int all = 0;
        for (int seats = 0; seats < SEATS; seats++) {
            for (int flags = 0; flags < 4; flags++) {
                boolean a = first.holds(seats, (flags & 1) != 0, (flags & 2) != 0);
                boolean b = second.holds(seats, (flags & 1) != 0, (flags & 2) != 0);
                seen[a ? 1 : 0][b ? 1 : 0] = true;
                held[0] += a ? 1 : 0;
                held[1] += b ? 1 : 0;
                all++;
            }
        }
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            if (held[i] == 0) {
                expected.add("never EV-0" + (i + 1));
            } else if (held[i] == all) {
                expected.add("always EV-0" + (i + 1));
            }
        }
        boolean share = first.reads().stream().anyMatch(second.reads()::contains);
        if (share && !seen[1][1]) {
            if (held[0] > 0 && held[1] > 0) {
                expected.add("contradiction EV-01 & EV-02");
            }
        } else if (share && seen[0][0]) {
            // The one is met wherever the other is: only the other can be in the way.
            if (!seen[0][1]) {
                expected.add("adds-nothing EV-01 & EV-02");
            } else if (!seen[1][0]) {
                expected.add("adds-nothing EV-02 & EV-01");
            }
        }
        return expected;
    }

    @Test
    void theRealRulesHoldNothingThatIsNotMeant() throws Exception {
        List<Problem> problems = new ArrayList<>();
        RuleSet rules = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);

        assertThat(Verification.of(Objects.requireNonNull(rules)))
                .extracting(Warning::message)
                .isEmpty();
    }
}
