package org.hqccp.cli;

import java.util.List;
import org.hqccp.facts.Plural;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.testcase.CaseSuggestions;
import org.hqccp.testcase.SuggestedCase;

/** The cases suggested for a rule, with today's answers. */
final class SuggestReport {
    private static final int INDENT = 6;
    private final Screen screen;
    private final Rule rule;
    private final String file;
    private final CaseSuggestions.Suggested suggested;

    SuggestReport(Screen screen, Rule rule, String file, CaseSuggestions.Suggested suggested) {
        this.screen = screen;
        this.rule = rule;
        this.file = file;
        this.suggested = suggested;
    }

    /** Everything, where nobody is asked. */
    String text(boolean added) {
        StringBuilder text = new StringBuilder(head());
        List<SuggestedCase> cases = suggested.cases();
        for (int i = 0; i < cases.size(); i++) {
            text.append(one(i)).append('\n');
        }
        if (!cases.isEmpty()) {
            text.append(
                    added
                            ? screen.green(Plural.of(cases.size(), "case") + " added to " + file) + "\n"
                            : "Nothing was written. On a terminal you are asked about each; --all adds them all.\n");
        }
        return text.toString();
    }

    /** What the rule is, and how many cases there are. */
    String head() {
        Page page = new Page(screen.width());
        int number = suggested.cases().size();
        page.hang(0, rule.id().length() + 2, screen.bold(rule.id()) + "  ", rule.statement());
        page.say(
                2,
                number == 0
                        ? "Its test cases show all its borders: there is nothing to suggest."
                        : Plural.of(number, "case") + " that " + file + " does not hold yet, with today's "
                                + Plural.word(number, "answer") + ".");
        page.blank();
        return new ProblemReport(screen).text(suggested.problems()) + page;
    }

    /** One case, its answer in plain words, and how its file would say so. */
    String one(int place) {
        SuggestedCase each = suggested.cases().get(place);
        Page page = new Page(screen.width());
        String mark = String.format("%3d   ", place + 1);
        page.hang(
                0,
                INDENT,
                mark,
                screen.bold(each.name()) + (each.of() == null ? "" : screen.faint(" (" + each.of() + ")")));
        page.say(INDENT, each.answer());
        return page + screen.faint(each.confirmed().indent(INDENT - 2).stripTrailing()) + "\n";
    }

    String json(boolean added) {
        return Json.text(Json.object(
                "rule",
                rule.id(),
                "statement",
                rule.statement(),
                "file",
                file,
                "added",
                added,
                "cases",
                Json.list(suggested.cases(), SuggestReport::json)));
    }

    private static Node json(SuggestedCase each) {
        return Json.object(
                "name",
                each.name(),
                "of",
                each.of(),
                "status",
                each.status(),
                "missing",
                each.missing(),
                "answer",
                each.answer(),
                "case",
                each.confirmed());
    }
}
