package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.json.YamlCase;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A test case in the making: another case with some facts changed.
 *
 * @param like the case it is like
 * @param changes what is different
 */
record Draft(TriedCase like, List<CaseChange> changes) {
    Draft {
        changes = List.copyOf(changes);
    }

    private static final int LONGEST_LINE = 130;

    /** The case with the changes made. */
    Entity root() {
        Entity root = like.read().root().copy();
        changes.forEach(change -> change.in(root));
        return root.copy();
    }

    /** The same with something else changed. */
    Draft with(CaseChange change) {
        List<CaseChange> more = new ArrayList<>(changes);
        more.removeIf(c -> c.target().equals(change.target()));
        more.add(change);
        return new Draft(like, more);
    }

    /** Which subject is meant. */
    @Nullable
    String of() {
        return like.testCase().expectation().of();
    }

    /** What is different, in words; the days on which a rule begins and ends by their meaning. */
    String words(Rule rule) {
        CaseChange last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        String words = last instanceof CaseChange.Value value ? Days.meaning(rule, value.fact(), value.to()) : null;
        String said = words == null || changes.size() > 1
                ? changes.stream().map(CaseChange::words).collect(Collectors.joining(" and "))
                : words;
        String name = like.testCase().name();
        if (said.isEmpty()) {
            return name;
        }
        String sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        boolean plain = like.testCase().written().facts().isEmpty();
        return plain ? sentence : sentence + ", else as in '" + name + "'";
    }

    /** The case as a file writes it, ready to paste. */
    String yaml(Rule rule, Answer answer, String likeOfFile) {
        return given(rule, likeOfFile) + expected(answer, of());
    }

    /** All but what is expected. */
    String given(Rule rule, String likeOfFile) {
        String name = words(rule);
        TestCase.Written written = like.testCase().written();
        Map<String, String> facts = new LinkedHashMap<>();
        written.facts().forEach((path, value) -> facts.put(path, YamlText.of(value)));
        String asOf = written.asOf();
        Entity root = like.read().root().copy();
        for (CaseChange change : changes) {
            Entity changed = change.in(root);
            if (changed.parent() == null
                    && change instanceof CaseChange.Value value
                    && value.fact().name().equals(YamlCase.AS_OF)) {
                asOf = String.valueOf(value.to());
            } else {
                put(facts, changed, change);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("  - name: " + YamlText.sentence(name));
        if (written.like() != null && !written.like().equals(likeOfFile)) {
            lines.add("    like: " + written.like());
        }
        if (asOf != null) {
            lines.add("    as-of: " + asOf);
        }
        if (!written.parameters().isEmpty()) {
            lines.add("    parameters: {"
                    + written.parameters().entrySet().stream()
                            .map(e -> e.getKey() + ": " + YamlText.text(e.getValue()))
                            .collect(Collectors.joining(", "))
                    + "}");
        }
        if (!facts.isEmpty()) {
            List<String> each = new ArrayList<>();
            facts.forEach((path, value) -> each.add((path.contains("[") ? "\"" + path + "\"" : path) + ": " + value));
            String line = "    facts: {" + String.join(", ", each) + "}";
            if (line.length() <= LONGEST_LINE) {
                lines.add(line);
            } else {
                lines.add("    facts:");
                each.forEach(fact -> lines.add("      " + fact));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** What is expected, as the last line of a case. */
    static String expected(Answer answer, @Nullable String of) {
        return "    expect: {status: " + answer.status()
                + (of == null ? "" : ", of: " + YamlText.text(of))
                + (answer.missing().isEmpty() ? "" : ", missing: " + missing(answer.missing())) + "}\n";
    }

    private static String missing(List<String> facts) {
        return "[" + facts.stream().map(YamlText::text).collect(Collectors.joining(", ")) + "]";
    }

    /** A fact of a thing the case holds directly is named; of anything deeper the whole list is given. */
    private static void put(Map<String, String> facts, Entity changed, CaseChange change) {
        Entity at = changed;
        if (change instanceof CaseChange.Value value
                && (at.parent() == null || at.parent().parent() == null)) {
            facts.put(
                    path(at) + "." + value.fact().name(),
                    YamlText.of(value.to(), value.fact().type()));
            return;
        }
        EntityType list = change instanceof CaseChange.Listed listed ? listed.list() : at.type();
        if (!(change instanceof CaseChange.Listed)) {
            at = Objects.requireNonNull(at.parent());
        }
        while (at.parent() != null && at.parent().parent() != null) {
            list = at.type();
            at = at.parent();
        }
        List<Entity> elements = at.elements(list);
        String path = at.parent() == null ? list.jsonKey() : path(at) + "." + list.jsonKey();
        facts.put(path, elements == null ? "unknown" : YamlText.of(elements));
    }

    private static String path(Entity top) {
        if (top.parent() == null) {
            return "case";
        }
        List<Entity> siblings = top.type().isList() ? top.parent().elements(top.type()) : null;
        boolean several = siblings != null && siblings.size() > 1;
        return top.type().name() + (several ? "[" + top.id() + "]" : "");
    }
}
