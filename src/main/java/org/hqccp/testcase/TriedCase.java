package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.json.CaseReader;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** One test case, read once, on which changed rules are tried many times. */
final class TriedCase {
    private final CaseFile file;
    private final TestCase testCase;
    private final CaseReader.Case read;
    private final LoadedRules rules;
    private final Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    private final Map<String, String> summaries = new LinkedHashMap<>();
    private @Nullable Boolean passes;

    /**
     * A case.
     *
     * @param rules the rules it is about, as they are written
     */
    TriedCase(CaseFile file, TestCase testCase, CaseReader.Case read, LoadedRules rules) {
        this.file = file;
        this.testCase = testCase;
        this.read = read;
        this.rules = rules;
    }

    CaseFile file() {
        return file;
    }

    TestCase testCase() {
        return testCase;
    }

    LoadedRules rules() {
        return rules;
    }

    CaseReader.Case read() {
        return read;
    }

    /** The decisions it asks for. */
    List<String> decisions() {
        return CaseRunner.parts(rules.ruleSet().decisions().get(file.decision()));
    }

    /** What the rules as they are written come to. */
    Evaluation evaluation(String decision) {
        return evaluations.computeIfAbsent(decision, d -> evaluate(d, rules));
    }

    private Evaluation evaluate(String decision, LoadedRules by) {
        DecisionProgram program = Objects.requireNonNull(by.programs().get(decision));
        return program.evaluate(read.root().copy());
    }

    /** Whether it comes out as expected under the rules as they are written. */
    boolean passes() {
        Boolean known = passes;
        if (known == null) {
            known = comesOutAsExpected(rules);
            passes = known;
        }
        return known;
    }

    /** Whether it fails under changed rules. */
    boolean fails(LoadedRules changed) {
        return !comesOutAsExpected(changed);
    }

    /** Whether any rule, group or outcome comes to something else under changed rules. */
    boolean differs(LoadedRules changed, Mutant mutant) {
        return decisions().stream()
                .anyMatch(decision -> mutant.decisions().contains(decision)
                        && !summary(evaluate(decision, changed)).equals(summary(decision)));
    }

    private String summary(String decision) {
        return summaries.computeIfAbsent(decision, d -> summary(evaluation(d)));
    }

    private static String summary(Evaluation evaluation) {
        StringBuilder summary = new StringBuilder();
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            for (RuleResult result : standing.results()) {
                summary.append(result.rule().id())
                        .append(' ')
                        .append(result.status())
                        .append(result.applies())
                        .append(result.clockKnown())
                        .append(result.concluded())
                        .append(result.maybeNotMet());
            }
            standing.groups().values().forEach(group -> summary(summary, group));
            summary(summary, standing.outcome());
            Ranking rank = standing.rank();
            if (rank != null) {
                summary(summary, rank);
            }
        }
        return summary.toString();
    }

    private static void summary(StringBuilder summary, Ranking ranking) {
        summary.append(ranking.code());
        ranking.undecided().forEach(rule -> summary.append(rule.id()));
    }

    private boolean comesOutAsExpected(LoadedRules by) {
        DecisionModel model = Objects.requireNonNull(by.ruleSet().decisions().get(file.decision()));
        CaseReader.Case copy = new CaseReader.Case(read.caseId(), read.root().copy());
        Decision decision = DecisionService.decided(by, model, copy, false);
        List<Part> parts = new ArrayList<>();
        for (String name : decisions()) {
            DecisionProgram program = by.programs().get(name);
            if (program != null) {
                parts.add(new Part(program, evaluate(name, by)));
            }
        }
        return Comparing.differences(
                        testCase.expectation().withoutChanges(),
                        Observed.of(decision, parts, by.ruleSet()),
                        file.rule())
                .isEmpty();
    }

    /** The day of the decision. */
    @Nullable
    LocalDate asOf() {
        return read.root().get("asOf") instanceof LocalDate day ? day : null;
    }
}
