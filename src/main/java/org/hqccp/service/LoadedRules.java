package org.hqccp.service;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.explanation.Changes;
import org.hqccp.explanation.Explainer;
import org.hqccp.json.FindingTexts;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;

/**
 * A rule set made ready to decide.
 *
 * @param ruleSet the checked rule set
 * @param programs each decision's program, by name; a decision made of others has none
 * @param explainers each decision's explainer, by name
 * @param changes each decision's search for the smallest changes, by name
 * @param texts what all findings of a rule have in common, as it is written
 * @param neverStored the facts that may be read and never kept
 * @param loadedAt when it was loaded
 */
public record LoadedRules(
        RuleSet ruleSet,
        Map<String, DecisionProgram> programs,
        Map<String, Explainer> explainers,
        Map<String, Changes> changes,
        FindingTexts texts,
        NeverStored neverStored,
        Instant loadedAt) {

    /** Makes a rule set ready. */
    public static LoadedRules of(RuleSet ruleSet, Instant loadedAt) {
        return of(ruleSet, ruleSet.decisions().keySet(), loadedAt);
    }

    /**
     * Makes some decisions of a rule set ready.
     *
     * @param decisions their names; nothing else can be decided
     */
    static LoadedRules of(RuleSet ruleSet, Set<String> decisions, Instant loadedAt) {
        Map<String, DecisionProgram> programs = ReadyPrograms.of(ruleSet, decisions);
        Map<String, Explainer> explainers = new TreeMap<>();
        programs.forEach((name, program) -> explainers.put(name, new Explainer(program, ruleSet)));
        Map<String, Changes> changes = new TreeMap<>();
        programs.forEach((name, program) -> changes.put(name, new Changes(program, ruleSet)));
        return new LoadedRules(
                ruleSet, programs, explainers, changes, new FindingTexts(), NeverStored.of(ruleSet), loadedAt);
    }

    /**
     * The same rules with something changed in some decisions, to try what that would do: worked out by the model alone. Nobody is told
     * what it comes to as a decision, and the smallest changes are not looked for.
     */
    public LoadedRules tried(RuleSet changed, Set<String> decisions) {
        Map<String, DecisionProgram> triedPrograms = new TreeMap<>(programs);
        Map<String, Explainer> triedExplainers = new TreeMap<>(explainers);
        for (String name : decisions) {
            DecisionModel decision = changed.decisions().get(name);
            if (decision != null && decision.includes().isEmpty()) {
                DecisionProgram program =
                        DecisionProgram.tried(decision, changed.rulesOf(name), changed.dictionary(), changed.derived());
                triedPrograms.put(name, program);
                triedExplainers.put(name, new Explainer(program, changed));
            }
        }
        return new LoadedRules(changed, triedPrograms, triedExplainers, changes, texts, neverStored, loadedAt);
    }

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

    Changes changes(String decision) {
        Changes found = changes.get(decision);
        if (found == null) {
            throw new IllegalStateException("no changes for " + decision);
        }
        return found;
    }
}
