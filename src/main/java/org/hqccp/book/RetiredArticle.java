package org.hqccp.book;

import org.hqccp.ruleset.RetiredRule;

/** What is left of a rule whose file is gone. */
final class RetiredArticle {
    private RetiredArticle() {}

    static Html of(RetiredRule retired, Page page) {
        return Html.all(
                Parts.paragraph(Html.style("english"), "This rule is retired. Its id is never used again."),
                Parts.paragraph(words(retired, page)));
    }

    static Html words(RetiredRule retired, Page page) {
        String by = retired.replacedBy();
        return Html.all(
                "Its last day was " + retired.lastDay() + ". ",
                retired.reason(),
                by == null ? "" : Html.all(" In its place stands ", page.rule(by), "."));
    }
}
