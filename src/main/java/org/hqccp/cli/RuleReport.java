package org.hqccp.cli;

import java.util.Arrays;
import java.util.List;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Plural;
import org.hqccp.json.Node;
import org.hqccp.page.Marks;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Source;
import org.hqccp.ruleset.Statement;
import org.hqccp.service.RuleDocument;

/** Rules as people read them. */
final class RuleReport {
    private final Screen screen;
    private final RuleSet ruleSet;

    RuleReport(Screen screen, RuleSet ruleSet) {
        this.screen = screen;
        this.ruleSet = ruleSet;
    }

    /** All rules, by decision and group. */
    String list(List<Rule> rules) {
        Page page = new Page(screen.width());
        for (DecisionModel decision : ruleSet.decisions().values()) {
            List<Rule> own = rules.stream()
                    .filter(r -> r.decision().equals(decision.name()))
                    .toList();
            if (!own.isEmpty()) {
                page.blank();
                page.line(screen.bold(decision.name()) + "  " + decision.title());
                for (DecisionModel.Group group : decision.groups()) {
                    List<Rule> inGroup = own.stream()
                            .filter(r -> r.group().equals(group.id()))
                            .toList();
                    if (!inGroup.isEmpty()) {
                        page.line("  " + screen.bold(group.title()));
                        inGroup.forEach(r -> page.hang(
                                4, 16, padded(r.id()), r.statement() + Marks.certainty(ruleSet.marks(r.sources()))));
                    }
                }
            }
        }
        page.blank();
        page.line(Plural.of(rules.size(), "rule") + ", version "
                + ruleSet.version().substring(0, 12));
        return page.toString();
    }

    private static String padded(String id) {
        return id + " ".repeat(Math.max(1, 16 - id.length()));
    }

    String one(Rule rule) {
        Page page = new Page(screen.width());
        page.line(screen.bold(rule.id() + "  " + rule.statement()) + Marks.certainty(ruleSet.marks(rule.sources())));
        page.blank();
        page.say(2, RuleEnglish.of(rule, ruleSet));
        String advice = rule.advice();
        if (advice != null) {
            page.say(2, "What to do: " + advice);
        }
        page.blank();
        page.say(
                2,
                "Decision: " + rule.decision() + ", " + group(rule) + "; a "
                        + rule.kind().word() + " about one " + rule.subject().label()
                        + (rule.isMandatory() ? ", mandatory." : "."));
        page.say(
                2,
                "In force from " + rule.from() + (rule.to() == null ? "" : " to " + rule.to()) + ", by the "
                        + rule.clock().word().replace('-', ' ') + ".");
        rule.sources().forEach(tag -> page.say(2, source(tag)));
        page.say(2, "File: " + rule.file() + ", hash " + rule.hash().substring(0, 12) + ".");
        page.blank();
        rule.text().lines().forEach(line -> page.line("    " + line));
        return page.toString();
    }

    String one(Statement statement) {
        Page page = new Page(screen.width());
        page.line(screen.bold(statement.id() + "  " + statement.statement()));
        page.blank();
        page.say(2, "A " + statement.kind() + ", no rule of its own. Held by: " + statement.heldBy());
        Arrays.stream(statement.sources().split("\\s*,\\s*")).forEach(tag -> page.say(2, source(tag)));
        return page.toString();
    }

    private String group(Rule rule) {
        DecisionModel decision = ruleSet.decisions().get(rule.decision());
        DecisionModel.Group group = decision == null ? null : decision.group(rule.group());
        return group == null ? rule.group() : group.title();
    }

    private String source(String tag) {
        Source source = ruleSet.sources().get(tag);
        return "Source " + tag + (source == null ? "" : " (" + source.mark() + "): " + source.where());
    }

    Node json(Rule rule) {
        return RuleDocument.whole(rule, ruleSet);
    }

    Node json(Statement statement) {
        return RuleDocument.of(statement, ruleSet);
    }
}
