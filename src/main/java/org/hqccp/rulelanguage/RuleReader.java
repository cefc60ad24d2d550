package org.hqccp.rulelanguage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.hqccp.facts.Dates;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.jspecify.annotations.Nullable;

/** Reads one rule file: Drools' parser gives its shape, the white list and the facts dictionary say whether it may stand. */
public final class RuleReader {
    /** What an id looks like. */
    public static final Pattern ID = Pattern.compile("[A-Z]{1,6}-[A-Za-z0-9]{1,8}(\\.[a-z0-9]+(-[a-z0-9]+)*)?");

    private static final Pattern NAME = Pattern.compile("(\\S+) ([^\"\\\\;@]{8,200})");
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*([A-Za-z]+)\\s*\\(\\s*(\\$[A-Za-z]+)\\s*(?:,\\s*\"([A-Za-z0-9_.-]{1,60})\"\\s*)?\\)\\s*;\\s*");

    private final Vocabulary vocabulary;
    private final RuleText text;
    private final DecisionModel decision;
    private final String group;
    private final List<Problem> problems = new ArrayList<>();

    private RuleReader(Vocabulary vocabulary, RuleText text, DecisionModel decision, String group) {
        this.vocabulary = vocabulary;
        this.text = text;
        this.decision = decision;
        this.group = group;
    }

    /**
     * Reads a rule file.
     *
     * @param file path below the rule folder: {@code <decision>/<group>/<ID>-<name>.drl}
     * @param content its text
     * @param problems gets everything that is wrong with it
     * @return the rule; none if anything is wrong
     */
    public static @Nullable Rule read(String file, String content, Vocabulary vocabulary, List<Problem> problems) {
        RuleText text = new RuleText(file, content);
        List<Problem> found = text.characters();
        String[] folders = file.split("/");
        DecisionModel decision = vocabulary.decisions().get(folders[0]);
        if (folders.length != 3 || decision == null || decision.types() == null) {
            found.add(
                    text.problemAtLine(1, "PLACE", "a rule file stands in rules/<decision>/<group>/", "move it there"));
        } else if (decision.group(folders[1]) == null) {
            found.add(text.problemAtLine(
                    1,
                    "PLACE",
                    "the folder '" + folders[1] + "' is no group of " + folders[0] + "/decision.yaml",
                    Suggestion.didYouMean(
                            folders[1],
                            decision.groups().stream()
                                    .map(DecisionModel.Group::id)
                                    .toList())));
        }
        if (found.isEmpty() && decision != null) {
            RuleReader reader = new RuleReader(vocabulary, text, decision, folders[1]);
            Rule rule = reader.read();
            found.addAll(reader.problems);
            if (found.isEmpty()) {
                return rule;
            }
        }
        problems.addAll(found);
        return null;
    }

    private @Nullable Rule read() {
        RuleDescr descr = DrlShape.rule(text, problems);
        if (descr == null) {
            return null;
        }
        Annotations annotations = new Annotations(text, descr, problems);
        Matcher name = NAME.matcher(descr.getName());
        if (!name.matches() || !ID.matcher(name.group(1)).matches()) {
            problems.add(text.problemAtLine(
                    descr.getLine(),
                    "NAME",
                    "a rule's name is its id and a plain statement",
                    "write rule \"GP-06 At least two technical courses\""));
            return null;
        }
        String id = name.group(1);
        String fileName = text.file().substring(text.file().lastIndexOf('/') + 1);
        if (!fileName.startsWith(id + "-") && !fileName.equals(id + ".drl")) {
            problems.add(text.problemAtLine(
                    descr.getLine(),
                    "FILE_NAME",
                    "the file of " + id + " must start with " + id + "-",
                    "rename the file"));
        }
        Matcher consequence = CONSEQUENCE.matcher(String.valueOf(descr.getConsequence()));
        if (!consequence.matches()) {
            problems.add(text.problemAtLine(
                    descr.getConsequenceLine(),
                    "THEN",
                    "`then` holds one conclusion and nothing else",
                    "write met( $program ); or another conclusion of the list"));
            return null;
        }
        Verb verb = verb(consequence.group(1), descr.getConsequenceLine());
        List<DrlShape.Part> parts = DrlShape.parts(text, descr, problems);
        if (parts.isEmpty() && problems.isEmpty()) {
            problems.add(text.problemAtLine(
                    descr.getLine(), "EMPTY", "the rule has no condition: it would apply to everyone", null));
        }
        if (verb == null || !problems.isEmpty()) {
            return null;
        }
        Conclusion conclusion = new Conclusion(verb, consequence.group(3));
        return rule(id, name.group(2), descr, annotations, conclusion, consequence.group(2), parts);
    }

    private @Nullable Verb verb(String word, int line) {
        for (Verb verb : Verb.values()) {
            if (verb.word().equals(word)) {
                return verb;
            }
        }
        List<String> known = Arrays.stream(Verb.values()).map(Verb::word).toList();
        problems.add(text.problemAtLine(
                line, "VERB", "'" + word + "' is not a conclusion", Suggestion.didYouMean(word, known)));
        return null;
    }

    private @Nullable Rule rule(
            String id,
            String statement,
            RuleDescr descr,
            Annotations annotations,
            Conclusion conclusion,
            String variable,
            List<DrlShape.Part> parts) {
        RollUpTypes types = decision.ownTypes();
        Verb verb = conclusion.verb();
        EntityType subject = verb == Verb.STATUS ? types.group() : verb.isRollUp() ? types.standing() : types.subject();
        ConditionReader condition = new ConditionReader(vocabulary, text, types, subject, variable);
        Expr test = condition.read(parts, descr.getLine());
        if (!condition.problems().isEmpty() && subject == types.subject()) {
            ConditionReader later = new ConditionReader(vocabulary, text, types, types.standing(), variable);
            Expr again = later.read(parts, descr.getLine());
            if (later.problems().isEmpty()) {
                condition = later;
                test = again;
                subject = types.standing();
            }
        }
        problems.addAll(condition.problems());
        if (verb == Verb.REPORT
                && subject == types.subject()
                && conclusion.code() != null
                && types.subject().fact(conclusion.code()) == null) {
            subject = types.standing();
            test = new ConditionReader(vocabulary, text, types, subject, variable).read(parts, descr.getLine());
        }
        RuleParts more = new RuleParts(vocabulary, text, decision, subject, annotations, problems);
        Rule.Kind kind = more.kind(conclusion);
        Expr appliesTo = more.condition("appliesTo");
        Expr developing = more.developing();
        String from = annotations.required("from", "add @from( \"2017-01-01\" ), the first day it is in force");
        more.checkConclusion(conclusion, descr.getConsequenceLine());
        if (developing != null && kind != Rule.Kind.CRITERION) {
            problems.add(text.problem(
                    text.annotation("developing"), "ANNOTATION", "@developing belongs to criteria", "delete it"));
        }
        if (more.ifUnknown() != Rule.IfUnknown.OPEN && kind != Rule.Kind.CONCLUSION && kind != Rule.Kind.WEIGHT) {
            problems.add(text.problem(
                    text.annotation("ifUnknown"),
                    "ANNOTATION",
                    "@ifUnknown belongs to conclusions and weights",
                    "delete it"));
        }
        Rule.Stage stage = stage(verb, subject == types.standing());
        LocalDate first = more.date("from", from);
        LocalDate last = more.date("to", annotations.get("to"));
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(text.problem(text.annotation("to"), "DATE", "the last day stands before the first", null));
        }
        List<String> sources = more.sources();
        Clock clock = more.clock();
        more.checkOutcome(annotations.get("ifNotMet"));
        if (!problems.isEmpty() || test == null || first == null) {
            return null;
        }
        return new Rule(
                id,
                statement,
                decision.name(),
                group,
                kind,
                clock,
                first,
                last,
                sources,
                subject,
                appliesTo,
                developing,
                test,
                conclusion,
                annotations.get("ifNotMet"),
                more.ifUnknown(),
                annotations.get("advice"),
                stage,
                text.file(),
                descr.getLine(),
                text.text(),
                text.hash());
    }

    private static Rule.Stage stage(Verb verb, boolean readsFindings) {
        return switch (verb) {
            case STATUS -> Rule.Stage.GROUPS;
            case OUTCOME -> Rule.Stage.OUTCOMES;
            case RANK -> Rule.Stage.AFTERWARDS;
            default -> readsFindings ? Rule.Stage.AFTERWARDS : Rule.Stage.FINDINGS;
        };
    }

    /** The parts of a rule that stand in annotations, and what its conclusion may name. */
    private record RuleParts(
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
                        text.annotation(annotation),
                        "DATE",
                        "'" + written + "' is not a date",
                        "write it as 2026-08-01"));
            }
            return date;
        }

        Clock clock() {
            String word = annotations.get("clock");
            Clock clock = word == null ? Clock.DECISION_DATE : Clock.ofWord(word);
            if (clock == null) {
                List<String> known =
                        Arrays.stream(Clock.values()).map(Clock::word).toList();
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

        void checkConclusion(Conclusion conclusion, int line) {
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
                    problems.add(text.problemAtLine(line, "THEN", "met takes only the subject", "write met( $… );"));
                }
            } else if (code == null) {
                problems.add(text.problemAtLine(
                        line, "THEN", conclusion.verb().word() + " needs a code in quotes after the subject", null));
            } else if (!known.contains(code)) {
                problems.add(text.problemAtLine(
                        line,
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
}
