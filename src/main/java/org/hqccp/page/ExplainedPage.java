package org.hqccp.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.service.ExplainedDecision;
import org.hqccp.service.Replay;
import org.jspecify.annotations.Nullable;

/** A recorded decision as a page of text. It is written from the record alone, so it is the same in ten years. */
public final class ExplainedPage {
    private static final HexFormat HEX = HexFormat.of();
    private static final Set<String> OF_WHOLE_SENTENCES = Set.of("exists", "none");

    private final Look look;
    private final ExplainedDecision explained;
    private final Leaf leaf;
    private final Page page;

    public ExplainedPage(Look look, ExplainedDecision explained) {
        this.look = look;
        this.page = new Page(look.width());
        this.explained = explained;
        this.leaf = explained.opened().entry().leaf();
    }

    public String text() {
        page.line(look.bold("Decision " + leaf.id()));
        page.line("Recorded " + leaf.time() + ", asked by " + leaf.caller() + ", rules " + leaf.ruleSet());
        if (leaf.supersedes() != null) {
            page.line("It corrects decision " + leaf.supersedes() + ".");
        }
        outcome();
        changed();
        criteria();
        sources();
        ruleTexts();
        wouldHaveChanged();
        proof();
        return page.toString().stripTrailing();
    }

    private void heading(String words) {
        page.blank();
        page.line(look.bold(words));
    }

    private void outcome() {
        Map<String, ?> decision = explained.decision();
        heading("Outcome");
        page.say(
                2,
                "As of " + decision.get("asOf") + ", the answer to " + decision.get("name") + " for case "
                        + decision.get("caseId") + " is " + decision.get("outcome") + ".");
        for (Map<?, ?> result : members("results")) {
            page.hang(
                    2,
                    2,
                    "• ",
                    subject(result) + ": " + result.get("outcome") + ", " + result.get("words") + because(result));
        }
        for (Map<?, ?> support : members("supports")) {
            page.hang(
                    2,
                    2,
                    "• ",
                    ("FLAG".equals(support.get("mode")) ? "support " : "offered to everyone, ") + support.get("id")
                            + ": " + support.get("step"));
        }
    }

    /** Whom something is said of: by the id in the case, or in words where a case holds one such thing only and gives it no id. */
    private String subject(Map<?, ?> said) {
        String id = String.valueOf(said.get("subject"));
        Object own = said.get("ruleId");
        List<?> because = said.get("because") instanceof List<?> ids ? ids : List.of();
        return members("findings").stream()
                .filter(finding -> id.equals(finding.get("subject")))
                .map(finding -> String.valueOf(finding.get("ruleId")))
                .filter(rule -> own == null ? because.isEmpty() || because.contains(rule) : rule.equals(own))
                .map(explained.rules()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(rule -> rule.about().isSingle() ? rule.about().label() : id)
                .orElse(id);
    }

    private static String because(Map<?, ?> result) {
        String rules = joined(result.get("because"));
        return rules.isEmpty() ? "" : "; it rests on " + rules;
    }

    private void changed() {
        for (Entry change : explained.opened().changes()) {
            Map<String, ?> head = change.record().head();
            boolean override = change.leaf().kind() == EntryKind.OVERRIDE;
            String words = override
                    ? "On " + change.leaf().time() + " " + change.leaf().caller() + " set " + head.get("outcome")
                            + (head.get("subject") == null ? "" : " for " + head.get("subject")) + " instead. Reason "
                            + head.get("reason") + ": " + head.get("meaning") + " \"" + head.get("text") + "\""
                    : "Corrected on " + change.leaf().time() + " by decision "
                            + change.leaf().id() + ", which came to " + head.get("outcome") + ".";
            page.hang(2, 2, "! ", words);
        }
    }

    private void criteria() {
        heading("Criteria");
        List<String> notApplicable = new ArrayList<>();
        for (Map<?, ?> finding : members("findings")) {
            String status = String.valueOf(finding.get("status"));
            if (status.equals("NOT_APPLICABLE")) {
                notApplicable.add(String.valueOf(finding.get("ruleId")));
                continue;
            }
            page.hang(
                    2,
                    2,
                    Marks.sign(status, look) + " ",
                    finding.get("ruleId") + " for " + subject(finding) + ", " + Marks.words(status) + ": "
                            + finding.get("statement"));
            list(finding.get("conditions")).forEach(condition -> page.say(6, condition(condition)));
            list(finding.get("missing"))
                    .forEach(missing ->
                            page.say(6, "not known: " + missing.get("label") + " (" + missing.get("fact") + ")"));
            list(finding.get("unknownParameters"))
                    .forEach(unknown -> page.say(
                            6,
                            "the rules do not tell: " + unknown.get("label") + " (" + unknown.get("parameter") + ")"));
            page.say(6, "sources: " + joined(finding.get("sources")) + certainty(finding.get("marks")));
        }
        if (!notApplicable.isEmpty()) {
            page.hang(
                    2,
                    2,
                    "- ",
                    "Does not apply: " + notApplicable.stream().distinct().collect(Collectors.joining(", ")));
        }
    }

    private static String condition(Map<?, ?> condition) {
        if (OF_WHOLE_SENTENCES.contains(String.valueOf(condition.get("operator")))) {
            // The label says all; there is no one value to show beside it.
            String holds = String.valueOf(condition.get("holds"));
            return condition.get("label") + ": " + (holds.equals("unknown") ? "not known" : holds);
        }
        String actual = condition.get("actual") == null ? "not shown or not known" : value(condition.get("actual"));
        String required = condition.get("required") == null ? "" : " " + value(condition.get("required"));
        String parameter = condition.get("parameter") == null ? "" : " (" + condition.get("parameter") + ")";
        return condition.get("label") + ": " + actual + "; required " + condition.get("operator") + required
                + parameter;
    }

    private static String certainty(@Nullable Object marks) {
        return marks instanceof List<?> list
                ? Marks.certainty(list.stream().map(String::valueOf).toList())
                : "";
    }

    private void sources() {
        heading("Sources");
        Map<String, Map<?, ?>> sources = new TreeMap<>();
        members("sources").forEach(source -> sources.put(String.valueOf(source.get("tag")), source));
        sources.forEach(
                (tag, source) -> page.hang(2, 2, "", tag + " [" + source.get("mark") + "] " + source.get("where")));
    }

    private void ruleTexts() {
        heading("Rule text at this version");
        if (explained.rules().isEmpty()) {
            page.say(2, "This program cannot load that rule set any more. The log keeps its text whole.");
        }
        explained.rules().values().forEach(rule -> {
            page.line("  " + rule.file() + ", SHA-256 " + rule.hash());
            rule.text().lines().forEach(line -> page.line("    " + line));
        });
    }

    private void wouldHaveChanged() {
        heading("What would have changed it");
        for (Map<?, ?> change : explained.changes()) {
            String edits = list(change.get("edits")).stream()
                    .map(edit -> String.valueOf(edit.get("sentence")))
                    .collect(Collectors.joining(" And: "));
            String then =
                    change.get("outcomeThen") == null ? "" : " The outcome would be " + change.get("outcomeThen") + ".";
            String words = edits.isEmpty() ? "no such change: " + change.get("reason") : edits + then;
            page.hang(2, 2, "• ", change.get("ruleId") + " for " + subject(change) + ": " + words);
        }
        for (Map<?, ?> question : members("questions")) {
            page.hang(2, 2, "? ", question.get("question") + " (asked by: " + question.get("askedOf") + ")");
        }
        if (explained.changes().isEmpty() && members("questions").isEmpty()) {
            page.say(2, "There is nothing to change: what counts is met, and nothing is missing.");
        }
    }

    private void proof() {
        heading("Proof");
        page.say(2, replayed(explained.replay()));
        page.line("  entry " + leaf.index() + ", leaf hash "
                + HEX.formatHex(explained.opened().entry().receipt().leafHash()));
        InclusionProof proof = explained.proof();
        if (proof == null) {
            page.say(2, "No signed checkpoint covers the entry yet: ask again in a second.");
            return;
        }
        page.line("  from the leaf to the root:");
        proof.path().forEach(hash -> page.line("    " + HEX.formatHex(hash)));
        page.line("  signed checkpoint:");
        proof.checkpoint().lines().forEach(line -> page.line("    " + line));
    }

    private static String replayed(Replay.Result replay) {
        return switch (replay.verdict()) {
            case SAME -> "Decided again under the same rules, the decision is the same, to the byte.";
            case DIFFERS ->
                "Decided again under the same rules, the decision DIFFERS: " + String.join("; ", replay.differences());
            case NOT_REPLAYABLE -> "It cannot be decided again: " + String.join("; ", replay.differences()) + ".";
        };
    }

    private List<Map<?, ?>> members(String list) {
        List<Map<?, ?>> found = new ArrayList<>();
        ExplainedDecision.collect(explained.decision(), list, found);
        return found;
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    private static String joined(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    private static String value(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof List<?> values) {
            return values.stream().map(ExplainedPage::value).collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}
