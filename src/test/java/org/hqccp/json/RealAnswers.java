package org.hqccp.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import org.hqccp.testcase.CaseFile;
import org.hqccp.testcase.CaseFolder;
import org.hqccp.testcase.TestCase;

/** The policy's own cases, and what is answered to them: the example of every decision and every whole case. */
final class RealAnswers {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /**
     * A case of the policy.
     *
     * @param name where it stands
     * @param decision what it asks
     * @param json the case
     */
    record Asked(String name, String decision, String json) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final DecisionService POLICY = service(Path.of("rules"));
    private static final List<Asked> CASES = read();

    private RealAnswers() {}

    static DecisionService service(Path rules) {
        try {
            return new DecisionService(LiveRules.load(rules, CLOCK), CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RulesRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    static RuleSet policy() {
        return POLICY.rules().current().ruleSet();
    }

    static List<Asked> cases() {
        return CASES;
    }

    /** The whole answer to a case, with changes where they are asked for. */
    static byte[] answer(Asked asked, boolean changes) {
        try {
            return POLICY.decide(asked.decision(), asked.json().getBytes(StandardCharsets.UTF_8), changes)
                    .answer()
                    .bytes();
        } catch (CaseRefused | NoSuchDecision e) {
            throw new AssertionError(asked.name(), e);
        }
    }

    /** Whole cases, and the one rule whose cases lead to an action with a date. */
    private static boolean isTaken(String file) {
        return file.contains("/whole-cases/") || file.contains("/CT-02-");
    }

    private static List<Asked> read() {
        List<Asked> cases = new ArrayList<>();
        for (Map.Entry<String, String> example : policy().examples().entrySet()) {
            cases.add(new Asked("example of " + example.getKey(), example.getKey(), example.getValue()));
        }
        try {
            CaseFolder folder = CaseFolder.read(Path.of("test-cases"), policy(), RealAnswers::isTaken);
            for (CaseFile file : folder.files()) {
                for (TestCase each : file.cases()) {
                    cases.add(new Asked(
                            file.file() + ": " + each.name(),
                            file.decision(),
                            new String(each.caseJson(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(cases);
    }
}
