package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The runner on a small policy: what passes, and what each bad file is told. */
class CaseRunnerTest {
    private static final Path BAD = SmallPolicy.FOLDER.resolve("bad");
    private static final String PLACE = "event-permit/safety/EV-01-seats.yaml";
    private static LiveRules rules;

    @TempDir
    private Path temp;

    @BeforeAll
    static void load() {
        rules = SmallPolicy.load();
    }

    private static RuleSet ruleSet() {
        return rules.current().ruleSet();
    }

    @Test
    void theSmallPolicyPassesAndIsCovered() throws IOException {
        CaseFolder folder = CaseFolder.read(SmallPolicy.CASES, ruleSet(), file -> true);
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);
        List<String> failures = folder.files().stream()
                .flatMap(file -> runner.run(file).stream())
                .filter(result -> !result.passed())
                .map(Failures::words)
                .toList();

        assertThat(folder.problems()).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(runner.coverage().gaps()).isEmpty();
        assertThat(runner.coverage().asked()).isEqualTo(5);
    }

    /** Each file must fail with the text beside it; {@code -Dexpected=rewrite} writes that text anew. */
    @TestFactory
    Stream<DynamicTest> badFilesAreToldWhatIsWrong() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> isTold(file)));
        }
    }

    private void isTold(Path file) throws IOException {
        String told = told(file);
        Path expected = Path.of(file.toString().replaceAll("[.]yaml$", ".problem"));
        if ("rewrite".equals(System.getProperty("expected"))) {
            Files.writeString(expected, told);
        }

        assertThat(told).isNotBlank().isEqualTo(Files.readString(expected));
    }

    private String told(Path file) throws IOException {
        Path cases = temp.resolve(file.getFileName().toString()).resolve("test-cases");
        SmallPolicy.copy(SmallPolicy.CASES, Files.createDirectories(cases));
        Files.writeString(cases.resolve(PLACE), Files.readString(file));
        CaseFolder folder = CaseFolder.read(cases, ruleSet(), name -> name.endsWith(PLACE));
        StringBuilder told = new StringBuilder();
        folder.problems().forEach(problem -> told.append(problem).append('\n'));
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);
        for (CaseFile each : folder.files()) {
            runner.run(each).stream()
                    .filter(result -> !result.passed())
                    .forEach(result -> told.append(Failures.words(result)));
        }
        return told.toString();
    }

    @Test
    void aRuleWithoutCasesAndCasesWithoutARuleAreProblems() throws IOException {
        Path cases = SmallPolicy.copy(SmallPolicy.CASES, temp.resolve("test-cases"));
        Files.move(cases.resolve(PLACE), cases.resolve("event-permit/safety/EV-01-seat.yaml"));

        assertThat(CaseFolder.read(cases, ruleSet(), file -> true).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "test-cases/event-permit/safety/EV-01-seat.yaml:1:1 RULE no rule file stands at the same path,"
                                + " event-permit/safety/EV-01-seat.drl (did you mean 'event-permit/safety/EV-01-seats.yaml'?)",
                        "test-cases/event-permit/safety/EV-01-seats.yaml MISSING the rule EV-01 has no test cases"
                                + " (write this file: rule: EV-01, cases: …)");
    }

    @Test
    void aCaseMayAskForOtherParameterValues() throws IOException {
        Path cases = SmallPolicy.copy(SmallPolicy.CASES, temp.resolve("test-cases"));
        Files.writeString(cases.resolve(PLACE), """
                rule: EV-01
                like: concert
                parameters: {event.seats: 41}
                cases:
                  - {name: Forty seats are one short, expect: {status: NOT_MET}}
                  - {name: Forty seats are enough, parameters: {event.seats: 40}, expect: {status: MET}}
                """);
        CaseFolder folder = CaseFolder.read(cases, ruleSet(), file -> file.endsWith(PLACE));
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);

        assertThat(folder.problems()).isEmpty();
        assertThat(runner.run(folder.files().get(0))).hasSize(2).allMatch(CaseResult::passed);
        assertThat(runner.coverage().gaps().get(0).missing())
                .noneMatch(missing -> missing.contains("seats >= event.seats"));
    }

    @Test
    void whatNoCaseShowsIsToldByRule() throws IOException {
        Path cases = SmallPolicy.copy(SmallPolicy.CASES, temp.resolve("test-cases"));
        Files.writeString(cases.resolve(PLACE), """
                rule: EV-01
                like: concert
                cases:
                  - {name: Plenty of seats, expect: {status: MET}}
                """);
        Files.writeString(cases.resolve("event-permit/safety/EV-02-supervised.yaml"), """
                rule: EV-02
                like: concert
                cases:
                  - {name: The day after, as-of: 2030-01-01, expect: {status: none}}
                """);
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);
        CaseFolder.read(cases, ruleSet(), file -> file.contains("EV-01") || file.contains("EV-02"))
                .files()
                .forEach(runner::run);

        assertThat(runner.coverage().gaps())
                .extracting(gap -> gap.what() + ": " + String.join("; ", gap.missing()))
                .containsExactly(
                        "EV-01: no case states NOT_MET; no case states UNKNOWN; no case states NOT_APPLICABLE;"
                                + " no case states UNKNOWN with the facts that are missing;"
                                + " in no case does it fail that indoors == true;"
                                + " in no case does it fail that seats >= event.seats;"
                                + " no case lies right at seats >= event.seats;"
                                + " no case states none on 2019-12-31, right before it begins;"
                                + " no case states what it comes to on 2020-01-01, when it begins",
                        "EV-02: no case states MET; no case states NOT_MET; no case states UNKNOWN;"
                                + " no case states UNKNOWN with the facts that are missing;"
                                + " in no case does it hold that supervised == true;"
                                + " in no case does it fail that supervised == true;"
                                + " no case states none on 2019-12-31, right before it begins;"
                                + " no case states what it comes to on 2020-01-01, when it begins;"
                                + " no case states what it comes to on 2029-12-31, right before it ends");
    }
}
