package org.hqccp.rulelanguage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.jspecify.annotations.Nullable;

/** The parts of a rule that stand in annotations, and what its conclusion may name. */
record RuleParts(
        Vocabulary vocabulary,
        RuleText text,
        DecisionModel decision,
        EntityType subject,
        Annotations annotations,
        List<Problem> problems) {

    Rule.Kind kind(Conclusion conclusion) {
        String word = annotations.get("kind");
        if (conclusion.verb() == Verb.REPORT) {
            return Rule.Kind.REPORT;
        }
        if (conclusion.verb() != Verb.MET) {
            return Rule.Kind.CONCLUSION;
        }
        Rule.Kind kind = word == null
                ? Rule.Kind.CRITERION
                : Map.of("criterion", Rule.Kind.CRITERION, "gate", Rule.Kind.GATE, "weight", Rule.Kind.WEIGHT)
                        .get(word);
        if (kind == null) {
            problems.add(text.problem(
                    text.annotation("kind"),
                    "KIND",
                    "'" + word + "' is not a kind of rule",
                    "write criterion, gate or weight"));
            return Rule.Kind.CRITERION;
        }
        return kind;
    }

    @Nullable
    Expr condition(String annotation) {
        String written = annotations.get(annotation);
        if (written == null) {
            return null;
        }
        try {
            return ExpressionParser.condition(
                    written, Scope.of(vocabulary.dictionary(), vocabulary.parameters(), subject));
        } catch (ExpressionException e) {
            problems.add(text.problem(text.annotation(annotation) + e.offset(), e.code(), e.message(), e.advice()));
            return null;
        }
    }

    @Nullable
    Expr developing() {
        return "ALWAYS".equals(annotations.get("developing"))
                ? new Expr.Constant(FactType.YES_NO, true)
                : condition("developing");
    }

    Rule.IfUnknown ifUnknown() {
        String word = annotations.get("ifUnknown");
        if (word == null) {
            return Rule.IfUnknown.OPEN;
        }
        if (!word.equals("concludes") && !word.equals("waits")) {
            problems.add(text.problem(
                    text.annotation("ifUnknown"),
                    "ANNOTATION",
                    "'" + word + "' is not known here",
                    "write concludes or waits"));
            return Rule.IfUnknown.OPEN;
        }
        return Rule.IfUnknown.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Nullable
    LocalDate date(String annotation, @Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        LocalDate date = Dates.read(written);
        if (date == null) {
            problems.add(text.problem(
                    text.annotation(annotation), "DATE", "'" + written + "' is not a date", "write it as 2026-08-01"));
        }
        return date;
    }

    Clock clock() {
        String word = annotations.get("clock");
        Clock clock = word == null ? Clock.DECISION_DATE : Clock.ofWord(word);
        if (clock == null) {
            List<String> known = Arrays.stream(Clock.values()).map(Clock::word).toList();
            problems.add(text.problem(
                    text.annotation("clock"),
                    "CLOCK",
                    "'" + word + "' is not a clock; it may be " + String.join(", ", known),
                    Suggestion.didYouMean(String.valueOf(word), known)));
            return Clock.DECISION_DATE;
        }
        return clock;
    }

    List<String> sources() {
        String written = annotations.required("source", "add @source( \"…\" ) with tags of sources.csv");
        List<String> tags = Annotations.tags(written);
        for (String tag : tags) {
            if (!written.isEmpty() && !vocabulary.sources().contains(tag)) {
                problems.add(text.problem(
                        text.annotation("source"),
                        "SOURCE",
                        "'" + tag + "' is not a tag of sources.csv",
                        Suggestion.didYouMean(tag, vocabulary.sources())));
            }
        }
        return tags;
    }

    void checkOutcome(@Nullable String outcome) {
        if (outcome != null && !decision.outcomes().containsKey(outcome)) {
            problems.add(text.problem(
                    text.annotation("ifNotMet"),
                    "OUTCOME",
                    "'" + outcome + "' is not an outcome of " + decision.name(),
                    Suggestion.didYouMean(outcome, decision.outcomes().keySet())));
        }
    }

    void checkConclusion(Conclusion conclusion) {
        Set<String> known = switch (conclusion.verb()) {
            case MET -> Set.of();
            case REPORT -> names();
            case ACTION, ALERT, NOTE, STRENGTH ->
                vocabulary.messages().getOrDefault(conclusion.verb().word(), Set.of());
            case FLAG -> vocabulary.supports();
            case STATUS -> Set.copyOf(decision.statuses());
            case OUTCOME -> decision.outcomes().keySet();
            case RANK -> decision.ranks().keySet();
        };
        String code = conclusion.code();
        if (conclusion.verb() == Verb.MET) {
            if (code != null) {
                problems.add(text.problem(
                        text.inConclusion("\"" + code), "THEN", "met takes only the subject", "write met( $… );"));
            }
        } else if (code == null) {
            problems.add(text.problem(
                    text.conclusion(),
                    "THEN",
                    conclusion.verb().word() + " needs a code in quotes after the subject",
                    "write " + conclusion.verb().word() + "( $…, \"…\" );"));
        } else if (!known.contains(code)) {
            problems.add(text.problem(
                    text.inConclusion("\"" + code),
                    "CODE",
                    "'" + code + "' is not known as " + conclusion.verb().word(),
                    Suggestion.didYouMean(code, known)));
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (EntityType at = subject; at != null; at = at.isExtension() ? at.parent() : null) {
            at.facts().forEach(f -> names.add(f.name()));
        }
        return names;
    }
}
