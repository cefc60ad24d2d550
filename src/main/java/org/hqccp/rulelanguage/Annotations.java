package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/** The annotations of one rule: only known names, each once, each with one value. */
final class Annotations {
    private static final Set<String> QUOTED =
            Set.of("source", "from", "to", "clock", "ifNotMet", "ifUnknown", "advice");
    private static final Set<String> BARE = Set.of("appliesTo", "developing", "kind");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\;@]{1,300}");
    private final RuleText text;
    private final List<Problem> problems;
    private final Map<String, String> values = new LinkedHashMap<>();

    Annotations(RuleText text, RuleDescr rule, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            read(annotation);
        }
        for (String name : values.keySet()) {
            if (Pattern.compile("@" + name + "\\b")
                            .matcher(text.text())
                            .results()
                            .count()
                    > 1) {
                problems.add(text.problem(
                        text.annotation(name), "ANNOTATION", "@" + name + " stands more than once", "keep one"));
            }
        }
    }

    private void read(AnnotationDescr annotation) {
        String name = annotation.getName();
        int offset = text.annotation(name);
        Set<String> known = new TreeSet<>(QUOTED);
        known.addAll(BARE);
        if (!known.contains(name)) {
            problems.add(text.problem(
                    offset,
                    "ANNOTATION",
                    "@" + name + " is not an annotation of the language",
                    Suggestion.didYouMean(name, known)));
            return;
        }
        Map<String, Object> all = annotation.getValueMap();
        if (all.size() != 1 || !(all.get("value") instanceof String value) || value.contains("\n")) {
            problems.add(text.problem(offset, "ANNOTATION", "@" + name + " takes one value on one line", null));
            return;
        }
        String plain = value.strip();
        if (QUOTED.contains(name)) {
            if (plain.length() < 2 || !plain.startsWith("\"") || !plain.endsWith("\"")) {
                problems.add(text.problem(
                        offset,
                        "ANNOTATION",
                        "the value of @" + name + " stands in quotes",
                        "write @" + name + "( \"…\" )"));
                return;
            }
            plain = plain.substring(1, plain.length() - 1);
            if (!PLAIN.matcher(plain).matches()) {
                problems.add(text.problem(
                        offset,
                        "ANNOTATION",
                        "the text of @" + name + " holds a character that may not stand there, or is empty or too long",
                        null));
                return;
            }
        }
        values.put(name, plain);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String required(String name, String advice) {
        String value = values.get(name);
        if (value == null) {
            problems.add(text.problemAtLine(1, "MISSING", "the rule has no @" + name, advice));
            return "";
        }
        return value;
    }

    /** The tags of a comma-separated list. */
    static List<String> tags(String value) {
        List<String> tags = new ArrayList<>();
        for (String tag : value.split(",", -1)) {
            tags.add(tag.strip());
        }
        return tags;
    }
}
