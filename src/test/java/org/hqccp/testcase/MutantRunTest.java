package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small changes of the small policy: the cases notice them, and where they do not, the case that is offered does. */
class MutantRunTest {
    private static final String SEATS = "event-permit/safety/EV-01-seats.yaml";

    @TempDir
    private Path temp;

    private Path cases;
    private LiveRules rules;

    @BeforeEach
    void copy() throws Exception {
        cases = SmallPolicy.copy(SmallPolicy.CASES, temp.resolve("test-cases"));
        rules = SmallPolicy.load();
    }

    private List<MutantResult> survivors() throws Exception {
        CaseFolder folder = CaseFolder.read(cases, rules.current().ruleSet(), file -> true);
        assertThat(folder.problems()).isEmpty();
        MutantRun run = new MutantRun(rules.current(), folder);
        return run.mutants("EV-01").stream()
                .map(run::run)
                .filter(r -> !r.isNoticed() && !r.isSame())
                .toList();
    }

    @Test
    void aCaseThatIsTakenAwayIsOfferedAgain() throws Exception {
        Path file = cases.resolve(SEATS);
        String all = Files.readString(file);
        Files.writeString(file, all.replace("event.seats: 19", "event.seats: 3"));
        List<MutantResult> survivors = survivors();
        MutantResult lower = survivors.stream()
                .filter(r -> r.mutant().words().equals("if event.seats were 19 instead of 20"))
                .findFirst()
                .orElseThrow();

        assertThat(lower.mutant().what()).isEqualTo("parameter event.seats");
        assertThat(lower.caseFile()).isEqualTo("test-cases/" + SEATS);
        assertThat(lower.caseText()).contains("event.seats: 19").contains("expect: {status: NOT_MET}");

        Files.writeString(file, Files.readString(file) + Objects.requireNonNull(lower.caseText()));
        assertThat(survivors())
                .noneMatch(r -> r.mutant().words().equals(lower.mutant().words()));
    }

    @Test
    void everyKindOfChangeIsTried() {
        MutantRun run = new MutantRun(rules.current(), new CaseFolder(List.of(), List.of()));

        assertThat(run.mutants("EV-01"))
                .extracting(Mutant::words)
                .contains(
                        "if it concerned everyone",
                        "if it began on 2019-12-31 instead of 2020-01-01",
                        "if it began on 2020-01-02 instead of 2020-01-01",
                        "if event.seats were 21 instead of 20",
                        "if event.seats were 19 instead of 20");
    }

    @Test
    void aParameterThatNoRuleReadsIsNotChanged() throws Exception {
        Path folder = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
        Files.writeString(
                folder.resolve("parameters.csv"),
                "event.unread,3,guests,decision-date,2020-01-01,,HOUSE,what no rule asks for\n",
                StandardOpenOption.APPEND);
        LiveRules more = LiveRules.load(folder, SmallPolicy.CLOCK);
        MutantRun run = new MutantRun(more.current(), new CaseFolder(List.of(), List.of()));

        assertThat(more.current().ruleSet().parameters()).containsKey("event.unread");
        assertThat(run.mutants(null))
                .extracting(Mutant::what)
                .contains("parameter event.seats")
                .doesNotContain("parameter event.unread");
    }
}
