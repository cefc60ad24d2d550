package org.hqccp.book;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/** Everything that rests on a choice or on memory, for policy staff to confirm. */
final class ConfirmPage {
    private static final List<String> COLUMNS = List.of("name", "what it says", "rests on", "confirmed by, on");

    private final Page page;
    private final Parts parts;

    ConfirmPage(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html content() {
        RuleSet ruleSet = page.ruleSet();
        List<List<Object>> rules = new ArrayList<>();
        ruleSet.rules().values().forEach(r -> row(rules, page.rule(r.id()), r.statement(), r.sources()));
        List<List<Object>> parameters = new ArrayList<>();
        ruleSet.parameters()
                .values()
                .forEach(p -> p.periods()
                        .forEach(each -> row(
                                parameters,
                                page.link(Address.parameter(p.name()), p.name()),
                                p.meaning() + ": " + Parts.value(each.value(), p.unit()) + " from " + each.from()
                                        + (each.to() == null ? "" : " to " + each.to()),
                                each.sources())));
        List<List<Object>> supports = new ArrayList<>();
        ruleSet.supports()
                .values()
                .forEach(s ->
                        row(supports, page.link(Address.support(s.id()), s.id()), s.step(), Marks.tags(s.sources())));
        List<List<Object>> messages = new ArrayList<>();
        ruleSet.messages()
                .values()
                .forEach(m -> row(messages, page.link(Address.MESSAGES, m.code()), m.text(), Marks.tags(m.sources())));
        List<List<Object>> statements = new ArrayList<>();
        ruleSet.statements()
                .values()
                .forEach(s -> row(statements, page.rule(s.id()), s.statement(), Marks.tags(s.sources())));
        return Html.all(
                Parts.paragraph(
                        Html.style("english"),
                        "This page lists what no public page says for certain. Confirm each line, change it, or find its"
                                + " source."),
                Html.element(
                        "dl",
                        Html.style("standing"),
                        List.of("DESIGN", "BK", "CONFLICT").stream()
                                .map(mark -> Html.all(
                                        Html.element("dt", Marks.one(mark)), Html.element("dd", Marks.meaning(mark))))
                                .toList()),
                table("Rules that rest on a choice alone", alone(ruleSet)),
                table("Rules", rules),
                table("Parameters", parameters),
                table("Supports", supports),
                table("Messages", messages),
                table("Held without a rule", statements));
    }

    /** The ones to begin with: no source at all stands behind them. */
    private List<List<Object>> alone(RuleSet ruleSet) {
        List<List<Object>> rows = new ArrayList<>();
        for (Rule rule : ruleSet.rules().values()) {
            if (!ruleSet.marks(rule.sources()).contains(Marks.SOURCED)) {
                row(rows, page.rule(rule.id()), rule.statement(), rule.sources());
            }
        }
        return rows;
    }

    private void row(List<List<Object>> rows, Html what, String says, List<String> tags) {
        if (!Marks.open(tags, page.ruleSet()).isEmpty()) {
            rows.add(List.of(Html.element("b", what), says, parts.tags(tags), ""));
        }
    }

    private static Html table(String title, List<List<Object>> rows) {
        return Parts.section(
                title,
                rows.isEmpty()
                        ? Parts.paragraph("Nothing.")
                        : Parts.table(title + ": " + rows.size() + " to confirm", COLUMNS, rows));
    }

    /** How many rules there are to confirm. */
    static long openRules(RuleSet ruleSet) {
        return ruleSet.rules().values().stream()
                .filter(r -> !Marks.open(r.sources(), ruleSet).isEmpty())
                .count();
    }
}
