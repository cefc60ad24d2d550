package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as exercised: only what a passing case states, and only where nothing else settles the answer. */
class CoverageTest {
    private static final String RULE = "event-permit/safety/EV-02-supervised";

    @TempDir
    private Path temp;

    private Path rules;
    private Path cases;

    @BeforeEach
    void copy() throws IOException {
        rules = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
        cases = SmallPolicy.copy(SmallPolicy.CASES, temp.resolve("test-cases"));
    }

    private void test(String conditions) throws IOException {
        Path rule = rules.resolve(RULE + ".drl");
        Files.writeString(rule, Files.readString(rule).replace("supervised == true", conditions));
    }

    /** What is missing of a rule, fact or parameter after these cases of EV-02 have run. */
    private List<String> missing(String what, String... lines) throws Exception {
        Files.writeString(
                cases.resolve(RULE + ".yaml"),
                "rule: EV-02\nlike: concert\ncases:\n  - " + String.join("\n  - ", lines) + "\n");
        LiveRules live = LiveRules.load(rules, SmallPolicy.CLOCK);
        CaseFolder folder = CaseFolder.read(cases, live.current().ruleSet(), file -> file.contains("EV-02"));
        assertThat(folder.problems()).isEmpty();
        CaseRunner runner = new CaseRunner(live, SmallPolicy.CLOCK);
        folder.files().forEach(runner::run);
        return runner.coverage().gaps().stream()
                .filter(gap -> gap.what().equals(what))
                .flatMap(gap -> gap.missing().stream())
                .filter(missing ->
                        missing.contains("does it") || missing.contains("right at") || missing.contains("reads it"))
                .toList();
    }

    @Test
    void aConditionThatAnotherSettlesIsNotSeen() throws Exception {
        test("supervised == true || indoors == false");

        assertThat(missing(
                        "EV-02",
                        "{name: Both hold, facts: {event.indoors: false}, expect: {status: MET}}",
                        "{name: Neither holds, facts: {event.supervised: false}, expect: {status: NOT_MET}}"))
                .containsExactly(
                        "in no case does it hold that supervised == true",
                        "in no case does it hold that indoors == false");
        assertThat(missing(
                        "EV-02",
                        "{name: One holds, expect: {status: MET}}",
                        "{name: The other, facts: {event.supervised: unknown, event.indoors: false}, expect: {status: MET}}",
                        "{name: Neither holds, facts: {event.supervised: false}, expect: {status: NOT_MET}}"))
                .isEmpty();
    }

    @Test
    void aCaseThatFailsOrStatesNoStatusShowsNothing() throws Exception {
        assertThat(missing(
                        "EV-02",
                        "{name: Wrong, expect: {status: NOT_MET}}",
                        "{name: Silent, facts: {event.supervised: false}, expect: {outcome: NOT_ALLOWED}}"))
                .containsExactly(
                        "in no case does it hold that supervised == true",
                        "in no case does it fail that supervised == true");
    }

    @Test
    void aNumberMustBeMetExactly() throws Exception {
        test("seats > 30");

        assertThat(missing(
                        "EV-02",
                        "{name: More, expect: {status: MET}}",
                        "{name: Less, facts: {event.seats: 29}, expect: {status: NOT_MET}}"))
                .containsExactly("no case lies right at seats > 30");
    }

    @Test
    void theConditionsOfDerivedFactsCountToo() throws Exception {
        Path facts = rules.resolve("facts/event.yaml");
        Files.writeString(facts, Files.readString(facts) + """
                  roomy: {label: room for all, type: yes-no, is: seats >= 30}
                """);
        test("roomy == true");

        assertThat(missing("fact event.roomy", "{name: Enough, facts: {event.seats: 30}, expect: {status: MET}}"))
                .containsExactly("in no case does it fail that seats >= 30");
    }

    @Test
    void eachPeriodOfAParameterIsReadOnItsFirstDayAndOnTheDayBefore() throws Exception {
        Path parameters = rules.resolve("parameters.csv");
        Files.writeString(
                parameters,
                Files.readString(parameters).replace("2020-01-01,,", "2020-01-01,2025-12-31,")
                        + "event.seats,25,seats,decision-date,2026-01-01,,HOUSE,seats every indoor event must have\n");
        Path rule = rules.resolve(RULE + ".drl");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace("when\n", "when\n  $needed : Parameter( name == \"event.seats\" )\n")
                        .replace("supervised == true", "seats >= $needed.value"));

        assertThat(missing(
                        "parameter event.seats",
                        "{name: Enough, facts: {event.seats: 25}, expect: {status: MET}}",
                        "{name: The day before, as-of: 2025-12-31, facts: {event.seats: 20}, expect: {status: MET}}"))
                .containsExactly("no case reads it on 2026-01-01, when a new value begins to hold");
    }
}
