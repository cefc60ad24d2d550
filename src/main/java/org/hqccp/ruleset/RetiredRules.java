package org.hqccp.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;

/** Holds the rules to the register of retired ids: an answer of years ago names an id, and it must mean the same rule for good. */
final class RetiredRules {
    private static final String FILE = RuleTable.RETIRED_RULES.file();
    private final Map<String, RetiredRule> retired;
    private final Tables tables;
    private final List<Problem> problems;

    RetiredRules(Map<String, RetiredRule> retired, Tables tables, List<Problem> problems) {
        this.retired = retired;
        this.tables = tables;
        this.problems = problems;
    }

    void check(Map<String, Rule> rules, Map<String, Statement> statements) {
        // A rule that could not be read may be the one that is named here.
        boolean complete = problems.isEmpty();
        List<String> known = new ArrayList<>(rules.keySet());
        known.addAll(statements.keySet());
        retired.values().forEach(each -> {
            Rule rule = rules.get(each.id());
            if (rule != null) {
                ended(rule, each);
            }
            if (statements.containsKey(each.id())) {
                problems.add(tables.statementRow(each.id())
                        .problem(
                                "id",
                                "RETIRED",
                                "the id " + each.id() + " is that of a retired rule",
                                "choose an id that was never used"));
            }
            String by = each.replacedBy();
            if (complete && by != null && (by.equals(each.id()) || !known.contains(by) && !retired.containsKey(by))) {
                problems.add(tables.registerRow(each.id())
                        .problem(
                                "replaced-by",
                                "RETIRED",
                                each.id() + " is replaced by '" + by + "', which is no other rule",
                                Suggestion.didYouMean(by, known)));
            }
        });
    }

    /** The retired rule itself may stay, for the answers of its time; no other rule may have its id. */
    private void ended(Rule rule, RetiredRule register) {
        LocalDate to = rule.to();
        if (to == null || to.isAfter(register.lastDay())) {
            problems.add(rule.problem(
                    rule.id(),
                    "RETIRED",
                    "the id " + rule.id() + " is retired since " + register.lastDay() + " (" + FILE + ", line "
                            + register.line() + "), but this rule is in force after that day",
                    "a new rule takes an id that was never used; the old one ends with @to( \"" + register.lastDay()
                            + "\" )"));
        }
    }
}
