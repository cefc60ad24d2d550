package org.hqccp.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
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
import org.hqccp.engine.Truth;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Turns what the engine found into the decision that is answered: reasons, words, questions. Made once for each decision of a rule set. */
public final class Explainer {
    private final DecisionModel decision;
    private final DecisionProgram program;
    private final RuleSet ruleSet;
    private final FindingWords findings;
    private final Map<EntityType, Map<Fact, Expr>> derived;
    private final Map<Rule, List<String>> marks = new IdentityHashMap<>();
    private final Set<String> reported = new LinkedHashSet<>();

    public Explainer(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        this.decision = program.decision();
        this.ruleSet = ruleSet;
        this.findings = new FindingWords(program, ruleSet);
        this.derived = Witnesses.index(ruleSet.derived());
        for (Rule rule : ruleSet.rulesOf(decision.name())) {
            marks.put(rule, ruleSet.marks(rule.sources()));
            if (rule.conclusion().verb() == Verb.REPORT) {
                reported.add(String.valueOf(rule.conclusion().code()));
            }
        }
    }

    /** The decision in words and reasons. */
    public Decision explain(Evaluation evaluation, String caseId, LocalDate asOf) {
        List<Standing> standings = evaluation.standings();
        if (standings == null) {
            return undecided(caseId, asOf);
        }
        List<Finding> all = new ArrayList<>();
        Asked asked = new Asked();
        List<Result> results = new ArrayList<>();
        Options options = new Options(decision, program, standings, ruleSet);
        List<RaisedSupport> supports = new ArrayList<>();
        List<Message> strengths = new ArrayList<>();
        for (Standing standing : standings) {
            for (RuleResult result : standing.results()) {
                List<Missing.MissingFact> missing = program.missing().of(result);
                asked.add(result.rule().id(), missing);
                all.add(findings.finding(
                        result, standing.subject(), missing, marks.getOrDefault(result.rule(), List.of())));
            }
            results.add(result(standing, options));
            RaisedSupports raised = new RaisedSupports(standing, ruleSet, program, marks);
            supports.addAll(raised.supports());
            strengths.addAll(messages(standing, Verb.STRENGTH));
        }
        all.sort(Comparator.comparing(Finding::ruleId).thenComparing(Finding::subject));
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
                options.all(),
                asked.questions(),
                null,
                List.of());
    }

    /** Nothing can be said: the case does not say which subjects there are. */
    private Decision undecided(String caseId, LocalDate asOf) {
        EntityType subject = decision.subject();
        Question question = new Question(
                subject.jsonKey(),
                "/" + subject.jsonKey(),
                "Which " + subject.label() + " is asked about? Please send the list.",
                "sender",
                List.of());
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
                new Options(decision, program, List.of(), ruleSet).all(),
                List.of(question),
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

    private Result result(Standing standing, Options options) {
        Ranking outcome = standing.outcome();
        String code = outcome.code() == null ? Decision.INDETERMINATE : outcome.code();
        Map<String, RuleResult> byRule = new HashMap<>();
        standing.results().forEach(r -> byRule.put(r.rule().id(), r));
        List<Missing.MissingFact> missing =
                outcome.isDecided() ? List.of() : program.missing().of(outcome, standing.found(), byRule);
        Ranking rank = standing.rank();
        return new Result(
                standing.subject().id(),
                code,
                words(outcome, code),
                outcome.isDecided() ? outcome.rule().id() : null,
                outcome.isDecided()
                        ? Witnesses.of(outcome.rule().test(), standing.found(), program, derived)
                        : List.of(),
                messages(standing, Verb.ACTION),
                messages(standing, Verb.ALERT),
                messages(standing, Verb.NOTE),
                groups(standing),
                values(standing),
                fixes(standing),
                rank == null ? null : rank.code(),
                options.besides(standing.subject().id()),
                missing.stream().map(FindingWords::missing).toList(),
                restsOnlyOn(standing));
    }

    private String words(Ranking outcome, String code) {
        if (outcome.isDecided()) {
            return decision.outcomes().getOrDefault(code, code);
        }
        return outcome.undecided().isEmpty() ? "No rule was in force on that day" : "Not enough is known yet";
    }

    private List<Message> messages(Standing standing, Verb verb) {
        List<Message> messages = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (RuleResult result : standing.results()) {
            String code = result.rule().conclusion().code();
            if (result.rule().conclusion().verb() == verb
                    && result.concluded() == Truth.TRUE
                    && code != null
                    && seen.add(code)) {
                org.hqccp.ruleset.Message words = ruleSet.messages().get(verb.word() + "/" + code);
                if (words != null) {
                    messages.add(new Message(
                            code,
                            words.text(),
                            words.who(),
                            by(words.by(), standing),
                            result.rule().id()));
                }
            }
        }
        messages.sort(Comparator.comparing(Message::code));
        return messages;
    }

    private @Nullable LocalDate by(@Nullable String fact, Standing standing) {
        return fact != null && value(fact, standing) instanceof LocalDate date ? date : null;
    }

    /** A fact of the subject, or of what was found about it. */
    private Object value(String name, Standing standing) {
        for (Entity at = standing.found(); at != null; at = at.type().isExtension() ? at.parent() : null) {
            Fact fact = at.type().fact(name);
            if (fact != null) {
                return program.value(at, fact.slot());
            }
        }
        return Unknown.NOT_GIVEN;
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

    private Map<String, Object> values(Standing standing) {
        Map<String, Object> values = new TreeMap<>();
        for (RuleResult result : standing.results()) {
            String code = result.rule().conclusion().code();
            if (result.status() == Status.REPORTED && code != null) {
                put(values, code, value(code, standing));
            }
        }
        for (String name : decision.values()) {
            if (!reported.contains(name)) {
                put(values, name, value(name, standing));
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (!(value instanceof Unknown)) {
            values.put(name, value);
        }
    }

    /** The shortest list of what to mend: mandatory rules that are NOT_MET, in the order of the groups, then by id. */
    private List<String> fixes(Standing standing) {
        List<String> order =
                decision.groups().stream().map(DecisionModel.Group::id).toList();
        return standing.results().stream()
                .filter(r -> r.status() == Status.NOT_MET && r.rule().isMandatory())
                .map(RuleResult::rule)
                .sorted(Comparator.comparing((Rule r) -> order.indexOf(r.group()))
                        .thenComparing(Rule::id))
                .map(Rule::id)
                .toList();
    }

    private List<String> restsOnlyOn(Standing standing) {
        return standing.results().stream()
                .filter(r -> r.status() == Status.NOT_MET && r.rule().kind() != Rule.Kind.CONCLUSION)
                .filter(r -> !marks.getOrDefault(r.rule(), List.of()).contains("SOURCED"))
                .map(r -> r.rule().id())
                .sorted()
                .toList();
    }

    /** Questions, each once, with every rule that waits for the answer. */
    private static final class Asked {
        private final Map<String, Missing.MissingFact> facts = new LinkedHashMap<>();
        private final Map<String, Set<String>> because = new HashMap<>();

        void add(String rule, List<Missing.MissingFact> missing) {
            for (Missing.MissingFact fact : missing) {
                if (fact.ask().mode() == Ask.Mode.ROLE) {
                    facts.putIfAbsent(fact.pointer(), fact);
                    because.computeIfAbsent(fact.pointer(), p -> new TreeSet<>())
                            .add(rule);
                }
            }
        }

        List<Question> questions() {
            return facts.values().stream()
                    .map(f -> new Question(
                            f.path(),
                            f.pointer(),
                            f.ask().question() == null
                                    ? "What is the " + f.label() + "?"
                                    : f.ask().question(),
                            String.valueOf(f.ask().role()),
                            List.copyOf(because.getOrDefault(f.pointer(), Set.of()))))
                    .sorted(Comparator.comparing(Question::pointer))
                    .toList();
        }
    }
}
