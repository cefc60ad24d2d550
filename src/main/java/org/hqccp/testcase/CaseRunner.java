package org.hqccp.testcase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Defect;
import org.hqccp.facts.Entity;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LoadedRules;
import org.hqccp.service.NoSuchDecision;
import org.jspecify.annotations.Nullable;

/** Runs test cases under the live rules and keeps account of what they exercise. Nothing is printed. Not for several threads. */
public final class CaseRunner {
    private final RuleSet base;
    private final DecisionService live;
    /** Of rules with other parameter values only what is asked is made ready: all of it, for each such value, would take time and memory. */
    private final Map<RuleSet, Map<String, DecisionService>> altered = new IdentityHashMap<>();

    private final Clock clock;
    private final Coverage coverage;

    /**
     * A runner.
     *
     * @param rules the rules the cases were read against; a case that asks for other parameter values gets rules of its own
     * @param clock gives the moment of each decision, which no case can see
     */
    public CaseRunner(LiveRules rules, Clock clock) {
        this.base = rules.current().ruleSet();
        this.live = new DecisionService(rules, clock);
        this.clock = clock;
        this.coverage = new Coverage(base);
    }

    /** What the cases run so far exercise. */
    public Coverage coverage() {
        return coverage;
    }

    /** Runs every case of a file. */
    public List<CaseResult> run(CaseFile file) {
        List<CaseResult> results = new ArrayList<>();
        for (TestCase each : file.cases()) {
            results.add(run(file, each));
        }
        return results;
    }

    /** Runs one case. */
    public CaseResult run(CaseFile file, TestCase testCase) {
        List<Difference> differences;
        if (file.rule() != null) {
            coverage.asked(file.rule());
        }
        DecisionService service = service(testCase.ruleSet(), file.decision());
        try {
            boolean changes = !testCase.expectation().changes().isEmpty();
            Decision decision = service.decide(file.decision(), testCase.caseJson(), changes)
                    .decision();
            List<Part> parts = parts(file, testCase, service.rules().current());
            differences = Comparing.differences(
                    testCase.expectation(), Observed.of(decision, parts, testCase.ruleSet()), file.rule());
            if (differences.isEmpty()) {
                parts.forEach(p -> coverage.add(
                        p.program(), testCase.ruleSet(), p.evaluation(), file.rule(), testCase.expectation()));
            }
        } catch (CaseRefused e) {
            List<String> why = e.problems().stream()
                    .map(p -> p.pointer() + ": " + p.message() + (p.advice() == null ? "" : " (" + p.advice() + ")"))
                    .toList();
            differences = List.of(new Difference("the case", "a case that can be decided", "refused", why));
        } catch (NoSuchDecision e) {
            differences = List.of(
                    new Difference("the decision", file.decision(), "there are " + Words.list(e.known()), List.of()));
        } catch (Defect e) {
            String message = String.valueOf(e.getMessage());
            differences = List.of(new Difference(
                    "the case", "a decision", "a fault of the service, please report it", List.of(message)));
        }
        return new CaseResult(file.file(), testCase.line(), testCase.name(), differences);
    }

    private DecisionService service(RuleSet ruleSet, String decision) {
        if (ruleSet == base) {
            return live;
        }
        Set<String> asked = Set.copyOf(parts(ruleSet.decisions().get(decision)));
        return altered.computeIfAbsent(ruleSet, r -> new HashMap<>())
                .computeIfAbsent(decision, d -> new DecisionService(LiveRules.fixed(ruleSet, asked, clock), clock));
    }

    /** The same case worked out once more, for what an answer does not show. */
    static List<Part> parts(CaseFile file, TestCase testCase, LoadedRules rules) throws CaseRefused {
        RuleSet ruleSet = rules.ruleSet();
        List<Part> parts = new ArrayList<>();
        for (String name : parts(ruleSet.decisions().get(file.decision()))) {
            DecisionProgram program = rules.programs().get(name);
            if (program != null) {
                Entity root = CaseReader.read(testCase.caseJson(), ruleSet.dictionary())
                        .root();
                parts.add(new Part(program, program.evaluate(root)));
            }
        }
        return parts;
    }

    /** The decisions one is made of: itself, but for a plan. */
    static List<String> parts(@Nullable DecisionModel model) {
        return model == null ? List.of() : model.includes().isEmpty() ? List.of(model.name()) : model.includes();
    }
}
