package org.hqccp.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.explanation.Words;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Plural;
import org.hqccp.page.Marks;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.DecisionModel;
import org.jspecify.annotations.Nullable;

/** What was decided about one subject: the outcome, the groups with their findings or the reasons, what to do, what to mend. */
final class ResultSection {
    /** How many rules that wait for answers are shown with their sentences. */
    private static final int MOST_WAITING = 3;

    private static final int MOST_LABELS = 5;

    private final Screen screen;
    private final Page page;
    private final Decision decision;
    private final @Nullable DecisionModel model;

    ResultSection(Screen screen, Page page, Decision decision, @Nullable DecisionModel model) {
        this.screen = screen;
        this.page = page;
        this.decision = decision;
        this.model = model;
    }

    void write(Result result) {
        page.blank();
        page.line(screen.bold(subject(result) + ": " + result.outcome())
                + (result.words().equals(result.outcome()) ? "" : ", " + lower(result.words())));
        if (result.groups().isEmpty()) {
            reasons(result);
        } else {
            result.groups().forEach(group -> group(result, group.id(), group.title(), group.status()));
            others(result);
        }
        messages("To do", result.actions());
        messages("To be mended by adults", result.alerts());
        messages("Good to know", result.notes());
        values(result);
        fixes(result);
        missing(result);
    }

    private void group(Result result, String id, String title, String status) {
        page.blank();
        page.line("  " + Marks.sign(status, screen) + " " + screen.bold(title) + ": " + Marks.words(status));
        List<Finding> own = findings(result).stream()
                .filter(f -> f.rule().group().equals(id))
                .toList();
        all(own.stream()
                .filter(f -> f.status() != Status.NOT_APPLICABLE && !isConclusion(f))
                .toList());
        long elsewhere =
                own.stream().filter(f -> f.status() == Status.NOT_APPLICABLE).count();
        if (elsewhere > 0) {
            page.line(screen.faint("      (" + Plural.of(elsewhere, "rule") + " for other programs or stages)"));
        }
    }

    /** Groups that are no principle: only what is worth a look. */
    private void others(Result result) {
        List<String> shown =
                result.groups().stream().map(Result.GroupStatus::id).toList();
        List<Finding> open = findings(result).stream()
                .filter(f ->
                        !shown.contains(f.rule().group()) && !isConclusion(f) && f.status() != Status.NOT_APPLICABLE)
                .toList();
        if (!open.isEmpty()) {
            page.blank();
            page.line("  " + screen.bold("Beside the principles"));
            all(open);
        }
    }

    /** Each with its sentence; many that wait for answers together, because the questions say what for. */
    private void all(List<Finding> findings) {
        List<String> waiting = findings.stream()
                .filter(f -> f.status() == Status.UNKNOWN)
                .map(Finding::ruleId)
                .toList();
        boolean together = waiting.size() > MOST_WAITING;
        findings.stream().filter(f -> !together || f.status() != Status.UNKNOWN).forEach(this::finding);
        if (together) {
            page.hang(
                    4,
                    2,
                    Marks.sign(Status.UNKNOWN, screen) + " ",
                    Plural.of(waiting.size(), "rule") + " wait for answers: " + String.join(", ", waiting) + ".");
        }
    }

    private void finding(Finding finding) {
        boolean fine = finding.status() == Status.MET || finding.status() == Status.REPORTED;
        String text = fine ? finding.rule().statement() : finding.sentence();
        String id =
                finding.ruleId() + " ".repeat(Math.max(1, 14 - finding.ruleId().length()));
        page.hang(
                4,
                id.length() + 2,
                Marks.sign(finding.status(), screen) + " " + id,
                text + Marks.certainty(finding.rule().marks()));
        if (!fine && finding.status() != Status.UNKNOWN && finding.rule().advice() != null) {
            page.hang(6 + id.length(), 2, "> ", finding.rule().advice());
        }
    }

    /** For a decision without principles: what the outcome rests on, and what stands in the way. */
    private void reasons(Result result) {
        List<Finding> shown = new ArrayList<>();
        for (Finding finding : findings(result)) {
            boolean decisive = result.because().contains(finding.ruleId());
            boolean judged = !isConclusion(finding)
                    && (finding.status() == Status.NOT_MET
                            || finding.status() == Status.UNKNOWN
                            || finding.status() == Status.DEVELOPING);
            if (decisive || judged && !finding.rule().kind().equals("report")) {
                shown.add(finding);
            }
        }
        all(shown);
        long met = findings(result).stream()
                .filter(f -> f.status() == Status.MET && !isConclusion(f) && !shown.contains(f))
                .count();
        if (met > 0) {
            page.line("    " + Marks.sign(Status.MET, screen) + " "
                    + screen.faint(Plural.of(met, shown.isEmpty() ? "rule" : "other rule")
                            + (met == 1 ? " is met" : " are met")));
        }
    }

    private void messages(String heading, List<Message> messages) {
        if (!messages.isEmpty()) {
            page.line("  " + screen.bold(heading));
            for (Message message : messages) {
                String by = message.by() == null ? "" : " By " + message.by() + ".";
                page.hang(4, 2, "• ", message.text() + by + " Help: " + message.who() + ". (" + message.ruleId() + ")");
            }
        }
    }

    /** What the answer shows of the subject, and of the items of its lists. */
    void values(Result result) {
        List<String> parts = result.values().entrySet().stream()
                .filter(value -> !value.getKey().contains("["))
                .map(this::shown)
                .toList();
        if (!parts.isEmpty()) {
            page.say(2, sentence(String.join("; ", parts)));
        }
        items(result);
    }

    /** What the answer shows of the items of lists: a line for each item. */
    void items(Result result) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : result.values().entrySet()) {
            int from = value.getKey().indexOf('[') + 1;
            if (from > 0) {
                String item = value.getKey().substring(from, value.getKey().indexOf(']'));
                lines.computeIfAbsent(item, i -> new ArrayList<>()).add(shown(value));
            }
        }
        lines.forEach((item, parts) -> page.say(2, upper(item) + ": " + sentence(String.join("; ", parts))));
    }

    private String shown(Map.Entry<String, Object> value) {
        Fact fact = fact(value.getKey());
        return (fact == null ? value.getKey() : fact.label()) + ": " + Words.quantity(value.getValue(), fact);
    }

    /** Ends with one full stop, also after "p.m.". */
    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private void fixes(Result result) {
        if (!result.fixes().isEmpty() && !result.groups().isEmpty()) {
            page.blank();
            page.line("  " + screen.bold("To meet, in this order"));
            int place = 1;
            for (String id : result.fixes()) {
                Finding finding = findings(result).stream()
                        .filter(f -> f.ruleId().equals(id))
                        .findFirst()
                        .orElse(null);
                String mark = place++ + ". ";
                String advice = finding == null
                        ? ""
                        : finding.rule().advice() == null
                                ? finding.rule().statement() + "."
                                : finding.rule().advice();
                page.hang(4, mark.length(), mark, id + ": " + advice);
            }
        }
    }

    private void missing(Result result) {
        if (!result.missing().isEmpty()) {
            List<String> labels =
                    result.missing().stream().map(MissingFact::label).distinct().toList();
            int more = labels.size() - MOST_LABELS;
            page.say(
                    2,
                    "The outcome waits for: "
                            + String.join("; ", more > 0 ? labels.subList(0, MOST_LABELS) : labels)
                            + (more > 0 ? "; and " + more + " more." : "."));
        }
    }

    private List<Finding> findings(Result result) {
        return decision.findings().stream()
                .filter(f -> f.subject().equals(result.subject()))
                .toList();
    }

    private static boolean isConclusion(Finding finding) {
        return finding.rule().kind().equals("conclusion");
    }

    private @Nullable Fact fact(String name) {
        if (model == null || model.types() == null) {
            return null;
        }
        return model.shown(name);
    }

    /** A single thing has no name of its own. */
    private String subject(Result result) {
        boolean single =
                model != null && model.types() != null && !model.subject().isList();
        return single && model != null ? model.subject().label() : result.subject();
    }

    private static String upper(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
