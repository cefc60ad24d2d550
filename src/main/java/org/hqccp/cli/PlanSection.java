package org.hqccp.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.Option;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.facts.Plural;
import org.hqccp.page.Marks;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.DecisionModel;
import org.jspecify.annotations.Nullable;

/** One part of a plan, in short: what came out, why it is not better, and what comes next. The part alone tells all of it. */
final class PlanSection {
    private static final int MOST_REASONS = 3;

    private final Screen screen;
    private final Page page;
    private final Decision part;
    private final @Nullable DecisionModel model;

    PlanSection(Screen screen, Page page, Decision part, @Nullable DecisionModel model) {
        this.screen = screen;
        this.page = page;
        this.part = part;
        this.model = model;
    }

    void write() {
        page.blank();
        page.line(screen.bold(model == null ? part.name() : model.title()));
        if (part.results().isEmpty()) {
            page.say(
                    2,
                    part.questions().isEmpty()
                            ? "Nothing was asked about."
                            : "Not looked at: the case does not tell it yet.");
        }
        part.results().forEach(this::result);
        next();
        strengths();
        part.supports().stream().filter(s -> s.mode().equals("FLAG")).forEach(this::support);
        List<String> offered = part.supports().stream()
                .filter(s -> !s.mode().equals("FLAG"))
                .map(RaisedSupport::id)
                .toList();
        if (!offered.isEmpty()) {
            page.hang(2, 2, "• ", "Offered to every student: " + String.join(", ", offered) + ".");
        }
    }

    private void result(Result result) {
        String subject =
                model != null && model.types() != null && model.subject().isList() ? result.subject() + ": " : "";
        page.hang(2, 2, "", screen.bold(subject + result.outcome()) + ", " + ResultSection.lower(result.words()) + ".");
        if (result.fixes().isEmpty()) {
            reasons(result);
        } else {
            fixes(result);
        }
        messages("To do: ", result.actions());
        messages("To be mended by adults: ", result.alerts());
        // Where many subjects are compared, the outcomes tell enough.
        ResultSection all = new ResultSection(screen, page, part, model);
        if (part.results().size() == 1) {
            all.values(result);
        } else {
            all.items(result);
        }
    }

    /** Why it came out so, where something stands in the way or is still open. */
    private void reasons(Result result) {
        List<String> reasons = new ArrayList<>();
        for (Finding finding : findings(result)) {
            boolean stands = finding.status() == Status.NOT_MET || finding.status() == Status.DEVELOPING;
            if (stands && result.because().contains(finding.ruleId())) {
                String advice = finding.rule().advice();
                reasons.add(finding.sentence()
                        + (advice == null ? "" : " " + advice)
                        + Marks.certainty(finding.rule().marks()));
            }
        }
        reasons.stream().limit(MOST_REASONS).forEach(reason -> page.hang(4, 2, "- ", reason));
        if (reasons.size() > MOST_REASONS) {
            page.say(4, "and " + Plural.of(reasons.size() - MOST_REASONS, "more reason") + ".");
        }
    }

    /** The shortest list of what to meet, in order. */
    private void fixes(Result result) {
        Map<String, Finding> byRule = new LinkedHashMap<>();
        findings(result).forEach(finding -> byRule.put(finding.ruleId(), finding));
        int place = 1;
        for (String id : result.fixes()) {
            Finding finding = byRule.get(id);
            String advice = finding == null ? null : finding.rule().advice();
            String words =
                    finding == null ? id : finding.rule().statement() + "." + (advice == null ? "" : " " + advice);
            String mark = place++ + ". ";
            page.hang(4, mark.length(), mark, "To meet: " + words + " (" + id + ")");
        }
    }

    private List<Finding> findings(Result result) {
        return part.findings().stream()
                .filter(finding -> finding.subject().equals(result.subject()))
                .toList();
    }

    private void messages(String opening, List<Message> messages) {
        Set<String> said = new LinkedHashSet<>();
        for (Message message : messages) {
            if (said.add(message.text())) {
                page.hang(4, 2, "> ", opening + message.text() + " Help: " + message.who() + ".");
            }
        }
    }

    private void next() {
        if (!part.next().isEmpty()) {
            page.say(
                    2,
                    "Best first: "
                            + String.join(
                                    "; ",
                                    part.next().stream()
                                            .map(PlanSection::option)
                                            .toList()));
        }
    }

    private static String option(Option option) {
        return option.rank().equals("ALWAYS") ? option.words() : option.subject() + " (" + option.words() + ")";
    }

    private void support(RaisedSupport support) {
        page.hang(
                2,
                2,
                "• ",
                screen.bold(support.id()) + " " + support.step() + " Who: "
                        + support.role().replaceAll("\\s*;\\s*", " and ") + ", " + Marks.urgency(support.urgency())
                        + "."
                        + Marks.certainty(support.marks()));
    }

    /** Each strength once: those that open a support stand with it. */
    private void strengths() {
        Stream<String> opening = part.supports().stream().map(RaisedSupport::frame);
        Stream.concat(part.strengths().stream().map(Message::text), opening)
                .filter(words ->
                        part.supports().stream().noneMatch(s -> s.step().equals(words)))
                .distinct()
                .forEach(words -> page.hang(2, 2, "+ ", words));
    }
}
