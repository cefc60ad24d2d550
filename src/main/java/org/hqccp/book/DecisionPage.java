package org.hqccp.book;

import java.util.List;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;

/** One decision: its question, its rules by group, and how they roll up to an outcome. */
final class DecisionPage {
    private final Page page;
    private final Parts parts;

    DecisionPage(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html of(DecisionModel decision) {
        return Html.all(
                Parts.paragraph("The decision ", Html.code(decision.name()), "."),
                includes(decision),
                outcomes(decision),
                ranks(decision),
                decision.groups().stream().map(group -> group(decision, group)).toList());
    }

    private Html includes(DecisionModel decision) {
        return decision.includes().isEmpty()
                ? Html.all()
                : Parts.paragraph(
                        "It is made of ",
                        decision.includes().stream()
                                .map(name -> page.link(Address.decision(name), name))
                                .collect(Html.joining(" and ")),
                        ", and has no rules of its own.");
    }

    private Html outcomes(DecisionModel decision) {
        if (decision.outcomes().isEmpty()) {
            return Html.all();
        }
        return Parts.section(
                "Outcomes",
                Parts.paragraph(
                        "The first that applies is given. While a fact that is not known could still move the answer to "
                                + "another outcome, it is INDETERMINATE and names what is missing."),
                Parts.table(
                        "Outcomes, the one that goes first first",
                        List.of("outcome", "says", "concluded by", "when"),
                        decision.outcomes().entrySet().stream()
                                .map(outcome -> {
                                    List<Rule> rules = concluding(decision, Verb.OUTCOME, outcome.getKey());
                                    return List.<Object>of(
                                            Html.code(outcome.getKey()),
                                            outcome.getValue(),
                                            parts.ids(rules),
                                            english(rules));
                                })
                                .toList()));
    }

    private Html ranks(DecisionModel decision) {
        if (decision.ranks().isEmpty()) {
            return Html.all();
        }
        return Parts.section(
                "How options are ranked",
                Parts.table(
                        "Ranks, best first",
                        List.of("rank", "says", "concluded by", "when"),
                        decision.ranks().entrySet().stream()
                                .map(rank -> {
                                    List<Rule> rules = concluding(decision, Verb.RANK, rank.getKey());
                                    return List.<Object>of(
                                            Html.code(rank.getKey()),
                                            rank.getValue(),
                                            parts.ids(rules),
                                            english(rules));
                                })
                                .toList()));
    }

    private List<Rule> concluding(DecisionModel decision, Verb verb, String code) {
        return page.ruleSet().rulesOf(decision.name()).stream()
                .filter(r -> r.conclusion().verb() == verb
                        && code.equals(r.conclusion().code()))
                .toList();
    }

    private Html english(List<Rule> rules) {
        return rules.stream()
                .map(rule -> Html.all(RuleEnglish.of(rule, page.ruleSet())))
                .collect(Html.joining(" "));
    }

    private Html group(DecisionModel decision, DecisionModel.Group group) {
        List<Rule> rules = page.ruleSet().rulesOf(decision.name()).stream()
                .filter(r -> r.group().equals(group.id()))
                .toList();
        return Html.element(
                "section",
                Html.attribute("id", Address.part(group.id())),
                Html.element("h2", group.title()),
                group.principle() ? Parts.paragraph("A guiding principle, with a status of its own.") : "",
                rules.isEmpty() ? Parts.paragraph("No rules.") : parts.rules(rules));
    }
}
