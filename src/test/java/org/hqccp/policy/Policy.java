package org.hqccp.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hqccp.decision.Decision;
import org.hqccp.facts.Entity;
import org.hqccp.json.CaseRefused;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.testcase.CaseFile;
import org.hqccp.testcase.CaseFolder;

/** The real rules and test cases, loaded once for all properties. */
final class Policy {
    static final String ELIGIBILITY = "pathway-eligibility";
    static final String SUPPORTS = "student-supports";
    static final String DESIGNATION = "school-designation";
    static final String PLAN = "student-plan";

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    static final LiveRules RULES;
    static final RuleSet RULE_SET;
    static final DecisionService SERVICE;
    /** The policy's own test cases, as they stand. */
    static final List<CaseFile> CASES;

    static {
        try {
            RULES = LiveRules.load(Path.of("rules"), CLOCK);
            RULE_SET = RULES.current().ruleSet();
            SERVICE = new DecisionService(RULES, CLOCK);
            CASES = CaseFolder.read(Path.of("test-cases"), RULE_SET, file -> true)
                    .files();
        } catch (Exception e) {
            throw new AssertionError("the policy does not load", e);
        }
    }

    private Policy() {}

    static Decision decide(String decision, Entity root) {
        return decide(decision, CaseJson.of(root));
    }

    static Decision decide(String decision, byte[] json) {
        try {
            return SERVICE.decide(decision, json, false).decision();
        } catch (CaseRefused e) {
            throw new AssertionError(e.problems() + " in " + new String(json, StandardCharsets.UTF_8), e);
        } catch (NoSuchDecision e) {
            throw new AssertionError(e);
        }
    }
}
