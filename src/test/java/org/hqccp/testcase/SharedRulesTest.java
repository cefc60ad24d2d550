package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.comparison.RuleSets;
import org.hqccp.decision.Decision;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision may rest on rules of another one: one file, one id, one hash, and both decisions find the same. */
class SharedRulesTest {
    private static final String CASE =
            "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"party\",\"indoors\":true,\"seats\":3}]}";

    @TempDir
    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        SmallPolicy.copy(SmallPolicy.RULES, rules);
        write("hall-rent/roll-up/RENT-01-no.drl", """
                rule "RENT-01 Something of the hall is not met"
                  @source( "DESIGN" )
                  @from( "2020-01-01" )
                when
                  $event : Event( )
                  exists Finding( event == $event, notMet == true )
                then
                  outcome( $event, "NO_RENT" );
                end
                """);
        write("hall-rent/roll-up/RENT-02-yes.drl", """
                rule "RENT-02 The hall may be rented"
                  @source( "DESIGN" )
                  @from( "2020-01-01" )
                when
                  $event : Event( )
                then
                  outcome( $event, "RENT" );
                end
                """);
        write(
                "hall-rent/example.yaml",
                "as-of: 2026-03-02\ncase-id: party\nevents: [{id: party, indoors: true, seats: 300}]\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    private List<String> problems(String shares, String groups) throws IOException {
        write("hall-rent/decision.yaml", """
                decision: hall-rent
                title: May the hall be rented?
                subject: event
                reads: [GREEN]
                shares: [%s]
                groups: [%s{id: roll-up, title: Outcome}]
                outcomes: [{NO_RENT: not for rent}, {RENT: for rent}]
                """.formatted(shares, groups));
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(RuleFolder.read(rules, problems), problems);
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.message() + " (" + p.advice() + ")")
                .toList();
    }

    private static final String SAFETY = "{id: safety, title: Safety}, ";

    @Test
    void bothDecisionsFindTheSame() throws Exception {
        assertThat(problems("EV-01", SAFETY)).isEmpty();
        DecisionService service = new DecisionService(LiveRules.load(rules, SmallPolicy.CLOCK), SmallPolicy.CLOCK);
        Decision own = service.decide("event-permit", CASE.getBytes(StandardCharsets.UTF_8), false)
                .decision();
        Decision shared = service.decide("hall-rent", CASE.getBytes(StandardCharsets.UTF_8), false)
                .decision();
        assertThat(shared.outcome()).isEqualTo("NO_RENT");
        assertThat(shared.results().get(0).because()).containsExactly("EV-01");
        assertThat(shared.findings())
                .filteredOn(f -> f.ruleId().equals("EV-01"))
                .isEqualTo(own.findings().stream()
                        .filter(f -> f.ruleId().equals("EV-01"))
                        .toList());
        // What it does not share is none of its business.
        assertThat(shared.findings()).extracting("ruleId").doesNotContain("EV-02", "EV-03");
    }

    @Test
    void aChangeOfASharedRuleTouchesBothDecisions() throws IOException {
        assertThat(problems("EV-01", SAFETY)).isEmpty();
        RuleSet before = read();
        write(
                "event-permit/safety/EV-01-seats.drl",
                Files.readString(rules.resolve("event-permit/safety/EV-01-seats.drl"))
                        .replace("seats >= $needed.value", "seats > $needed.value"));
        assertThat(RuleSets.compare(before, read()).affected()).containsExactly("event-permit", "hall-rent");
    }

    private RuleSet read() throws IOException {
        List<Problem> problems = new ArrayList<>();
        RuleSet read = RuleSetReader.read(RuleFolder.read(rules, problems), problems);
        assertThat(problems).isEmpty();
        assertThat(read).isNotNull();
        return read;
    }

    @Test
    void whatCannotBeSharedIsTold() throws IOException {
        assertThat(problems("EV-09", SAFETY))
                .containsExactly("5:10 'EV-09' is no rule of this folder (did you mean 'EV-01'?)");
        assertThat(problems("EV-01, RENT-01", SAFETY))
                .containsExactly("5:17 RENT-01 is a rule of hall-rent already (take it out of shares:)");
        assertThat(problems("RO-01", SAFETY))
                .containsExactly("5:10 RO-01 cannot be shared: it is not about one event and what the case says of it"
                        + " (share only criteria, gates, weights and conclusions about one event)");
        assertThat(problems("EV-01", ""))
                .containsExactly("5:10 EV-01 stands in the group 'safety', which hall-rent does not have"
                        + " (add the group to groups:)");
    }

    @Test
    void aSharedRuleReadsOnlyWhatTheDecisionMayRead() throws IOException {
        Path facts = rules.resolve("facts/event.yaml");
        Files.writeString(
                facts,
                Files.readString(facts)
                        .replace(
                                "label: number of seats, type: whole-number, unit: seats, min: 0, class: GREEN",
                                "label: number of seats, type: whole-number, unit: seats, min: 0, class: AMBER"));
        Path decision = rules.resolve("event-permit/decision.yaml");
        Files.writeString(decision, Files.readString(decision).replace("reads: [GREEN]", "reads: [GREEN, AMBER]"));
        assertThat(problems("EV-01", SAFETY))
                .containsExactly("5:10 EV-01 reads facts that hall-rent may not read"
                        + " (take it out of shares:, or let policy staff name the exception under may-read:)");
    }
}
