package org.hqccp.book;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Plural;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.ruleset.RuleReads;
import org.hqccp.ruleset.RuleSet;

/** The facts of one kind of thing. */
final class FactPage {
    private final Page page;
    private final Parts parts;

    FactPage(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html shelves() {
        return Html.element(
                "ul",
                page.ruleSet().dictionary().types().stream()
                        .map(type -> Html.element(
                                "li",
                                page.link(Address.facts(type.name()), type.name()),
                                ": " + Plural.of(type.facts().size(), "fact") + " about " + type.label()))
                        .toList());
    }

    Html of(EntityType type) {
        RuleSet ruleSet = page.ruleSet();
        Map<String, String> red = ruleSet.dictionary().red().getOrDefault(type.name(), Map.of());
        return Html.all(
                Parts.paragraph(
                        "In a case they stand under ",
                        Html.code(type.jsonKey()),
                        type.isList() ? ", which is a list." : "."),
                type.facts().stream().map(this::fact).toList(),
                red.isEmpty()
                        ? ""
                        : Parts.section(
                                "Facts that are refused",
                                Parts.paragraph(
                                        "They are RED: no rule reads them, and a case that carries one is refused."),
                                Parts.table(
                                        "Refused facts",
                                        List.of("fact", "in words"),
                                        red.entrySet().stream()
                                                .map(e -> List.<Object>of(Html.code(e.getKey()), e.getValue()))
                                                .toList())));
    }

    private Html fact(Fact fact) {
        String bounds = (fact.min() == null ? "" : ", at least " + fact.min().toPlainString())
                + (fact.max() == null ? "" : ", at most " + fact.max().toPlainString());
        return Html.element(
                "section",
                Html.style("fact"),
                Html.attribute("id", Address.part(fact.name())),
                Html.element("h2", Html.code(fact.path()), " ", fact.label()),
                Html.element(
                        "dl",
                        Html.style("standing"),
                        Parts.entry(
                                "Holds",
                                Parts.words(fact.type().word())
                                        + (fact.unit() == null ? "" : ", " + fact.unit())
                                        + bounds),
                        Parts.entry("Values", fact.values().isEmpty() ? null : values(fact)),
                        Parts.entry(
                                "Refused values",
                                fact.refuses().isEmpty() ? null : fact.refuses().toString()),
                        fact.derived() ? workedOut(fact) : given(fact),
                        Parts.entry("Read by", parts.ids(page.contents().readersOf(fact)))),
                "\n");
    }

    private static Html values(Fact fact) {
        return Html.all(
                fact.values().entrySet().stream()
                        .map(v -> Html.all(
                                Html.code(v.getKey()), v.getKey().equals(v.getValue()) ? "" : " " + v.getValue()))
                        .collect(Html.joining("; ")),
                fact.ordered() ? " (in this order)" : "");
    }

    private static Html given(Fact fact) {
        return Html.all(
                Parts.entry("Question", RuleArticle.question(fact.ask())),
                Parts.entry("Class", fact.factClass()),
                Parts.entry("Changed by", fact.changer().name().toLowerCase(Locale.ROOT)),
                Parts.entry("Stored", fact.neverStore() ? "never" : null),
                Parts.entry("Elsewhere", fact.elements().isEmpty() ? null : elements(fact)));
    }

    private static String elements(Fact fact) {
        return String.join(
                "; ",
                fact.elements().entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList());
    }

    private Html workedOut(Fact fact) {
        return Html.all(page.ruleSet().derived().stream()
                .filter(d -> d.fact().equals(fact))
                .map(this::from)
                .toList());
    }

    private Html from(DerivedFact derived) {
        RuleReads reads = RuleReads.of(derived, page.ruleSet());
        Html facts = reads.facts().isEmpty()
                ? Html.all("what the case lists")
                : reads.facts().stream().map(page::fact).collect(Html.joining(", "));
        Html numbers = reads.parameters().stream()
                .map(p -> Html.all(page.link(Address.parameter(p.name()), p.name())))
                .collect(Html.joining(", "));
        return Html.all(
                Parts.entry("Worked out from", facts),
                reads.parameters().isEmpty() ? "" : Parts.entry("With the numbers", numbers));
    }
}
