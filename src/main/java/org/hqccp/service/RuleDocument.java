package org.hqccp.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Unknown;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Source;
import org.hqccp.ruleset.Statement;
import org.jspecify.annotations.Nullable;

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
                Json.list(parameters(rule, ruleSet), parameter -> parameter(parameter, ruleSet)),
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

    /** The parameters a rule reads, itself or through facts that are worked out. */
    private static Set<Parameter> parameters(Rule rule, RuleSet ruleSet) {
        Set<Parameter> found = new LinkedHashSet<>();
        Set<DerivedFact> entered = new LinkedHashSet<>();
        collect(rule.appliesTo(), ruleSet, found, entered::add);
        collect(rule.test(), ruleSet, found, entered::add);
        collect(rule.developing(), ruleSet, found, entered::add);
        return found;
    }

    private static void collect(
            @Nullable Expr expr, RuleSet ruleSet, Set<Parameter> found, Predicate<DerivedFact> firstTime) {
        Paths.walk(expr, part -> {
            if (part instanceof Expr.ParameterValue value) {
                found.add(value.parameter());
            } else if (part instanceof Expr.FactValue value && value.fact().derived()) {
                ruleSet.derived().stream()
                        .filter(derived -> derived.fact().equals(value.fact()))
                        .filter(firstTime)
                        .forEach(derived -> collect(derived.is(), ruleSet, found, firstTime));
            }
        });
    }
}
