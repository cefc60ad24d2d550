package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Finding.Condition;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Missing;
import org.hqccp.engine.RuleResult;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Writes one finding: its conditions with values, what is missing, and a sentence. */
final class FindingWords {
    private final DecisionProgram program;
    private final Map<Rule, RuleWords> words = new IdentityHashMap<>();

    FindingWords(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        ruleSet.rulesOf(program.decision().name()).forEach(r -> words.put(r, new RuleWords(r)));
    }

    Finding finding(RuleResult result, Entity subject, List<Missing.MissingFact> missing, List<String> marks) {
        Rule rule = result.rule();
        RuleWords own = words.get(rule);
        boolean judged = result.status() != Status.NOT_APPLICABLE;
        List<Condition> conditions = own == null || !judged ? List.of() : own.conditions(program, result.subject());
        return new Finding(
                rule.id(),
                rule.kind().word(),
                concludes(rule),
                result.status(),
                rule.isMandatory(),
                subject.id(),
                rule.group(),
                rule.statement(),
                sentence(result, own, conditions, missing),
                conditions,
                missing.stream().map(FindingWords::missing).toList(),
                rule.advice(),
                rule.sources(),
                marks,
                rule.from(),
                rule.to(),
                rule.clock().word(),
                rule.hash());
    }

    static MissingFact missing(Missing.MissingFact fact) {
        return new MissingFact(fact.path(), fact.pointer(), fact.label(), fact.reason());
    }

    private static @Nullable String concludes(Rule rule) {
        return rule.conclusion().verb() == Verb.MET
                ? null
                : rule.conclusion().verb().word() + " " + rule.conclusion().code();
    }

    private static String sentence(
            RuleResult result, @Nullable RuleWords own, List<Condition> conditions, List<Missing.MissingFact> missing) {
        Rule rule = result.rule();
        boolean conclusion = rule.kind() == Rule.Kind.CONCLUSION;
        return switch (result.status()) {
            case MET -> (conclusion ? "This applies: " : "Met: ") + rule.statement() + ".";
            case REPORTED -> "Reported: " + rule.statement() + ".";
            case NOT_APPLICABLE -> "This does not apply here: " + rule.statement() + ".";
            case DEVELOPING ->
                "Not there yet, which is accepted for now: " + rule.statement() + "." + shortfalls(own, conditions);
            case NOT_MET ->
                conclusion
                        ? "This does not apply: " + rule.statement() + "."
                        : "Not met: " + rule.statement() + "." + shortfalls(own, conditions);
            case UNKNOWN -> "Not known yet: " + rule.statement() + ". Still needed: " + labels(missing) + ".";
        };
    }

    private static String labels(List<Missing.MissingFact> missing) {
        return missing.isEmpty()
                ? "more facts"
                : String.join(
                        ", ",
                        missing.stream()
                                .map(Missing.MissingFact::label)
                                .distinct()
                                .limit(5)
                                .toList());
    }

    private static String shortfalls(@Nullable RuleWords own, List<Condition> conditions) {
        if (own == null) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).holds().toLowerCase(Locale.ROOT).equals("no")) {
                sentences.add(RuleWords.shortfall(own.leaves().get(i), conditions.get(i)));
            }
        }
        return sentences.isEmpty() ? "" : " " + String.join(" ", sentences);
    }
}
