package org.hqccp.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;

/** The policy about school trips made ready, and cases decided under it, for tests. */
final class TripCase {
    private final RuleSet ruleSet;
    private final DecisionProgram program;

    private TripCase(RuleSet ruleSet, Watch watch) {
        this.ruleSet = ruleSet;
        this.program = new DecisionProgram(
                ruleSet.decisions().get(Trips.DECISION),
                ruleSet.rulesOf(Trips.DECISION),
                ruleSet.dictionary(),
                ruleSet.derived(),
                watch);
    }

    /** The files made ready. */
    static TripCase of(SortedMap<String, String> files) {
        return new TripCase(Trips.read(files), Watch.NOBODY);
    }

    static TripCase of(SortedMap<String, String> files, Watch watch) {
        return new TripCase(Trips.read(files), watch);
    }

    DecisionProgram program() {
        return program;
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    /** A case from JSON without its id; the decision date is 2026-03-02 unless it says otherwise. */
    Entity read(String json) {
        String date = json.contains("asOf") ? "" : "\"asOf\":\"2026-03-02\",";
        String whole = "{\"caseId\":\"trips\"," + date + json.replace('\'', '"').substring(1);
        try {
            return CaseReader.read(whole.getBytes(StandardCharsets.UTF_8), ruleSet.dictionary())
                    .root();
        } catch (CaseRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** Every result of every trip of a case. */
    List<RuleResult> results(String json) {
        List<Standing> standings = program.evaluate(read(json)).standings();
        return standings == null
                ? List.of()
                : standings.stream().flatMap(s -> s.results().stream()).toList();
    }

    /** What a rule came to for the only trip of a case; none where it is not in force. */
    Status status(String rule, String json) {
        return results(json).stream()
                .filter(r -> r.rule().id().equals(rule))
                .map(RuleResult::status)
                .findFirst()
                .orElse(null);
    }
}
