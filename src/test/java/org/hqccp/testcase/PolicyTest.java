package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Status;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/** The policy as it stands: every test case passes, and the cases exercise every rule. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static CaseFolder folder;
    private static CaseRunner runner;
    private static DecisionService service;

    @BeforeAll
    static void load() throws Exception {
        LiveRules rules = LiveRules.load(Path.of("rules"), CLOCK);
        folder = CaseFolder.read(Path.of("test-cases"), rules.current().ruleSet(), file -> true);
        runner = new CaseRunner(rules, CLOCK);
        service = new DecisionService(rules, CLOCK);
    }

    @Test
    @Order(1)
    void theFilesAreSound() {
        assertThat(folder.problems()).isEmpty();
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> theCasesPass() {
        return folder.files().stream().map(file -> dynamicTest(file.file(), () -> passes(file)));
    }

    private static void passes(CaseFile file) {
        List<String> failures = runner.run(file).stream()
                .filter(result -> !result.passed())
                .map(Failures::words)
                .toList();
        assertThat(failures).isEmpty();
    }

    /** Whole cases stand on bases of which everything is known: the cases named BASE decide them at every stage. */
    @Test
    @Order(1)
    void theBaseCasesAreComplete() throws Exception {
        List<CaseFile> bases = folder.files().stream()
                .filter(file -> file.file().contains("/BASE-"))
                .toList();
        assertThat(bases).isNotEmpty();
        for (CaseFile file : bases) {
            for (TestCase each : file.cases()) {
                Decision decision =
                        service.decide(file.decision(), each.caseJson(), false).decision();
                assertThat(unknown(decision)).as(each.name()).isEmpty();
            }
        }
    }

    private static List<String> unknown(Decision decision) {
        return Stream.concat(Stream.of(decision), decision.parts().stream())
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.status() == Status.UNKNOWN)
                .map(finding -> finding.ruleId() + " of " + finding.subject())
                .toList();
    }

    /** Runs last: it judges what the cases above have exercised. */
    @Test
    @Order(3)
    void theCasesExerciseEveryRule() {
        List<String> gaps = runner.coverage().gaps().stream()
                .map(gap -> gap.what() + ": " + String.join("; ", gap.missing()))
                .toList();

        assertThat(gaps).isEmpty();
    }
}
