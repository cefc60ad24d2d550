package org.hqccp.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The pages that list: rules, parameters, sources, supports, messages. */
final class Shelves {
    private final Page page;
    private final Parts parts;

    Shelves(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html rules() {
        RuleSet ruleSet = page.ruleSet();
        List<Object> content = new ArrayList<>();
        for (DecisionModel decision : ruleSet.decisions().values()) {
            List<Rule> rules = ruleSet.rulesOf(decision.name());
            if (!rules.isEmpty()) {
                content.add(Parts.section(decision.title(), parts.rules(rules)));
            }
        }
        content.add(Parts.section(
                "Held without a rule",
                Html.element(
                        "ul",
                        Html.style("rules"),
                        ruleSet.statements().values().stream()
                                .map(s -> Html.element(
                                        "li",
                                        Html.element("b", page.rule(s.id())),
                                        " ",
                                        s.statement(),
                                        Marks.of(Marks.tags(s.sources()), ruleSet)))
                                .toList())));
        content.add(Parts.section(
                "Retired",
                ruleSet.retired().isEmpty()
                        ? Parts.paragraph("None.")
                        : Html.element(
                                "ul",
                                Html.style("rules"),
                                ruleSet.retired().values().stream()
                                        .map(r -> Html.element(
                                                "li",
                                                Html.element("b", page.rule(r.id())),
                                                " ",
                                                RetiredArticle.words(r, page)))
                                        .toList())));
        return Html.all(content);
    }

    /** Principles first, then the other groups, decision by decision. */
    Html principles() {
        List<Object> content = new ArrayList<>();
        for (boolean principle : List.of(true, false)) {
            for (DecisionModel decision : page.ruleSet().decisions().values()) {
                for (DecisionModel.Group group : decision.groups()) {
                    List<Rule> rules = page.ruleSet().rulesOf(decision.name()).stream()
                            .filter(r -> r.group().equals(group.id()))
                            .toList();
                    if (group.principle() == principle && !rules.isEmpty()) {
                        content.add(Parts.section(
                                group.title(),
                                Parts.paragraph(
                                        principle ? "A guiding principle of " : "A group of ",
                                        page.link(Address.decision(decision.name()), decision.name())),
                                parts.rules(rules)));
                    }
                }
            }
        }
        return Html.all(content);
    }

    Html parameters() {
        return Html.all(page.ruleSet().parameters().values().stream()
                .map(parameter -> Html.element(
                        "section",
                        Html.attribute("id", Address.part(parameter.name())),
                        Html.element("h2", Html.code(parameter.name())),
                        parts.history(parameter),
                        Parts.paragraph("Read by: ", parts.ids(page.contents().readersOf(parameter)))))
                .toList());
    }

    Html sources() {
        return Html.all(page.ruleSet().sources().values().stream()
                .map(source -> Html.element(
                        "section",
                        Html.attribute("id", Address.part(source.tag())),
                        Html.element("h2", source.tag(), " ", Marks.one(source.mark())),
                        Parts.paragraph(Parts.web(source.where())),
                        Parts.paragraph("Read: ", source.read()),
                        Parts.paragraph("Cited by: ", parts.ids(page.contents().citing(source.tag())))))
                .toList());
    }

    Html supports() {
        return Html.all(page.ruleSet().supports().values().stream()
                .map(support -> Html.element(
                        "section",
                        Html.attribute("id", Address.part(support.id())),
                        Html.element(
                                "h2",
                                page.rule(support.id()),
                                " ",
                                support.frame().isEmpty() ? support.step() : support.frame(),
                                Marks.of(Marks.tags(support.sources()), page.ruleSet())),
                        support.frame().isEmpty() ? "" : Parts.paragraph(support.step()),
                        Html.element(
                                "dl",
                                Html.style("standing"),
                                Parts.entry("Answered by", support.role()),
                                Parts.entry("How soon", urgency(support.urgency())),
                                Parts.entry("Offers", String.join("; ", support.codes())),
                                Parts.entry("Basis", filled(support.legalBasis())),
                                Parts.entry("Shown by", filled(support.evidence())),
                                Parts.entry(
                                        "Seen by", support.sensitive() ? "the student and the named role only" : null),
                                Parts.entry("Taken in by", support.mergesInto()),
                                Parts.entry("Rests on", parts.tags(Marks.tags(support.sources()))))))
                .toList());
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String urgency(String code) {
        return switch (code) {
            case "U0" -> "the same day";
            case "U1" -> "within 5 school days";
            case "U2" -> "within 20 school days";
            default -> "at the next MyCAP meeting";
        };
    }

    Html messages() {
        return Html.all(List.of("action", "alert", "note", "strength").stream()
                .map(verb -> Parts.section(
                        verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1) + "s",
                        Parts.table(
                                "The words of each " + verb,
                                List.of("code", "words", "who helps", "rests on"),
                                page.ruleSet().messages().values().stream()
                                        .filter(m -> m.verb().equals(verb))
                                        .map(m -> List.<Object>of(
                                                Html.code(m.code()),
                                                m.text(),
                                                m.who(),
                                                Html.all(
                                                        parts.tags(Marks.tags(m.sources())),
                                                        Marks.of(Marks.tags(m.sources()), page.ruleSet()))))
                                        .toList())))
                .toList());
    }
}
