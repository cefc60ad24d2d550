package org.hqccp.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** A change report for machines. Small counts are hidden here too. */
public final class ReportJson {
    private ReportJson() {}

    public static String of(ChangeReport report) {
        Impact impact = report.impact();
        return Json.text(Json.object(
                "before",
                report.change().before(),
                "after",
                report.change().after(),
                "day",
                report.day(),
                "rules",
                Json.list(report.change().rules(), ReportJson::rule),
                "others",
                Json.list(
                        report.change().others(),
                        o -> Json.object("kind", o.kind(), "name", o.name(), "says", o.says())),
                "cases",
                impact == null ? null : cases(report.cases(), impact),
                "equityTests",
                Json.list(report.equity(), ReportJson::equity),
                "measures",
                Json.list(report.measures(), ReportJson::measure)));
    }

    private static Node rule(RuleChange rule) {
        Effect effect = rule.effect();
        return Json.object(
                "id",
                rule.id(),
                "decision",
                rule.decision(),
                "how",
                rule.how(),
                "before",
                rule.before(),
                "after",
                rule.after(),
                "edits",
                rule.edits(),
                "citations",
                rule.citations(),
                "direction",
                effect == null ? null : effect.direction(),
                "directionWords",
                effect == null ? null : effect.words(),
                "exact",
                effect == null ? null : effect.exact(),
                "tried",
                effect == null ? null : effect.tried(),
                "witnesses",
                effect == null
                        ? null
                        : Json.list(
                                effect.witnesses(),
                                w -> Json.object("before", w.before(), "after", w.after(), "case", w.yaml())));
    }

    private static Node cases(@Nullable String from, Impact impact) {
        Map<String, Object> decisions = new LinkedHashMap<>();
        impact.decisions().forEach((name, decision) -> decisions.put(name, decision(decision)));
        return Json.object(
                "from",
                from,
                "cases",
                impact.cases(),
                "synthetic",
                impact.synthetic(),
                "refused",
                impact.refused(),
                "refusals",
                impact.refusals(),
                "decisions",
                decisions);
    }

    private static Node decision(DecisionImpact decision) {
        Map<String, Object> groups = new LinkedHashMap<>();
        decision.groups().forEach((column, cells) -> groups.put(column, cells(ReportWords.groups(cells))));
        return Json.object(
                "cases",
                decision.cases(),
                "subjects",
                decision.subjects(),
                "touched",
                decision.touched(),
                "outcomes",
                ways(decision.outcomes()),
                "rules",
                Json.list(
                        decision.rules().entrySet(),
                        e -> Json.object("rule", e.getKey(), "results", ways(e.getValue()))),
                "schools",
                cells(ReportWords.schools(decision)),
                "groups",
                groups,
                "examples",
                ReportWords.examples(decision));
    }

    private static Node ways(SortedMap<Way, Long> ways) {
        return Json.list(
                ways.entrySet(),
                e -> Json.object("from", e.getKey().from(), "to", e.getKey().to(), "count", e.getValue()));
    }

    private static Node cells(List<List<String>> rows) {
        return Json.list(
                rows,
                row -> Json.object("name", row.get(0), "all", row.get(1), "touched", row.get(2), "share", row.get(3)));
    }

    private static Node equity(EquityResult result) {
        return Json.object(
                "name",
                result.test().name(),
                "file",
                result.test().file(),
                "verdict",
                result.verdict(),
                "groups",
                Json.list(
                        result.groups(),
                        g -> Json.object(
                                "name", g.name(), "verdict", g.verdict(), "says", g.words() + ReportPage.waiver(g))));
    }

    private static Node measure(Measure measure) {
        return Json.object(
                "id",
                measure.id(),
                "name",
                measure.name(),
                "threshold",
                measure.threshold(),
                "mark",
                measure.mark(),
                "rows",
                Json.list(measure.rows(), r -> Json.object("of", r.what(), "says", r.says(), "raised", r.raised())));
    }
}
