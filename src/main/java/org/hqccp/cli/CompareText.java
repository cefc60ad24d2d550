package org.hqccp.cli;

import java.util.List;
import org.hqccp.comparison.ChangeReport;
import org.hqccp.comparison.DecisionImpact;
import org.hqccp.comparison.Difference;
import org.hqccp.comparison.Effect;
import org.hqccp.comparison.EquityResult;
import org.hqccp.comparison.Impact;
import org.hqccp.comparison.Measure;
import org.hqccp.comparison.ReportWords;
import org.hqccp.comparison.RuleChange;
import org.hqccp.page.Page;

/** A change report on the screen. */
final class CompareText {
    private final Screen screen;
    private final Page page;

    CompareText(Screen screen) {
        this.screen = screen;
        this.page = new Page(screen.width());
    }

    String of(ChangeReport report) {
        page.say(
                0,
                "From " + report.before() + " (version "
                        + ReportWords.version(report.change().before()) + ") to " + report.after() + " (version "
                        + ReportWords.version(report.change().after()) + ").");
        page.say(0, ReportWords.summary(report.change()));
        report.change().rules().forEach(this::rule);
        if (!report.change().others().isEmpty()) {
            heading("Beside the rules");
            for (Difference other : report.change().others()) {
                page.hang(2, 2, "- ", other.kind() + " " + other.name() + " " + other.says());
            }
        }
        Impact impact = report.impact();
        if (impact != null) {
            heading("Who is touched");
            page.say(2, ReportWords.summary(impact));
            impact.refusals().forEach(r -> page.hang(2, 2, "- ", r));
            impact.decisions().forEach(this::decision);
        }
        if (!report.equity().isEmpty()) {
            heading("Equity tests");
            report.equity().forEach(this::equity);
        }
        measures(report.measures());
        page.blank();
        return page.toString();
    }

    private void heading(String text) {
        page.blank();
        page.line(screen.bold(text));
    }

    private void rule(RuleChange rule) {
        page.blank();
        page.hang(0, rule.id().length() + 2, screen.bold(rule.id()) + "  ", rule.statement());
        page.say(2, "(" + rule.decision() + ", " + rule.how().words() + ")");
        rule.edits().forEach(edit -> page.hang(2, 2, "- ", edit));
        rule.citations().forEach(each -> page.hang(2, 2, "- ", "It " + each + "."));
        Effect effect = rule.effect();
        if (effect != null) {
            page.say(2, effect.words());
            for (Effect.Witness witness : effect.witnesses()) {
                page.say(2, "A case that shows it: before " + witness.before() + ", after " + witness.after() + ":");
                witness.yaml().lines().forEach(line -> page.line("    " + line));
            }
        }
    }

    private void decision(String name, DecisionImpact impact) {
        page.blank();
        page.say(
                2,
                name + ": " + impact.touched() + " of " + impact.subjects() + " "
                        + ReportWords.comeOut(impact.touched()) + " otherwise.");
        rows("By outcome", ReportWords.outcomes(impact));
        rows("By rule", ReportWords.rules(impact));
        if (impact.touched() > 0) {
            rows("By school (all, touched, share)", ReportWords.schools(impact));
            impact.groups()
                    .forEach((column, groups) ->
                            rows("By " + column + " (all, touched, share)", ReportWords.groups(groups)));
            List<String> examples = ReportWords.examples(impact);
            if (!examples.isEmpty()) {
                page.say(4, "Examples");
                examples.forEach(e -> page.hang(6, 2, "- ", e));
            }
        }
    }

    private void rows(String heading, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.say(4, heading);
            rows.forEach(row -> page.hang(6, 2, "- ", String.join("  |  ", row)));
        }
    }

    private void equity(EquityResult result) {
        boolean fails = result.verdict() == EquityResult.Verdict.FAIL;
        String verdict = result.verdict().words();
        page.hang(
                2,
                verdict.length() + 2,
                (fails ? screen.red(verdict) : screen.green(verdict)) + "  ",
                result.test().name() + " (" + result.test().file() + "): "
                        + result.test().about());
        for (EquityResult.Group group : result.groups()) {
            page.hang(6, 2, "- ", group.name() + ": " + group.verdict().words() + "; " + group.words());
        }
    }

    private void measures(List<Measure> measures) {
        if (measures.isEmpty()) {
            return;
        }
        heading("Measures that need a look (--report and --json tell all)");
        for (Measure measure : measures) {
            List<Measure.Row> raised =
                    measure.rows().stream().filter(Measure.Row::raised).toList();
            page.hang(
                    2,
                    6,
                    measure.id() + "  ",
                    measure.name() + ": "
                            + (raised.isEmpty()
                                    ? "no remark"
                                    : raised.size() + " of " + measure.rows().size()));
            raised.forEach(row -> page.hang(8, 2, "- ", row.what() + ": " + row.says()));
        }
    }
}
