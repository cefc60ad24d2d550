package org.hqccp.book;

import java.util.List;
import org.hqccp.ruleset.RuleSet;

/** How sure we are of what stands in the book. */
final class Marks {
    static final String SOURCED = "SOURCED";

    private Marks() {}

    /** The marks that ask to be confirmed; nothing where everything is sourced. */
    static Html of(List<String> tags, RuleSet ruleSet) {
        return Html.all(open(tags, ruleSet).stream()
                .map(mark -> Html.all(" ", one(mark)))
                .toList());
    }

    static Html one(String mark) {
        return mark.equals(SOURCED)
                ? Html.element("span", Html.style("mark sourced"), "sourced")
                : Html.element("span", Html.style("mark open"), "[" + mark + "]");
    }

    static List<String> open(List<String> tags, RuleSet ruleSet) {
        return ruleSet.marks(tags).stream().filter(m -> !m.equals(SOURCED)).toList();
    }

    /** The tags of one cell of a table. */
    static List<String> tags(String cell) {
        return List.of(cell.strip().split("\\s*,\\s*"));
    }

    /** What a mark asks of policy staff. */
    static String meaning(String mark) {
        return switch (mark) {
            case SOURCED -> "A public page says so.";
            case "DESIGN" -> "Our own choice, and nobody’s policy yet: confirm it or change it.";
            case "BK" -> "Background knowledge; no page was found: find the page.";
            case "CONFLICT" -> "Sources disagree, and one was followed: decide which.";
            default -> "";
        };
    }
}
