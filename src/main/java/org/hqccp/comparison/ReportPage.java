package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Plural;
import org.jspecify.annotations.Nullable;

/** A change report as one page of HTML: no script, nothing from elsewhere, good to read on a screen, on paper and aloud. */
public final class ReportPage {
    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 1rem/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #1b1b1b; background: #fff;
              max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
            h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
            h2 { font-size: 1.35rem; border-bottom: 2px solid #1b4f72; padding-bottom: .2rem; margin-top: 2.2rem; }
            h3 { font-size: 1.1rem; margin-bottom: .3rem; }
            .box { border: 1px solid #5d6d7e; border-left: .4rem solid #1b4f72; padding: .6rem 1rem; margin: 1rem 0; }
            .bad { border-left-color: #922b21; } .good { border-left-color: #1d6f42; }
            table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.4rem; font-size: .95rem; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; }
            th, td { border: 1px solid #aab7b8; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eaf0f4; } tbody th { font-weight: 600; }
            pre { background: #f4f6f7; border: 1px solid #ccd1d1; padding: .6rem; white-space: pre-wrap;
              overflow-wrap: anywhere; font-size: .85rem; }
            article { border-top: 1px solid #ccd1d1; margin-top: 1rem; padding-top: .2rem; }
            .kind { color: #4a4a4a; } .says { overflow-wrap: anywhere; }
            @page { size: letter; margin: 18mm 16mm; }
            @media print { body { font-size: 10pt; max-width: none; padding: 0; } h2, h3, caption { break-after: avoid; }
              tr, pre, .box, li { break-inside: avoid; } thead { display: table-header-group; } a { color: inherit; } }
            """;

    private final ChangeReport report;
    private final Html page = new Html();

    private ReportPage(ChangeReport report) {
        this.report = report;
    }

    public static String of(ChangeReport report) {
        return new ReportPage(report).page();
    }

    private String page() {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.element("title", "Change report: what new rules would do")
                .raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n");
        page.element("h1", "Change report: what new rules would do");
        top();
        rules();
        others();
        Impact impact = report.impact();
        if (impact != null) {
            impact(impact);
        }
        equity();
        measures();
        made();
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void top() {
        page.raw("<div class=\"box" + (report.fails() ? " bad" : " good") + "\">\n");
        page.element(
                "p",
                "From " + report.before() + " (version "
                        + ReportWords.version(report.change().before())
                        + ") to " + report.after() + " (version "
                        + ReportWords.version(report.change().after()) + "), on "
                        + report.day() + ".");
        page.element("p", ReportWords.summary(report.change()));
        Impact impact = report.impact();
        if (impact != null) {
            page.element("p", ReportWords.summary(impact));
        }
        if (!report.equity().isEmpty()) {
            List<String> verdicts = report.equity().stream()
                    .map(e -> e.test().name() + ": " + e.verdict().words())
                    .toList();
            page.element("p", "Equity tests: " + String.join("; ", verdicts) + ".");
        }
        page.raw("</div>\n");
    }

    private void rules() {
        page.element("h2", "What changes in the rules");
        if (report.change().rules().isEmpty()) {
            page.element("p", "No rule differs.");
        }
        for (RuleChange rule : report.change().rules()) {
            page.raw("<article>\n").element("h3", rule.id() + " " + rule.statement());
            page.element("p class=\"kind\"", rule.decision() + ", " + rule.how().words());
            page.list(rule.edits());
            if (!rule.citations().isEmpty()) {
                page.element("p", "It " + String.join(", and ", rule.citations()) + ".");
            }
            text("Before: ", rule.before());
            text("After: ", rule.after());
            Effect effect = rule.effect();
            if (effect != null) {
                page.element("p", "Which way: " + effect.words());
                for (Effect.Witness witness : effect.witnesses()) {
                    page.element(
                            "p",
                            "A case that shows it, before " + StatusWords.of(witness.before()) + ", after "
                                    + StatusWords.of(witness.after()) + ":");
                    page.element("pre", witness.yaml());
                }
            }
            page.raw("</article>\n");
        }
    }

    private void text(String lead, @Nullable String english) {
        if (english != null) {
            page.element("p class=\"says\"", lead + english);
        }
    }

    private void others() {
        if (!report.change().others().isEmpty()) {
            page.element("h2", "What changes beside the rules");
            page.table(
                    "Parameters, sources, facts, decisions, words and the crosswalk",
                    List.of("Name", "Kind", "What differs"),
                    report.change().others().stream()
                            .map(o -> List.of(o.name(), o.kind(), o.says()))
                            .toList());
        }
    }

    private void impact(Impact impact) {
        page.element("h2", "Who is touched");
        page.element("p", "Cases: " + report.cases() + ". " + ReportWords.summary(impact));
        page.list(impact.refusals());
        impact.decisions().forEach((name, decision) -> {
            page.element("h3", decision.title().isEmpty() ? name : decision.title() + " (" + name + ")");
            page.element(
                    "p",
                    ReportWords.count(decision.subjects()) + " decided about in " + ReportWords.count(decision.cases())
                            + " " + Plural.word(decision.cases(), "case") + "; " + ReportWords.count(decision.touched())
                            + " " + ReportWords.comeOut(decision.touched()) + " otherwise.");
            table("Outcomes that differ", List.of("Before", "After", "How many"), ReportWords.outcomes(decision));
            table(
                    "Rules that come to something else",
                    List.of("Rule", "Before", "After", "How many"),
                    ReportWords.rules(decision));
            if (decision.touched() > 0) {
                List<String> columns = List.of("", "All", "Come out otherwise", "Share");
                table("Schools, most touched first", named(columns, "School"), ReportWords.schools(decision));
                decision.groups()
                        .forEach((column, groups) ->
                                table("People by " + column, named(columns, column), ReportWords.groups(groups)));
                List<String> examples = ReportWords.examples(decision);
                if (!examples.isEmpty()) {
                    page.element("p", "Examples:").list(examples);
                }
            }
        });
    }

    private static List<String> named(List<String> columns, String first) {
        List<String> named = new ArrayList<>(columns);
        named.set(0, first);
        return named;
    }

    private void table(String caption, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.table(caption, columns, rows);
        }
    }

    private void equity() {
        if (report.equity().isEmpty()) {
            return;
        }
        page.element("h2", "Equity tests");
        for (EquityResult result : report.equity()) {
            EquityTest test = result.test();
            boolean fails = result.verdict() == EquityResult.Verdict.FAIL;
            page.raw("<div class=\"box " + (fails ? "bad" : "good") + "\">\n");
            page.element("h3", test.name() + ": " + result.verdict().words());
            page.element(
                    "p",
                    test.about() + " No share may fall by more than "
                            + Shares.percent(test.mayFallBy().doubleValue()) + " of the group. Rests on "
                            + test.source() + ".");
            page.raw("</div>\n");
            table(
                    "Groups of " + test.groups(),
                    List.of(test.groups(), "Result", "What happened"),
                    result.groups().stream()
                            .map(g -> List.of(g.name(), g.verdict().words(), g.words() + waiver(g)))
                            .toList());
        }
    }

    static String waiver(EquityResult.Group group) {
        EquityTest.Waiver waiver = group.waiver();
        return waiver == null
                ? ""
                : ". Allowed by " + waiver.who() + " on " + waiver.date() + " until " + waiver.until() + ": "
                        + waiver.reason();
    }

    private void measures() {
        if (report.measures().isEmpty()) {
            return;
        }
        page.element("h2", "Measures over the cohort");
        page.element(
                "p",
                "They look at people and groups, whatever the rules say. A measure that speaks up is a reason to look, never"
                        + " by itself a reason to change anyone's chance.");
        for (Measure measure : report.measures()) {
            page.element("h3", measure.id() + " " + measure.name());
            page.element(
                    "p class=\"kind\"", "Threshold: " + measure.threshold() + ". Rests on " + measure.mark() + ".");
            table(
                    measure.id(),
                    List.of("Of what", "Found", "Look at it"),
                    measure.rows().stream()
                            .map(r -> List.of(r.what(), r.says(), r.raised() ? "yes" : "no"))
                            .toList());
        }
    }

    private void made() {
        page.element("h2", "How this was made");
        page.list(List.of(
                "Rules are compared by what they say, not by how they are laid out.",
                "Which way a rule moves was tried on combinations of the facts it reads; where not all could be tried, that is said.",
                "The cases were decided by the model's evaluator alone. The service checks each of its answers by a second one.",
                "Counts below " + Suppression.SMALLEST
                        + " of schools and groups are hidden, and those that would give one away.",
                "Intervals are Wilson's and Newcombe's, for 95 of 100."));
    }
}
