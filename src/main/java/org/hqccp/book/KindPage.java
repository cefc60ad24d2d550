package org.hqccp.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;

/** The rules by the kind of thing they concern. */
final class KindPage {
    private final Page page;
    private final Parts parts;

    KindPage(Page page) {
        this.page = page;
        this.parts = new Parts(page);
    }

    Html content() {
        List<Object> content = new ArrayList<>();
        content.add(Parts.paragraph(
                "A rule stands under each kind that it can concern. A rule that does not ask for the kind concerns all of"
                        + " them, and is not listed here: see ",
                page.link(Address.RULES, "all rules"),
                "."));
        for (Fact kind : Kinds.of(page.ruleSet().rules().values())) {
            for (Map.Entry<String, String> code : kind.values().entrySet()) {
                content.add(Html.element("h2", code.getValue()));
                content.add(Parts.paragraph("Where ", page.fact(kind), " is ", Html.code(code.getKey()), "."));
                int before = content.size();
                for (DecisionModel decision : page.ruleSet().decisions().values()) {
                    List<Rule> rules = page.ruleSet().rulesOf(decision.name()).stream()
                            .filter(r -> Kinds.asks(r, kind) && Kinds.canConcern(r, kind, code.getKey()))
                            .toList();
                    if (!rules.isEmpty()) {
                        content.add(Html.element("h3", decision.title()));
                        content.add(parts.rules(rules));
                    }
                }
                if (content.size() == before) {
                    content.add(Parts.paragraph("No rule asks for it."));
                }
            }
        }
        return Html.all(content);
    }
}
