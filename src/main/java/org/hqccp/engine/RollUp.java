package org.hqccp.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** Works a decision out stage by stage: findings, groups, outcome, and what follows from it. */
final class RollUp {
    private static final Unknown UNDECIDED_OUTCOME = new Unknown("the outcome is undecided");
    private final DecisionModel decision;
    private final RollUpTypes types;
    private final Judge judge;
    private final FindingEntities entities;
    private final FindingEntities.Asking asking;
    private final Map<String, Ranking> withoutStatus = new LinkedHashMap<>();

    RollUp(DecisionModel decision, Judge judge, FindingEntities.Asking asking) {
        this.decision = decision;
        this.types = decision.ownTypes();
        this.judge = judge;
        this.entities = new FindingEntities(decision, judge.rules(Stage.FINDINGS));
        this.asking = asking;
        decision.groups().forEach(g -> withoutStatus.put(g.id(), new Ranking(null, null, List.of())));
    }

    /** What is found about each subject. Every stage is shown to the witness as soon as its results are there. */
    List<Standing> standings(List<Entity> subjects, Witness check) {
        List<List<RuleResult>> findings = results(Stage.FINDINGS, subjects);
        check.add(Stage.FINDINGS, types.subject(), subjects, findings);
        List<Entity> found = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            found.add(entities.found(subjects.get(i), findings.get(i), asking));
        }
        List<Map<String, Ranking>> groups = groups(found, check);
        List<Ranking> outcomes = outcomes(found, check);
        List<List<RuleResult>> afterwards = results(Stage.AFTERWARDS, found);
        check.add(Stage.AFTERWARDS, types.standing(), found, afterwards);
        List<Standing> standings = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            List<RuleResult> all =
                    new ArrayList<>(findings.get(i).size() + afterwards.get(i).size());
            all.addAll(findings.get(i));
            List<RuleResult> ranks = new ArrayList<>(afterwards.get(i).size());
            for (RuleResult result : afterwards.get(i)) {
                (result.rule().conclusion().verb() == Verb.RANK ? ranks : all).add(result);
            }
            standings.add(
                    new Standing(subjects.get(i), found.get(i), all, groups.get(i), outcomes.get(i), rank(ranks)));
        }
        return standings;
    }

    private List<List<RuleResult>> results(Stage stage, List<Entity> subjects) {
        List<List<RuleResult>> results = new ArrayList<>(subjects.size());
        for (Entity subject : subjects) {
            results.add(judge.results(stage, subject));
        }
        return results;
    }

    private List<Map<String, Ranking>> groups(List<Entity> found, Witness check) {
        if (judge.rules(Stage.GROUPS).length == 0) {
            return Collections.nCopies(found.size(), withoutStatus);
        }
        List<Map<String, Ranking>> statuses = new ArrayList<>(found.size());
        List<Entity> groups = new ArrayList<>();
        List<List<RuleResult>> results = new ArrayList<>();
        for (Entity each : found) {
            Map<String, Ranking> own = new LinkedHashMap<>();
            for (Entity group : entities.groups(each)) {
                List<RuleResult> judged = judge.results(Stage.GROUPS, group);
                Ranking status = Ranking.first(decision.statuses(), judged);
                if (status.isDecided()) {
                    entities.setStatus(group, Objects.requireNonNull(status.code()));
                }
                own.put(group.id(), status);
                groups.add(group);
                results.add(judged);
            }
            statuses.add(own);
        }
        check.add(Stage.GROUPS, types.group(), groups, results);
        return statuses;
    }

    private List<Ranking> outcomes(List<Entity> found, Witness check) {
        List<Ranking> outcomes = new ArrayList<>(found.size());
        List<List<RuleResult>> results = new ArrayList<>(found.size());
        for (Entity each : found) {
            List<RuleResult> judged = judge.results(Stage.OUTCOMES, each);
            Ranking outcome = Ranking.first(decision.outcomes().keySet(), judged);
            entities.setOutcome(each, outcome.isDecided() ? Objects.requireNonNull(outcome.code()) : UNDECIDED_OUTCOME);
            outcomes.add(outcome);
            results.add(judged);
        }
        check.add(Stage.OUTCOMES, types.standing(), found, results);
        return outcomes;
    }

    private @Nullable Ranking rank(List<RuleResult> results) {
        return decision.ranks().isEmpty()
                ? null
                : Ranking.first(decision.ranks().keySet(), results);
    }
}
