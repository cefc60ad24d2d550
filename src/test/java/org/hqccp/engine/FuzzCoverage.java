package org.hqccp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;

/** What random rules and cases have exercised: every kind of expression, by what it came to. */
final class FuzzCoverage {
    private static final List<FactType> ORDERED = List.of(
            FactType.WHOLE_NUMBER, FactType.NUMBER, FactType.DATE, FactType.MONTH_DAY, FactType.TIME, FactType.ONE_OF);
    private static final List<String> TRUTHS = List.of("TRUE", "FALSE", "UNKNOWN");
    private static final List<String> VALUES = List.of("known", "unknown");
    private final Map<String, Integer> seen = new HashMap<>();

    /** Notes what every part of a rule comes to for a subject. */
    void note(Rule rule, Entity subject, DecisionProgram program) {
        note(rule.test(), subject, null, program);
        if (rule.appliesTo() != null) {
            note(rule.appliesTo(), subject, null, program);
        }
        if (rule.developing() != null) {
            note(rule.developing(), subject, null, program);
        }
    }

    /** Notes what a rule came to. */
    void note(RuleResult result) {
        count("rule " + result.rule().kind() + " " + result.status());
        count("stage " + result.rule().stage() + " " + result.status());
        count("clock " + (result.clockKnown() ? "known" : "unknown"));
        count("if unknown " + result.rule().ifUnknown()
                + (result.status() == Status.UNKNOWN ? " unknown" : " decided"));
    }

    void note(Expr expr, Entity owner, Entity element, DecisionProgram program) {
        String came;
        if (expr.type() == FactType.YES_NO) {
            came = program.holds(expr, owner, element).name();
        } else {
            Object value = program.value(expr, owner, element);
            came = !(value instanceof Unknown unknown) ? "known" : unknown.isBounded() ? "bounded" : "unknown";
        }
        count(kind(expr) + " " + came);
        if (expr instanceof Expr.Exists exists) {
            List<Entity> elements =
                    Compiler.reach(exists.holder(), owner, element).elements(exists.of());
            each(elements, exists.where(), owner, program);
        } else if (expr instanceof Expr.Aggregate aggregate) {
            List<Entity> elements =
                    Compiler.reach(aggregate.holder(), owner, element).elements(aggregate.of());
            each(elements, aggregate.where(), owner, program);
            each(elements, aggregate.value(), owner, program);
        } else {
            Paths.parts(expr).forEach(part -> note(part, owner, element, program));
        }
    }

    private void each(List<Entity> elements, Expr part, Entity owner, DecisionProgram program) {
        if (elements != null && part != null) {
            elements.forEach(e -> note(part, owner, e, program));
        }
    }

    /** Takes in what another has seen. */
    synchronized void add(FuzzCoverage other) {
        other.seen.forEach((what, times) -> seen.merge(what, times, Integer::sum));
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private static String kind(Expr expr) {
        String type = expr.type().word();
        if (expr instanceof Expr.Comparison c) {
            return "comparison " + c.left().type().word() + " " + c.operator().sign();
        } else if (expr instanceof Expr.In in) {
            return (in.negated() ? "not in " : "in ") + in.element().type().word();
        } else if (expr instanceof Expr.Contains c) {
            return (c.negated() ? "excludes " : "contains ") + c.set().type().word();
        } else if (expr instanceof Expr.Exists e) {
            return e.negated() ? "not exists" : "exists";
        } else if (expr instanceof Expr.Arithmetic a) {
            String of = a.left().type().isDate() ? "date " : a.left().type() == FactType.TIME ? "time " : "";
            return "arithmetic " + of + a.operator();
        } else if (expr instanceof Expr.Aggregate a) {
            return a.fold().name().toLowerCase(Locale.ROOT) + (a.type().isDate() ? " date" : "");
        } else if (expr instanceof Expr.Call call) {
            return call.function().word();
        } else if (expr instanceof Expr.FactValue f) {
            return (f.fact().derived() ? "derived " : "given ") + type;
        } else if (expr instanceof Expr.Choice
                || expr instanceof Expr.Constant
                || expr instanceof Expr.ParameterValue) {
            return expr.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + type;
        }
        return expr.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Everything that must have been seen and was not. */
    List<String> gaps() {
        return wanted().stream().filter(what -> !seen.containsKey(what)).toList();
    }

    /** Kinds of expressions, whatever their type, that must have been seen and were not: less than this a short run need not show. */
    List<String> gapsOfKinds() {
        Set<String> kinds = new TreeSet<>();
        seen.keySet().forEach(what -> kinds.add(kind(what)));
        return wanted().stream()
                .map(FuzzCoverage::kind)
                .distinct()
                .filter(kind -> !kinds.contains(kind))
                .toList();
    }

    /** {@code comparison month == TRUE} is of the kind {@code comparison TRUE}. */
    private static String kind(String what) {
        return what.replaceFirst(" .* ", " ");
    }

    private static List<String> wanted() {
        List<String> wanted = new ArrayList<>();
        for (Expr.Operator operator : Expr.Operator.values()) {
            boolean equality = operator == Expr.Operator.EQUAL || operator == Expr.Operator.NOT_EQUAL;
            for (FactType type : FactType.values()) {
                boolean compared = ORDERED.contains(type)
                        || (equality && (type == FactType.TEXT || type == FactType.YES_NO))
                        || type == FactType.MONTH;
                cross(wanted, compared, "comparison " + type.word() + " " + operator.sign(), TRUTHS);
            }
        }
        for (FactType type : FactType.values()) {
            cross(wanted, !type.isSet(), "in " + type.word(), TRUTHS);
            cross(wanted, !type.isSet(), "not in " + type.word(), TRUTHS);
            cross(wanted, type.isSet(), "contains " + type.word(), TRUTHS);
            cross(wanted, type.isSet(), "excludes " + type.word(), TRUTHS);
            boolean yesNo = type == FactType.YES_NO;
            cross(wanted, true, "given " + type.word(), yesNo ? TRUTHS : VALUES);
            boolean derived = !type.isSet() && type != FactType.MONTH;
            cross(wanted, derived, "derived " + type.word(), yesNo ? TRUTHS : VALUES);
        }
        for (String condition : List.of("and", "or", "not", "exists", "not exists", "choice yes-no")) {
            cross(wanted, true, condition, TRUTHS);
        }
        List<String> bounded = List.of("known", "unknown", "bounded");
        for (String value : List.of("arithmetic +", "arithmetic -", "arithmetic *", "sum", "min", "max")) {
            cross(wanted, true, value, bounded);
        }
        cross(wanted, true, "count", List.of("known", "bounded"));
        cross(wanted, true, "setsize", List.of("known", "bounded"));
        for (String value : List.of(
                "arithmetic /",
                "arithmetic date +",
                "arithmetic date -",
                "arithmetic time +",
                "arithmetic time -",
                "roundDown",
                "min date",
                "max date",
                "choice number",
                "choice whole-number",
                "choice date",
                "choice text",
                "age",
                "schoolYear",
                "year",
                "monthDay",
                "dateIn",
                "parametervalue whole-number",
                "parametervalue number")) {
            cross(wanted, true, value, VALUES);
        }
        wanted.addAll(List.of(
                "parametervalue date known",
                "parametervalue month-day known",
                "parametervalue time known",
                "parametervalue text known",
                "parametervalue set-of-texts known",
                "missing unknown",
                "missing UNKNOWN"));
        rules(wanted);
        return wanted;
    }

    private static void rules(List<String> wanted) {
        cross(wanted, true, "rule CRITERION", List.of("MET", "DEVELOPING", "NOT_MET", "UNKNOWN", "NOT_APPLICABLE"));
        for (String kind : List.of("GATE", "WEIGHT", "CONCLUSION")) {
            cross(wanted, true, "rule " + kind, List.of("MET", "NOT_MET", "UNKNOWN", "NOT_APPLICABLE"));
        }
        cross(wanted, true, "rule REPORT", List.of("REPORTED", "UNKNOWN", "NOT_APPLICABLE"));
        for (Rule.Stage stage : Rule.Stage.values()) {
            cross(wanted, true, "stage " + stage, List.of("MET", "NOT_MET", "UNKNOWN"));
        }
        cross(wanted, true, "clock", VALUES);
        for (Rule.IfUnknown ifUnknown : Rule.IfUnknown.values()) {
            cross(wanted, true, "if unknown " + ifUnknown, List.of("unknown", "decided"));
        }
    }

    private static void cross(List<String> wanted, boolean applies, String what, List<String> came) {
        if (applies) {
            came.forEach(each -> wanted.add(what + " " + each));
        }
    }

    /** The table, a line a cell. */
    String table() {
        StringBuilder table = new StringBuilder();
        new TreeMap<>(seen).forEach((what, times) -> table.append("%-45s %9d%n".formatted(what, times)));
        return table.toString();
    }
}
