package org.hqccp.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.Option;
import org.hqccp.decision.Question;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.Missing;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.NounPhrase;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/** Turns what the engine found into the decision that is answered: reasons, words, questions. Made once for each decision of a rule set. */
public final class Explainer {
    private static final Comparator<Standing> BY_SUBJECT =
            Comparator.comparing(s -> s.subject().id());

    private final DecisionModel decision;
    private final DecisionProgram program;
    private final RuleSet ruleSet;
    private final FindingWords findings;
    private final Map<EntityType, Map<Fact, Expr>> derived;
    private final Map<Rule, List<String>> marks = new IdentityHashMap<>();
    private final ShownValues values;
    private final HigherRanks.Kinds kinds;
    private final Options options;
    private final Messages messages;
    private final Citations citations;
    private final Map<Rule, Integer> inOrderOfMending = new IdentityHashMap<>();

    public Explainer(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        this.decision = program.decision();
        this.ruleSet = ruleSet;
        this.findings = new FindingWords(program, ruleSet);
        this.derived = Witnesses.index(ruleSet.derived());
        this.values = new ShownValues(program, ruleSet.rulesOf(decision.name()));
        this.citations = new Citations(FindingsByRule.inOrder(ruleSet.rulesOf(decision.name())), ruleSet);
        List<Rule> rankRules = new ArrayList<>();
        for (Rule rule : ruleSet.rulesOf(decision.name())) {
            marks.put(rule, ruleSet.marks(rule.sources()));
            if (rule.conclusion().verb() == Verb.RANK) {
                rankRules.add(rule);
            }
        }
        this.kinds = HigherRanks.Kinds.of(program, rankRules);
        this.options = new Options(program, ruleSet);
        this.messages = new Messages(program, ruleSet);
        List<String> groups =
                decision.groups().stream().map(DecisionModel.Group::id).toList();
        ruleSet.rulesOf(decision.name()).stream()
                .sorted(Comparator.comparing((Rule r) -> groups.indexOf(r.group()))
                        .thenComparing(Rule::id))
                .forEach(rule -> inOrderOfMending.put(rule, inOrderOfMending.size()));
    }

    /** The decision in words and reasons. */
    public Decision explain(Evaluation evaluation, String caseId, LocalDate asOf) {
        List<Standing> standings = evaluation.standings();
        if (standings == null) {
            return undecided(caseId, asOf);
        }
        standings = new ArrayList<>(standings);
        standings.sort(BY_SUBJECT);
        FindingsByRule found = findings.none();
        AskedQuestions asked = new AskedQuestions();
        List<Result> results = new ArrayList<>();
        Map<String, List<String>> because = because(standings);
        List<Option> next = options.of(standings, new HigherRanks(decision, kinds, standings, because));
        List<RaisedSupport> supports = new ArrayList<>();
        List<Message> strengths = new ArrayList<>();
        for (Standing standing : standings) {
            String id = standing.subject().id();
            AskedQuestions own = new AskedQuestions();
            List<RuleResult> applicable = new ArrayList<>();
            for (RuleResult result : standing.results()) {
                Missing.Found missing = program.missing().found(result, standing);
                if (!missing.facts().isEmpty()) {
                    asked.add(result.rule().id(), missing.facts());
                    own.add(result.rule().id(), missing.facts());
                }
                findings.add(result, id, missing, found);
                if (result.status() != Status.NOT_APPLICABLE) {
                    applicable.add(result);
                }
            }
            Standing judged = standing.with(applicable);
            List<Missing.MissingFact> missing = standing.outcome().isDecided() ? List.of() : missing(standing);
            results.add(result(judged, next, because.getOrDefault(id, List.of()), missing, own.questions()));
            supports.addAll(new RaisedSupports(judged, ruleSet, program, marks).supports());
            strengths.addAll(messages.of(judged, Verb.STRENGTH));
        }
        List<Finding> all = found.all();
        return new Decision(
                decision.name(),
                caseId,
                asOf,
                ruleSet.version(),
                outcome(results),
                results,
                all,
                supports,
                strengths,
                next,
                asked.questions(),
                citations.of(found.places()),
                null,
                List.of());
    }

    /** The rules that each subject's outcome rests on, by subject. */
    private Map<String, List<String>> because(List<Standing> standings) {
        Map<String, List<String>> because = new HashMap<>();
        for (Standing standing : standings) {
            Ranking outcome = standing.outcome();
            if (outcome.isDecided()) {
                because.put(
                        standing.subject().id(),
                        Witnesses.of(outcome.rule().test(), standing.found(), program, derived));
            }
        }
        return because;
    }

    /** Nothing can be said: the case does not say which subjects there are. */
    private Decision undecided(String caseId, LocalDate asOf) {
        EntityType subject = decision.subject();
        return waiting(
                caseId,
                asOf,
                new Question(
                        subject.jsonKey(),
                        "/" + subject.jsonKey(),
                        "Please send the list of " + new NounPhrase(subject.label()).plural()
                                + " that are asked about.",
                        "sender",
                        List.of()));
    }

    /** The decision while one question comes before all others. */
    public Decision waiting(String caseId, LocalDate asOf, Question question) {
        return new Decision(
                decision.name(),
                caseId,
                asOf,
                ruleSet.version(),
                Decision.INDETERMINATE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                options.of(List.of(), new HigherRanks(decision, kinds, List.of(), Map.of())),
                List.of(question),
                List.of(),
                null,
                List.of());
    }

    private String outcome(List<Result> results) {
        if (results.size() == 1) {
            return results.get(0).outcome();
        }
        boolean said =
                results.isEmpty() || results.stream().anyMatch(r -> !r.outcome().equals(Decision.INDETERMINATE));
        String several = decision.several();
        return said && several != null ? several : said && !results.isEmpty() ? "DECIDED" : Decision.INDETERMINATE;
    }

    private Result result(
            Standing standing,
            List<Option> next,
            List<String> because,
            List<Missing.MissingFact> missing,
            List<Question> questions) {
        Ranking outcome = standing.outcome();
        String code = outcome.code() == null ? Decision.INDETERMINATE : outcome.code();
        Ranking rank = standing.rank();
        return new Result(
                standing.subject().id(),
                code,
                words(outcome, code),
                outcome.isDecided() ? outcome.rule().id() : null,
                because,
                messages.of(standing, Verb.ACTION),
                messages.of(standing, Verb.ALERT),
                messages.of(standing, Verb.NOTE),
                groups(standing),
                values.of(standing),
                fixes(standing),
                rank == null ? null : rank.code(),
                Options.besides(standing.subject().id(), next),
                missing.stream().map(FindingWords::missing).toList(),
                questions,
                restsOnlyOn(standing));
    }

    private List<Missing.MissingFact> missing(Standing standing) {
        Map<String, RuleResult> byRule = new HashMap<>();
        standing.results().forEach(r -> byRule.put(r.rule().id(), r));
        return program.missing().of(standing.outcome(), standing.found(), byRule);
    }

    private String words(Ranking outcome, String code) {
        if (outcome.isDecided()) {
            return decision.outcomes().getOrDefault(code, code);
        }
        return outcome.undecided().isEmpty() ? "No rule was in force on that day" : "Not enough is known yet";
    }

    private List<Result.GroupStatus> groups(Standing standing) {
        List<Result.GroupStatus> groups = new ArrayList<>();
        for (DecisionModel.Group group : decision.groups()) {
            Ranking status = standing.groups().get(group.id());
            if (status != null && !decision.statuses().isEmpty() && group.principle()) {
                String code = status.code();
                groups.add(new Result.GroupStatus(group.id(), group.title(), code == null ? "UNKNOWN" : code, true));
            }
        }
        return groups;
    }

    /** The shortest list of what to mend: mandatory rules that are NOT_MET, in the order of the groups, then by id. */
    private List<String> fixes(Standing standing) {
        List<Rule> fixes = new ArrayList<>();
        for (RuleResult result : standing.results()) {
            if (result.status() == Status.NOT_MET && result.rule().isMandatory()) {
                fixes.add(result.rule());
            }
        }
        fixes.sort(Comparator.comparing(rule -> Objects.requireNonNull(inOrderOfMending.get(rule))));
        return fixes.stream().map(Rule::id).toList();
    }

    private List<String> restsOnlyOn(Standing standing) {
        List<String> rules = new ArrayList<>();
        for (RuleResult result : standing.results()) {
            Rule rule = result.rule();
            if (result.status() == Status.NOT_MET
                    && rule.kind() != Rule.Kind.CONCLUSION
                    && !marks.getOrDefault(rule, List.of()).contains("SOURCED")) {
                rules.add(rule.id());
            }
        }
        Collections.sort(rules);
        return rules;
    }
}
