package org.hqccp.explanation;

import java.util.List;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.NounPhrase;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Message;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Support;
import org.jspecify.annotations.Nullable;

/** A rule as English sentences, made from the rule itself. */
public final class RuleEnglish {
    private static final int MOST_CLAUSES = 2;
    /** Letters that two clauses may have together in one sentence. */
    private static final int MOST_LETTERS = 150;

    private RuleEnglish() {}

    /** What it asks, of whom, and what follows. */
    public static String of(Rule rule, RuleSet ruleSet) {
        StringBuilder text = new StringBuilder();
        Expr appliesTo = rule.appliesTo();
        if (appliesTo != null) {
            text.append(given("It applies where", "It applies where all of this holds.", appliesTo));
        }
        switch (rule.conclusion().verb()) {
            case MET ->
                text.append(
                        Clauses.choices(rule.test()).size() > MOST_CLAUSES
                                ? sentences("It is met when one of these holds.", Clauses.choices(rule.test()))
                                : given("It is met when", "It is met when all of this holds.", rule.test()));
            case REPORT -> text.append(report(rule));
            default -> text.append(conclusion(rule, ruleSet));
        }
        int end = text.length() - 1;
        if (text.charAt(end) == ' ') {
            text.setLength(end);
        }
        Expr developing = rule.developing();
        if (rule.alwaysDeveloping()) {
            text.append(" Where it is not met it is developing, and never blocks.");
        } else if (developing != null) {
            text.append(" Where it is not met, it is developing while ")
                    .append(Clauses.of(developing, false))
                    .append('.');
        }
        switch (rule.ifUnknown()) {
            case CONCLUDES -> text.append(" While this is not known, it stands all the same.");
            case WAITS -> text.append(" While this is not known, it waits.");
            case OPEN -> text.append("");
        }
        if (rule.ifNotMet() != null) {
            text.append(" If it is not met, the outcome is ")
                    .append(rule.ifNotMet())
                    .append('.');
        }
        return text.toString();
    }

    /** A condition of a rule or derived fact as a clause: "there are at least 2 technical courses". */
    public static String clause(Expr condition) {
        return Clauses.of(condition, false);
    }

    /** A value of a rule or derived fact: "the number of partners". */
    public static String value(Expr value) {
        return Clauses.phrase(value);
    }

    /** One or two clauses in one sentence; more in a sentence each. */
    private static String given(String one, String several, Expr condition) {
        List<String> clauses = Clauses.each(condition);
        if (clauses.size() <= MOST_CLAUSES && (clauses.size() == 1 || letters(clauses) <= MOST_LETTERS)) {
            return one + " " + Words.list(clauses, "and") + ". ";
        }
        return sentences(several, clauses);
    }

    private static int letters(List<String> clauses) {
        return clauses.stream().mapToInt(String::length).sum();
    }

    private static String sentences(String first, List<String> clauses) {
        StringBuilder text = new StringBuilder(first);
        clauses.forEach(c -> text.append(' ').append(Words.upper(c)).append('.'));
        return text.append(' ').toString();
    }

    private static String report(Rule rule) {
        String name = String.valueOf(rule.conclusion().code());
        Fact fact = null;
        for (EntityType at = rule.subject(); at != null && fact == null; at = at.isExtension() ? at.parent() : null) {
            fact = at.fact(name);
        }
        return "It reports " + (fact == null ? name : new NounPhrase(fact.label()).the()) + ", once known.";
    }

    private static String conclusion(Rule rule, RuleSet ruleSet) {
        String then = says(rule, ruleSet);
        List<String> clauses = Clauses.each(rule.test());
        List<String> choices = Clauses.choices(rule.test());
        if (choices.size() > MOST_CLAUSES) {
            return sentences("It looks for one of these.", choices) + "Then " + then + ".";
        } else if (clauses.isEmpty()) {
            return "In every such case " + then + ".";
        } else if (clauses.size() == 1 || clauses.size() <= MOST_CLAUSES && letters(clauses) <= MOST_LETTERS) {
            return "When " + Words.list(clauses, "and") + ", " + then + ".";
        }
        return given("", "It looks for all of this.", rule.test()) + "Then " + then + ".";
    }

    private static String says(Rule rule, RuleSet ruleSet) {
        String code = String.valueOf(rule.conclusion().code());
        String verb = rule.conclusion().verb().word();
        Message message = ruleSet.messages().get(verb + "/" + code);
        Support support = ruleSet.supports().get(code);
        DecisionModel decision = ruleSet.decisions().get(rule.decision());
        return switch (rule.conclusion().verb()) {
            case FLAG ->
                "the support " + code + " is flagged"
                        + (support == null
                                ? ""
                                : " for the "
                                        + Words.list(List.of(support.role().split("\\s*;\\s*")), "and the"));
            case STATUS -> "the status of the group is " + code;
            case OUTCOME -> "the outcome is " + code;
            case RANK ->
                "among the options it is "
                        + (decision == null ? code : decision.ranks().getOrDefault(code, code));
            case ACTION -> "the next step is: " + words(message, code);
            case ALERT -> "adults are told: " + words(message, code);
            case NOTE -> "the answer notes: " + words(message, code);
            default -> "the plan says: " + words(message, code);
        };
    }

    private static String words(@Nullable Message message, String code) {
        return message == null ? code : message.text().replaceAll("[.]$", "");
    }
}
