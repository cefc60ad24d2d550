package org.hqccp.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Message;
import org.hqccp.decision.Option;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** A decision as a page that people read. */
final class DecisionReport {
    private static final Map<String, String> CERTAINTY = Map.of(
            "DESIGN", "our own modelling choice",
            "BK", "background that nobody has verified",
            "CONFLICT", "sources that disagree");

    private final Screen screen;
    private final RuleSet ruleSet;
    private final Page page;

    DecisionReport(Screen screen, RuleSet ruleSet) {
        this.screen = screen;
        this.page = new Page(screen.width());
        this.ruleSet = ruleSet;
    }

    String text(Decision decision) {
        DecisionModel model = ruleSet.decisions().get(decision.name());
        page.line(screen.bold(model == null ? decision.name() : model.title()));
        page.line(screen.faint("Case " + decision.caseId() + ", as of " + decision.asOf() + ", rules "
                + shortened(decision.ruleSetVersion())));
        if (!decision.parts().isEmpty()) {
            decision.parts()
                    .forEach(part -> new PlanSection(
                                    screen, page, part, ruleSet.decisions().get(part.name()))
                            .write());
            new QuestionSection(screen, page).write(decision);
            page.blank();
            page.say(
                    0,
                    "Each part in full: hqccp decide " + decision.parts().get(0).name()
                            + " CASE, and so on. --json gives all of it.");
        } else {
            body(decision, model);
        }
        confirm(decision);
        return page.toString();
    }

    private static String shortened(String version) {
        return version.length() > 12 ? version.substring(0, 12) : version;
    }

    private void body(Decision decision, @Nullable DecisionModel model) {
        if (decision.results().size() > 1) {
            page.say(0, "Together: " + decision.outcome() + ".");
        }
        ResultSection section = new ResultSection(screen, page, decision, model);
        decision.results().forEach(section::write);
        strengths(decision);
        new SupportSection(screen, page).write(decision.supports());
        next(decision.next());
        new QuestionSection(screen, page).write(decision);
        new ChangeSection(screen, page).write(decision.changes());
    }

    /** The strengths that open no support below. */
    private void strengths(Decision decision) {
        List<String> opening =
                decision.supports().stream().map(RaisedSupport::frame).toList();
        List<Message> others = decision.strengths().stream()
                .filter(s -> !opening.contains(s.text()))
                .toList();
        if (!others.isEmpty()) {
            heading("Strengths");
            others.forEach(s -> page.hang(2, 2, "• ", s.text()));
        }
    }

    private void next(List<Option> options) {
        if (!options.isEmpty()) {
            heading("Options, best first");
            for (Option option : options) {
                boolean always = option.rank().equals("ALWAYS");
                String place = option.place() + ". ";
                page.hang(
                        2,
                        place.length(),
                        place,
                        always
                                ? option.words()
                                : screen.bold(option.subject()) + ": " + option.words() + " (" + option.outcome()
                                        + ")");
            }
        }
    }

    /** What the marks mean, where any stands above. */
    private void confirm(Decision decision) {
        List<Decision> all =
                Stream.concat(Stream.of(decision), decision.parts().stream()).toList();
        List<String> marks = all.stream()
                .flatMap(d -> Stream.concat(
                        d.findings().stream().map(f -> f.rule().marks()),
                        d.supports().stream().map(s -> s.marks())))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .filter(CERTAINTY::containsKey)
                .toList();
        if (!marks.isEmpty()) {
            page.blank();
            marks.forEach(m ->
                    page.say(0, "[" + m + "] rests on " + CERTAINTY.get(m) + ": to be confirmed by policy staff."));
        }
        List<String> only = all.stream()
                .flatMap(d -> d.results().stream())
                .map(Result::restsOnlyOn)
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!only.isEmpty()) {
            page.say(0, "Not met on such grounds alone: " + String.join(", ", only) + ".");
        }
    }

    private void heading(String words) {
        page.blank();
        page.line(screen.bold(words));
    }
}
