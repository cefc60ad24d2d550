package org.hqccp.book;

import java.util.List;
import org.hqccp.facts.Plural;
import org.hqccp.ruleset.RuleSet;

/** The first page: what the book is, and where to begin. */
final class StartPage {
    private final Page page;

    StartPage(Page page) {
        this.page = page;
    }

    Html content() {
        RuleSet ruleSet = page.ruleSet();
        return Html.all(
                Parts.paragraph(
                        Html.style("english"),
                        "These are all the rules that the service decides by: each in plain English, with its source, its"
                                + " dates, the facts it reads and its own words."),
                Parts.section(
                        "The decisions",
                        Parts.table(
                                "The decisions and their rules",
                                List.of("decision", "answers", "rules"),
                                ruleSet.decisions().values().stream()
                                        .map(d -> List.<Object>of(
                                                page.link(Address.decision(d.name()), d.name()),
                                                d.title(),
                                                ruleSet.rulesOf(d.name()).size()))
                                        .toList())),
                Parts.section(
                        "How to read a rule",
                        Parts.paragraph(
                                "A rule asks one thing of one case. Where a fact is missing the rule is unknown, never"
                                        + " “not met”: the answer names the fact, and the right adult asks."),
                        Parts.paragraph("A mark says how sure we are of it:"),
                        Html.element(
                                "dl",
                                Html.style("standing"),
                                List.of(Marks.SOURCED, "DESIGN", "BK", "CONFLICT").stream()
                                        .map(mark -> Html.all(
                                                Html.element("dt", Marks.one(mark)),
                                                Html.element("dd", Marks.meaning(mark))))
                                        .toList()),
                        Parts.paragraph(
                                "Of " + Plural.of(ruleSet.rules().size(), "rule") + ", "
                                        + ConfirmPage.openRules(ruleSet)
                                        + (ConfirmPage.openRules(ruleSet) == 1 ? " rests" : " rest")
                                        + " at least in part on a choice or on memory: see what is ",
                                page.link(Address.CONFIRM, "to confirm"),
                                ".")),
                Parts.section(
                        "To print",
                        Parts.paragraph(
                                "Every page prints. ",
                                page.link(Address.WHOLE, "The whole book on one page"),
                                " holds all rules, one after the other.")),
                page.contents().withCases()
                        ? ""
                        : Parts.paragraph(
                                "This copy leaves out the test cases: they stand beside the rules and are no part of them."));
    }
}
