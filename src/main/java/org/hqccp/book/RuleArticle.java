package org.hqccp.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RetiredRule;
import org.hqccp.testcase.CaseFile;

/** Everything about one rule. */
final class RuleArticle {
    private final Page page;
    private final Parts parts;

    RuleArticle(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html title(Rule rule) {
        return Html.all(Html.element("span", Html.style("id"), rule.id()), " ", rule.statement());
    }

    Html of(Rule rule) {
        String advice = rule.advice();
        return Html.all(
                Parts.paragraph(Html.style("english"), RuleEnglish.of(rule, page.ruleSet())),
                advice == null ? "" : Parts.paragraph(Html.element("b", "What to do: "), advice),
                standing(rule),
                Parts.section("Where it comes from", parts.sources(rule.sources()), marks(rule)),
                numbers(rule),
                facts(rule),
                cases(rule),
                Parts.section(
                        "The rule as it is written",
                        Html.element(
                                "pre",
                                Html.attribute("role", "region"),
                                Html.attribute("tabindex", "0"),
                                Html.attribute("aria-label", "The text of " + rule.id()),
                                Html.element("code", rule.text().strip())),
                        Parts.paragraph(
                                Html.style("file"),
                                "File ",
                                Html.code(rule.file()),
                                ", hash ",
                                Html.code(rule.hash().substring(0, 12)))));
    }

    private Html standing(Rule rule) {
        RetiredRule retired = page.ruleSet().retired().get(rule.id());
        return Html.all(
                Html.element(
                        "dl",
                        Html.style("standing"),
                        Parts.entry("Decision", page.link(Address.decision(rule.decision()), rule.decision())),
                        Parts.entry(
                                "Group", page.link(Address.group(rule.decision(), rule.group()), parts.group(rule))),
                        Parts.entry(
                                "Kind",
                                Parts.words(rule.findingKind()) + " about one "
                                        + rule.subject().label() + (rule.isMandatory() ? ", mandatory" : "")),
                        Parts.entry(
                                "In force",
                                (rule.to() == null ? "from " + rule.from() : rule.from() + " to " + rule.to())
                                        + ", by the " + Parts.words(rule.clock().word())),
                        Parts.entry("Retired", retired == null ? null : RetiredArticle.words(retired, page))),
                "\n");
    }

    private Html marks(Rule rule) {
        return Html.all(Marks.open(rule.sources(), page.ruleSet()).stream()
                .map(mark -> Parts.paragraph(Marks.one(mark), " ", Marks.meaning(mark)))
                .toList());
    }

    private Html numbers(Rule rule) {
        Set<Parameter> parameters = page.contents().reads(rule).parameters();
        if (parameters.isEmpty()) {
            return Html.all();
        }
        return Parts.section(
                "The numbers it uses",
                parameters.stream()
                        .map(parameter -> Html.all(
                                Parts.paragraph(
                                        page.link(Address.parameter(parameter.name()), Html.code(parameter.name()))),
                                parts.history(parameter)))
                        .toList());
    }

    private Html facts(Rule rule) {
        Set<Fact> facts = page.contents().reads(rule).facts();
        List<Fact> given = facts.stream().filter(f -> !f.derived()).toList();
        List<Fact> derived = facts.stream().filter(Fact::derived).toList();
        List<Object> content = new ArrayList<>();
        if (!given.isEmpty()) {
            content.add(Parts.table(
                    "Facts that a case gives",
                    List.of("fact", "in words", "question", "class"),
                    given.stream()
                            .map(fact -> List.<Object>of(
                                    page.fact(fact), fact.label(), question(fact.ask()), fact.factClass()))
                            .toList()));
        }
        if (!derived.isEmpty()) {
            content.add(Parts.table(
                    "Facts that are worked out",
                    List.of("fact", "in words"),
                    derived.stream()
                            .map(fact -> List.<Object>of(page.fact(fact), fact.label()))
                            .toList()));
        }
        if (content.isEmpty()) {
            content.add(Parts.paragraph(
                    "It reads no fact: it holds for each " + rule.subject().label() + "."));
        }
        return Parts.section("The facts it reads", content);
    }

    static String question(Ask ask) {
        String question = ask.question();
        return switch (ask.mode()) {
            case ROLE -> question + " Asked by: " + ask.role() + ".";
            case OPEN_OFFER -> "Never asked; what it opens is offered to everyone.";
            case NEVER -> "Never asked.";
        };
    }

    private Html cases(Rule rule) {
        if (!page.contents().withCases()) {
            return Parts.section(
                    "The test cases that pin it",
                    Parts.paragraph("This copy leaves them out: they stand beside the rules, in test-cases/"
                            + rule.file().replace(".drl", ".yaml") + "."));
        }
        CaseFile file = page.contents().casesOf(rule);
        if (file == null || file.cases().isEmpty()) {
            return Parts.section("The test cases that pin it", Parts.paragraph("None."));
        }
        return Parts.section(
                "The test cases that pin it",
                Parts.table(
                        file.file(),
                        List.of("case", "expected"),
                        file.cases().stream()
                                .map(each -> List.<Object>of(each.name(), each.expected()))
                                .toList()));
    }
}
