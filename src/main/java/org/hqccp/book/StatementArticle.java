package org.hqccp.book;

import org.hqccp.ruleset.Statement;

/** Something that holds without a rule of its own. */
final class StatementArticle {
    private StatementArticle() {}

    static Html of(Statement statement, Page page) {
        return Html.all(
                Parts.paragraph(Html.style("english"), statement.statement()),
                Html.element(
                        "dl",
                        Html.style("standing"),
                        Parts.entry("Kind", statement.kind() + ", no rule of its own"),
                        Parts.entry("Held by", statement.heldBy()),
                        Parts.entry("From", statement.from())),
                Parts.section("Where it comes from", new Parts(page).sources(Marks.tags(statement.sources()))));
    }
}
