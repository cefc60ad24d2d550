package org.hqccp.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Question;
import org.hqccp.engine.Evaluation;
import org.hqccp.explanation.Needed;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.DecisionWriter;
import org.hqccp.rulelanguage.DecisionModel;

/** Decides cases under the live rules. Safe for all threads. */
public final class DecisionService {
    private final LiveRules rules;
    private final Clock clock;

    public DecisionService(LiveRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Decides one case.
     *
     * @param decision the decision's name
     * @param caseJson the case, as JSON in UTF-8
     * @param changes whether to look for the smallest changes that would turn each NOT_MET
     */
    public Decided decide(String decision, byte[] caseJson, boolean changes) throws CaseRefused, NoSuchDecision {
        rules.turns().take();
        try {
            return decideNow(decision, caseJson, changes);
        } finally {
            rules.turns().giveBack();
        }
    }

    private Decided decideNow(String decision, byte[] caseJson, boolean changes) throws CaseRefused, NoSuchDecision {
        LoadedRules loaded = rules.current();
        DecisionModel model = loaded.ruleSet().decisions().get(decision);
        if (model == null) {
            throw new NoSuchDecision(List.copyOf(loaded.ruleSet().decisions().keySet()));
        }
        CaseReader.Case read = CaseReader.read(caseJson, loaded.ruleSet().dictionary());
        Decision decided = decided(loaded, model, read, changes);
        return new Decided(
                UUID.randomUUID().toString(),
                clock.instant().toString(),
                decided,
                DecisionWriter.written(decided, loaded.texts()),
                loaded);
    }

    /** What some rules say of a case, without an answer being given. */
    public static Decision decided(LoadedRules loaded, DecisionModel model, CaseReader.Case read, boolean changes) {
        return loaded.neverStored().hidden(decide(loaded, model, read, changes));
    }

    private static Decision decide(LoadedRules loaded, DecisionModel model, CaseReader.Case read, boolean changes) {
        if (model.includes().isEmpty()) {
            return alone(loaded, model, read, changes);
        }
        List<Decision> parts = new ArrayList<>();
        for (String name : model.includes()) {
            DecisionModel part = loaded.ruleSet().decisions().get(name);
            String needed = model.needs().get(name);
            Question first = needed == null ? null : Needed.question(needed, read.root());
            if (part != null && first != null) {
                parts.add(loaded.explainer(name).waiting(read.caseId(), asOf(read.root()), first));
            } else if (part != null) {
                // Each part is worked out alone: nothing one part found can reach another.
                parts.add(alone(
                        loaded,
                        part,
                        new CaseReader.Case(read.caseId(), read.root().copy()),
                        changes));
            }
        }
        return Plans.together(
                model, read.caseId(), asOf(read.root()), loaded.ruleSet().version(), parts);
    }

    private static Decision alone(LoadedRules loaded, DecisionModel model, CaseReader.Case read, boolean changes) {
        Evaluation evaluation = loaded.program(model.name()).evaluate(read.root());
        Decision decision = loaded.explainer(model.name()).explain(evaluation, read.caseId(), asOf(read.root()));
        return changes ? decision.withChanges(loaded.changes(model.name()).of(evaluation)) : decision;
    }

    private static LocalDate asOf(Entity root) {
        Fact fact = root.type().fact("asOf");
        if (fact != null && root.get(fact.slot()) instanceof LocalDate date) {
            return date;
        }
        throw new IllegalStateException("a case that was read has its decision date");
    }

    /** The rules it decides under. */
    public LiveRules rules() {
        return rules;
    }
}
