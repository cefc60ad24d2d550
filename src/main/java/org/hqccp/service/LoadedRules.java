package org.hqccp.service;

import java.time.Instant;
import java.util.Map;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.explanation.Explainer;
import org.hqccp.ruleset.RuleSet;

/**
 * A rule set made ready to decide.
 *
 * @param ruleSet the checked rule set
 * @param programs each decision's program, by name; a decision made of others has none
 * @param explainers each decision's explainer, by name
 * @param loadedAt when it was loaded
 */
public record LoadedRules(
        RuleSet ruleSet, Map<String, DecisionProgram> programs, Map<String, Explainer> explainers, Instant loadedAt) {

    DecisionProgram program(String decision) {
        DecisionProgram program = programs.get(decision);
        if (program == null) {
            throw new IllegalStateException("no program for " + decision);
        }
        return program;
    }

    Explainer explainer(String decision) {
        Explainer explainer = explainers.get(decision);
        if (explainer == null) {
            throw new IllegalStateException("no explainer for " + decision);
        }
        return explainer;
    }
}
