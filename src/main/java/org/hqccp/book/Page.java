package org.hqccp.book;

import java.util.List;
import java.util.Map;
import org.hqccp.facts.Fact;
import org.hqccp.ruleset.RuleSet;

/**
 * One page while it is made: what is put on it, and how its links lead from where it stands.
 *
 * @param contents what the book knows
 * @param toTop the way from this page to the top of the book: nothing, {@code ../}, or another prefix
 */
record Page(Contents contents, String toTop) {
    private static final Map<String, String> SHELVES = Map.of(
            Address.RULES, "All rules",
            Address.PRINCIPLES, "By principle",
            Address.PATHWAYS, "By pathway",
            Address.FACTS, "Facts",
            Address.PARAMETERS, "Parameters",
            Address.SOURCES, "Sources",
            Address.SUPPORTS, "Supports",
            Address.MESSAGES, "Messages",
            Address.CONFIRM, "To confirm");
    private static final List<String> ORDER = List.of(
            Address.RULES,
            Address.PRINCIPLES,
            Address.PATHWAYS,
            Address.FACTS,
            Address.PARAMETERS,
            Address.SOURCES,
            Address.SUPPORTS,
            Address.MESSAGES,
            Address.CONFIRM);

    RuleSet ruleSet() {
        return contents.ruleSet();
    }

    Html link(String address, Object words) {
        return Html.element("a", Html.attribute("href", toTop + address), words);
    }

    /** A link to a rule by its id, which names it for somebody who sees the id for the first time. */
    Html rule(String id) {
        return contents.isOnAPage(id) ? link(Address.rule(id), id) : Html.all(id);
    }

    Html fact(Fact fact) {
        Html name = Html.code(fact.path());
        return contents.isOfTheDictionary(fact) ? link(Address.fact(fact), name) : name;
    }

    /** The whole page around its content. */
    Html frame(String own, String title, Html content) {
        String book = "The policy book";
        Html head = Html.element(
                "head",
                Html.element("meta", Html.attribute("charset", "utf-8")),
                Html.element(
                        "meta",
                        Html.attribute("name", "viewport"),
                        Html.attribute("content", "width=device-width, initial-scale=1")),
                Html.element("title", title.equals(book) ? book : title + " – " + book),
                Html.element("link", Html.attribute("rel", "icon"), Html.attribute("href", "data:,")),
                Html.element(
                        "link", Html.attribute("rel", "stylesheet"), Html.attribute("href", toTop + Address.STYLE)));
        Html body = Html.element(
                "body",
                Html.element("a", Html.style("skip"), Html.attribute("href", "#content"), "Skip to the content"),
                Html.element(
                        "header",
                        Html.element("p", Html.style("book"), link(Address.START, book)),
                        Html.element("nav", Html.attribute("aria-label", "The book"), shelves(own))),
                Html.element("main", Html.attribute("id", "content"), content),
                Html.element(
                        "footer",
                        Html.element(
                                "p",
                                "Made from the rule files, version ",
                                Html.code(contents.ruleSet().version().substring(0, 12)),
                                ". What is not known is never a “no”.")));
        return new Html("<!doctype html>\n"
                + Html.element("html", Html.attribute("lang", "en"), head, "\n", body)
                        .text()
                + "\n");
    }

    private Html shelves(String own) {
        return Html.element(
                "ul",
                ORDER.stream()
                        .map(address -> Html.element(
                                "li",
                                Html.element(
                                        "a",
                                        Html.attribute("href", toTop + address),
                                        Html.attribute("aria-current", address.equals(own) ? "page" : null),
                                        SHELVES.getOrDefault(address, address))))
                        .toList());
    }
}
