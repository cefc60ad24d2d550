package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hqccp.comparison.EquityResult.Verdict;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equity tests: how they are read, and what they come to. */
class EquityTestsTest {
    private static final RuleSet RULES = EditedRules.of(SmallPolicy.RULES).read();
    private static final MeasureLimits LIMITS = new MeasureLimits(0.80, 0.60, 0.80, 0.05, 30, 0.10, 0.05);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String TEST = """
            equity-test: allowed
            about: No group loses its events.
            decision: event-permit
            outcomes: [ALLOWED]
            only: {indoors: ["true"]}
            groups: race
            may-fall-by: 0.02
            source: DESIGN
            waivers:
              - {groups: [B], may-fall-by: 0.10, who: the school committee, reason: until chairs arrive, date: 2026-05-01, until: 2026-08-31}
            """;

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private List<EquityTest> read(String text) throws IOException {
        Files.writeString(folder.resolve("allowed.yaml"), text);
        return EquityFolder.read(folder, RULES, problems);
    }

    private EquityResult judged(LocalDate day, Paired a, Paired b) throws IOException {
        EquityTest test = read(TEST).get(0);
        assertThat(problems).isEmpty();
        TreeMap<String, Paired> counts = new TreeMap<>();
        counts.put("A", a);
        counts.put("B", b);
        return EquityResult.of(test, counts, LIMITS, day);
    }

    @Test
    void aShareThatFallsTooFarFails() throws Exception {
        EquityResult result = judged(DAY, new Paired(77, 3, 0, 20), new Paired(80, 0, 0, 20));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.groups()).extracting(EquityResult.Group::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(result.groups().get(0).words())
                .startsWith("80.0 % before, 77.0 % after: fell by 3.0 % of the group (95 of 100: ");
        assertThat(result.groups().get(1).words()).endsWith("as before");
    }

    @Test
    void aShareThatFallsAsFarAsItMayPasses() throws Exception {
        assertThat(judged(DAY, new Paired(78, 2, 0, 20), new Paired(60, 0, 10, 30))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aWaiverHoldsForItsGroupAndItsTimeAndItsMeasureOnly() throws Exception {
        Paired fine = new Paired(80, 0, 0, 20);
        Paired fallen = new Paired(70, 10, 0, 20);

        assertThat(judged(DAY, fine, fallen).verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(ReportPage.waiver(judged(DAY, fine, fallen).groups().get(1)))
                .isEqualTo(". Allowed by the school committee on 2026-05-01 until 2026-08-31: until chairs arrive");
        assertThat(judged(LocalDate.of(2026, 9, 1), fine, fallen).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(LocalDate.of(2026, 4, 30), fine, fallen).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(DAY, fallen, fine).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(DAY, fine, new Paired(69, 11, 0, 20)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void smallGroupsAreNeverJudgedAndNeverHideAFailure() throws Exception {
        Paired small = new Paired(0, 20, 0, 9);

        assertThat(judged(DAY, small, small).verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(judged(DAY, small, new Paired(80, 0, 0, 20)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged(DAY, small, new Paired(0, 80, 0, 20)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(DAY, small, small).groups().get(0).words()).isEqualTo("numbers too small");
    }

    @Test
    void aShareOfFewPeopleIsNotShown() throws Exception {
        assertThat(judged(DAY, new Paired(91, 3, 0, 6), new Paired(80, 0, 0, 20))
                        .groups()
                        .get(0)
                        .words())
                .isEqualTo("shares not shown (cells under 10)");
    }

    @Test
    void everyMistakeIsTold() throws Exception {
        read(TEST.replace("event-permit", "event-permits")
                .replace("[ALLOWED]", "[ALOWED]")
                .replace("0.02", "2%")
                .replace("source: DESIGN", "source: DESING")
                .replace("groups: race", "groupes: race")
                .replace("until: 2026-08-31", "until: 2026-04-31"));

        assertThat(problems)
                .extracting(Problem::code)
                .contains("DECISION", "SHARE", "SOURCE", "MISSING", "KEY", "DATE");
        problems.clear();
        read(TEST.replace("[ALLOWED]", "[ALOWED]").replace("indoors:", "inside:"));
        assertThat(problems).extracting(Problem::advice).contains("did you mean 'ALLOWED'?");
        assertThat(problems).extracting(Problem::code).contains("FACT");
    }

    @Test
    void theTestsOfThePolicyAreSound() throws Exception {
        RuleSet policy = EditedRules.of(Path.of("rules")).read();

        assertThat(EquityFolder.read(Path.of("test-cases/equity"), policy, problems))
                .hasSize(3);
        assertThat(problems).isEmpty();
    }
}
