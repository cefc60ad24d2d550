package org.hqccp.service;

import java.util.List;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Unknown;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleReads;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Source;
import org.hqccp.ruleset.Statement;

/** A rule as machines read about it: what it says, in English and as written, what it rests on, and the numbers it uses. */
public final class RuleDocument {
    private RuleDocument() {}

    /** A rule in a list. */
    public static Node brief(Rule rule, RuleSet ruleSet) {
        return Json.object(
                "id",
                rule.id(),
                "statement",
                rule.statement(),
                "decision",
                rule.decision(),
                "group",
                rule.group(),
                "kind",
                rule.kind().word(),
                "mandatory",
                rule.isMandatory(),
                "from",
                rule.from(),
                "to",
                rule.to(),
                "marks",
                ruleSet.marks(rule.sources()),
                "hash",
                rule.hash());
    }

    /** A rule with everything about it. */
    public static Node whole(Rule rule, RuleSet ruleSet) {
        return Json.object(
                "id",
                rule.id(),
                "statement",
                rule.statement(),
                "english",
                RuleEnglish.of(rule, ruleSet),
                "decision",
                rule.decision(),
                "group",
                rule.group(),
                "kind",
                rule.kind().word(),
                "mandatory",
                rule.isMandatory(),
                "from",
                rule.from(),
                "to",
                rule.to(),
                "clock",
                rule.clock().word(),
                "sources",
                Json.list(rule.sources(), tag -> source(tag, ruleSet)),
                "marks",
                ruleSet.marks(rule.sources()),
                "advice",
                rule.advice(),
                "parameters",
                Json.list(RuleReads.of(rule, ruleSet).parameters(), parameter -> parameter(parameter, ruleSet)),
                "file",
                rule.file(),
                "hash",
                rule.hash(),
                "text",
                rule.text());
    }

    /** Something that holds without a rule of its own. */
    public static Node of(Statement statement, RuleSet ruleSet) {
        List<String> tags = List.of(statement.sources().split("\\s*,\\s*"));
        return Json.object(
                "id",
                statement.id(),
                "kind",
                statement.kind(),
                "statement",
                statement.statement(),
                "heldBy",
                statement.heldBy(),
                "from",
                statement.from(),
                "sources",
                Json.list(tags, tag -> source(tag, ruleSet)));
    }

    private static Node source(String tag, RuleSet ruleSet) {
        Source source = ruleSet.sources().get(tag);
        return source == null
                ? Json.object("tag", tag)
                : Json.object("tag", tag, "mark", source.mark(), "where", source.where(), "read", source.read());
    }

    private static Node parameter(Parameter parameter, RuleSet ruleSet) {
        return Json.object(
                "name",
                parameter.name(),
                "meaning",
                parameter.meaning(),
                "unit",
                parameter.unit(),
                "clock",
                parameter.clock().word(),
                "periods",
                Json.list(
                        parameter.periods(),
                        period -> Json.object(
                                "from",
                                period.from(),
                                "to",
                                period.to(),
                                "value",
                                period.value() instanceof Unknown unknown
                                        ? Json.object("unknown", unknown.reason())
                                        : period.value(),
                                "sources",
                                period.sources(),
                                "marks",
                                ruleSet.marks(period.sources()))));
    }
}
