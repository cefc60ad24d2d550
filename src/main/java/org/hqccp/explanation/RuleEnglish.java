package org.hqccp.explanation;

import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Message;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Support;

/** A rule as English sentences, made from the rule itself. */
public final class RuleEnglish {
    private RuleEnglish() {}

    /** What it asks, of whom, and what follows. */
    public static String of(Rule rule, RuleSet ruleSet) {
        StringBuilder text = new StringBuilder();
        Expr appliesTo = rule.appliesTo();
        if (appliesTo != null) {
            text.append("It applies where ")
                    .append(Words.condition(appliesTo, false))
                    .append(". ");
        }
        boolean always = rule.test() instanceof Expr.And and && and.parts().isEmpty();
        String when = always ? "always" : "when " + Words.condition(rule.test(), false);
        text.append(
                switch (rule.conclusion().verb()) {
                    case MET -> "It is met " + when + ".";
                    case REPORT -> "It reports " + rule.conclusion().code() + " " + when + ".";
                    default -> Words.upper(when) + ", " + conclusion(rule, ruleSet) + ".";
                });
        Expr developing = rule.developing();
        if (rule.alwaysDeveloping()) {
            text.append(" Where it is not met it is developing, and never blocks.");
        } else if (developing != null) {
            text.append(" Where it is not met, it is developing while ")
                    .append(Words.condition(developing, false))
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

    private static String conclusion(Rule rule, RuleSet ruleSet) {
        String code = String.valueOf(rule.conclusion().code());
        String verb = rule.conclusion().verb().word();
        Message message = ruleSet.messages().get(verb + "/" + code);
        Support support = ruleSet.supports().get(code);
        return switch (rule.conclusion().verb()) {
            case FLAG -> "the support " + code + " is flagged" + (support == null ? "" : " for the " + support.role());
            case STATUS -> "the status is " + code;
            case OUTCOME -> "the outcome is " + code;
            case RANK -> "the option's place is " + code;
            default ->
                "the " + verb + " is: "
                        + (message == null ? code : message.text().replaceAll("[.]$", ""));
        };
    }
}
