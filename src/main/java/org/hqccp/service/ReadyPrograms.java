package org.hqccp.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;

/** Makes the decisions of a rule set ready, which is most of a start: on all processors, the largest first, so that none is left over at the end. */
final class ReadyPrograms {
    private ReadyPrograms() {}

    /**
     * Each decision's program, by name; a decision made of others has none.
     *
     * @param decisions the names of those that are asked for
     */
    static Map<String, DecisionProgram> of(RuleSet ruleSet, Set<String> decisions) {
        List<DecisionModel> largestFirst = ruleSet.decisions().values().stream()
                .filter(decision -> decision.includes().isEmpty() && decisions.contains(decision.name()))
                .sorted(Comparator.comparingInt((DecisionModel decision) ->
                                ruleSet.rulesOf(decision.name()).size())
                        .reversed())
                .toList();
        ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<CompletableFuture<DecisionProgram>> begun = largestFirst.stream()
                    .map(decision -> CompletableFuture.supplyAsync(() -> program(ruleSet, decision), processors))
                    .toList();
            Map<String, DecisionProgram> programs = new TreeMap<>();
            begun.forEach(each -> {
                DecisionProgram program = each.join();
                programs.put(program.decision().name(), program);
            });
            return programs;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            } else if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e;
        } finally {
            processors.shutdownNow();
        }
    }

    private static DecisionProgram program(RuleSet ruleSet, DecisionModel decision) {
        return new DecisionProgram(decision, ruleSet.rulesOf(decision.name()), ruleSet.dictionary(), ruleSet.derived());
    }
}
