package org.hqccp.explanation;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Finding.Condition;
import org.hqccp.decision.FindingRule;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Missing;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Truth;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.IfUnknown;
import org.hqccp.ruleset.RuleSet;

/** Writes one finding: its conditions with values, what is missing, and a sentence. */
final class FindingWords {
    private static final int MOST_LABELS = 5;
    private final DecisionProgram program;
    private final Map<Rule, Prepared> prepared = new IdentityHashMap<>();

    /**
     * What a rule says whatever the case.
     *
     * @param place its place among the rules of the decision
     * @param rule what a finding says of it
     * @param words its conditions
     * @param openings how its sentence begins, by status; the whole sentence where the case adds nothing
     * @param standing how it begins where the conclusion stands although it is not known
     */
    private record Prepared(int place, FindingRule rule, RuleWords words, List<String> openings, String standing) {

        static Prepared of(Rule rule, int place, List<String> marks, DecisionProgram program) {
            List<String> openings = Arrays.stream(Status.values())
                    .map(status -> opening(status, rule))
                    .toList();
            return new Prepared(place, said(rule, marks), new RuleWords(rule, program), openings, standing(rule));
        }

        private static FindingRule said(Rule rule, List<String> marks) {
            Verb verb = rule.conclusion().verb();
            return new FindingRule(
                    rule.id(),
                    rule.kind().word(),
                    verb == Verb.MET
                            ? null
                            : verb.word() + " " + rule.conclusion().code(),
                    rule.isMandatory(),
                    rule.group(),
                    rule.statement(),
                    rule.advice(),
                    rule.sources(),
                    marks,
                    rule.from(),
                    rule.to(),
                    rule.clock().word(),
                    rule.hash());
        }

        private static String opening(Status status, Rule rule) {
            boolean conclusion = rule.kind() == Rule.Kind.CONCLUSION;
            String says = switch (status) {
                case MET -> conclusion ? "This applies: " : "Met: ";
                case REPORTED -> "Reported: ";
                case NOT_APPLICABLE -> "This does not apply here: ";
                case DEVELOPING -> "Not there yet, which is fine for now: ";
                case NOT_MET -> conclusion ? "This does not apply: " : "Not met: ";
                case UNKNOWN ->
                    rule.ifUnknown() == IfUnknown.WAITS ? "Not known yet, and left aside: " : "Not known yet: ";
            };
            return says + rule.statement() + ".";
        }

        /** A paper that is not known counts as not there, and a weight as given. */
        private static String standing(Rule rule) {
            return (rule.kind() == Rule.Kind.WEIGHT
                            ? "Not known yet, and counted for the student: "
                            : "Not known yet, and taken to be so: ")
                    + rule.statement() + ".";
        }
    }

    FindingWords(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        for (Rule rule :
                FindingsByRule.inOrder(ruleSet.rulesOf(program.decision().name()))) {
            prepared.put(rule, Prepared.of(rule, prepared.size(), ruleSet.marks(rule.sources()), program));
        }
    }

    /** Findings to be filled, in the order of the rules. */
    FindingsByRule none() {
        return new FindingsByRule(prepared.size());
    }

    /** Writes a finding and adds it to others. */
    void add(RuleResult result, String subject, Missing.Found missing, FindingsByRule found) {
        Prepared own = Objects.requireNonNull(prepared.get(result.rule()));
        found.add(own.place, finding(result, subject, missing, own));
    }

    private Finding finding(RuleResult result, String subject, Missing.Found missing, Prepared own) {
        boolean judged = result.status() != Status.NOT_APPLICABLE;
        List<Condition> conditions = judged ? own.words.conditions(result.subject()) : List.of();
        return new Finding(
                own.rule,
                result.status(),
                subject,
                sentence(result, own, missing.facts()),
                conditions,
                missing.facts().isEmpty()
                        ? List.of()
                        : missing.facts().stream().map(FindingWords::missing).toList(),
                missing.parameters());
    }

    static MissingFact missing(Missing.MissingFact fact) {
        return new MissingFact(fact.path(), fact.pointer(), fact.label(), fact.reason());
    }

    private String sentence(RuleResult result, Prepared own, List<Missing.MissingFact> missing) {
        String opening = own.openings.get(result.status().ordinal());
        return switch (result.status()) {
            case MET, REPORTED, NOT_APPLICABLE -> opening;
            case DEVELOPING -> opening + shortfalls(result);
            case NOT_MET -> result.rule().kind() == Rule.Kind.CONCLUSION ? opening : opening + shortfalls(result);
            case UNKNOWN -> (result.concluded() == Truth.TRUE ? own.standing : opening) + " " + labels(missing);
        };
    }

    private static String labels(List<Missing.MissingFact> missing) {
        List<String> labels =
                missing.stream().map(Missing.MissingFact::label).distinct().toList();
        int more = labels.size() - MOST_LABELS;
        if (labels.isEmpty()) {
            return "The rules do not tell what holds for this date, so no fact of the case can settle it.";
        } else if (more <= 0) {
            return "Still to find out: " + Words.list(labels, "and") + ".";
        }
        return "Still to find out: " + String.join(", ", labels.subList(0, MOST_LABELS)) + " and " + more + " more.";
    }

    private String shortfalls(RuleResult result) {
        List<String> sentences =
                new Shortfalls(program, result.subject()).of(result.rule().test());
        return sentences.isEmpty() ? "" : " " + String.join(" ", sentences);
    }
}
