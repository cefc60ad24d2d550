package org.hqccp.rulelanguage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
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

    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z]+");

    private final Vocabulary vocabulary;
    private final RuleText text;
    private final DecisionModel decision;
    private final String group;
    private final List<Problem> problems = new ArrayList<>();
    /** Whether all of the file could be read, rightly or wrongly. */
    private boolean whole = true;

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
        boolean placed = found.stream().noneMatch(p -> p.code().equals("PLACE"));
        ReadableRest rest = placed && decision != null ? ReadableRest.of(text, found) : null;
        if (rest != null && decision != null) {
            RuleReader reader = new RuleReader(vocabulary, rest.text(), decision, folders[1]);
            Rule rule = reader.read(rest.rule());
            if (found.isEmpty() && reader.problems.isEmpty()) {
                return rule;
            }
            boolean whole = found.isEmpty() && reader.whole;
            found.addAll(ReadableRest.atOtherLines(
                    whole ? reader.problems : ReadableRest.withoutEchoes(reader.problems, text), found));
        }
        problems.addAll(found);
        return null;
    }

    private @Nullable Rule read(RuleDescr descr) {
        Annotations annotations = new Annotations(text, descr, problems);
        whole = problems.isEmpty();
        Matcher name = NAME.matcher(descr.getName());
        String id = name.matches() && ID.matcher(name.group(1)).matches() ? name.group(1) : "";
        checkName(id, descr.getLine());
        Matcher consequence = CONSEQUENCE.matcher(String.valueOf(descr.getConsequence()));
        boolean concludes = consequence.matches();
        if (!concludes) {
            problems.add(text.problem(
                    text.conclusion(),
                    "THEN",
                    "`then` holds one conclusion and nothing else",
                    "write met( $program ); or another conclusion of the list"));
        }
        Verb verb = concludes ? verb(consequence.group(1)) : null;
        int before = problems.size();
        List<DrlShape.Part> parts = DrlShape.parts(text, descr, problems);
        whole &= verb != null && problems.size() == before;
        if (parts.isEmpty() && problems.isEmpty()) {
            problems.add(text.problemAtLine(
                    descr.getLine(), "EMPTY", "the rule has no condition: it would apply to everyone", null));
            return null;
        }
        if (verb == null || id.isEmpty()) {
            unconcluded(parts, descr, annotations);
            return null;
        }
        Conclusion conclusion = new Conclusion(verb, consequence.group(3));
        return rule(id, name.group(2), descr, annotations, conclusion, consequence.group(2), parts);
    }

    private void checkName(String id, int line) {
        String fileName = text.file().substring(text.file().lastIndexOf('/') + 1);
        if (id.isEmpty()) {
            problems.add(text.problemAtLine(
                    line,
                    "NAME",
                    "a rule's name is its id and a plain statement",
                    "write rule \"GP-06 At least two technical courses\""));
        } else if (!fileName.startsWith(id + "-") && !fileName.equals(id + ".drl")) {
            problems.add(text.problemAtWord(
                    id, line, "FILE_NAME", "the file of " + id + " must start with " + id + "-", "rename the file"));
        }
    }

    /** What can be told of a rule whose name or conclusion is wrong: the reading of its condition in which the least is wrong. */
    private void unconcluded(List<DrlShape.Part> parts, RuleDescr descr, Annotations annotations) {
        Matcher named = VARIABLE.matcher(String.valueOf(descr.getConsequence()));
        String variable = named.find() ? named.group() : "$";
        RollUpTypes types = decision.ownTypes();
        List<Problem> least = null;
        for (EntityType subject : List.of(types.subject(), types.standing(), types.group())) {
            ConditionReader condition = new ConditionReader(vocabulary, text, types, subject, variable);
            condition.read(parts, descr.getLine());
            if (least == null || condition.problems().size() < least.size()) {
                least = condition.problems();
            }
        }
        problems.addAll(least);
        RuleParts more = new RuleParts(vocabulary, text, decision, types.subject(), annotations, problems);
        more.date("from", annotations.get("from"));
        more.sources();
        more.clock();
    }

    private @Nullable Verb verb(String word) {
        for (Verb verb : Verb.values()) {
            if (verb.word().equals(word)) {
                return verb;
            }
        }
        List<String> known = Arrays.stream(Verb.values()).map(Verb::word).toList();
        problems.add(text.problem(
                text.conclusion(),
                "VERB",
                "'" + word + "' is not a conclusion; it may be " + String.join(", ", known),
                Suggestion.didYouMean(word, known)));
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
        checkReads(verb, test, descr.getLine());
        checkReads(verb, appliesTo, descr.getLine());
        String from = annotations.required("from", "add @from( \"2017-01-01\" ), the first day it is in force");
        more.checkConclusion(conclusion);
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

    /** A rule that says an outcome or a status runs before there is one: it may not read it, nor anything worked out from it. */
    private void checkReads(Verb verb, @Nullable Expr test, int line) {
        RollUpTypes types = decision.ownTypes();
        Fact decided = verb == Verb.STATUS
                ? types.group().fact("status")
                : verb == Verb.OUTCOME ? types.standing().fact("outcome") : null;
        if (decided != null && DerivedReader.reads(test, vocabulary.derived()).contains(decided)) {
            problems.add(text.problemAtLine(
                    line,
                    "CIRCLE",
                    "the rule says the " + verb.word() + ", and reads it",
                    "read what is known before it: findings, and facts"));
        }
    }

    private static Rule.Stage stage(Verb verb, boolean readsFindings) {
        return switch (verb) {
            case STATUS -> Rule.Stage.GROUPS;
            case OUTCOME -> Rule.Stage.OUTCOMES;
            case RANK -> Rule.Stage.AFTERWARDS;
            default -> readsFindings ? Rule.Stage.AFTERWARDS : Rule.Stage.FINDINGS;
        };
    }
}
