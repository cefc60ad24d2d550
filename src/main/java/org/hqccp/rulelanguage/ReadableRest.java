package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a rule file. A statement that cannot be read is told and taken out, and the rest is read without it, so that one
 * mistake does not hide the others. Places stay where they are. A file with any problem gives no rule.
 *
 * @param text the file without what cannot be read
 * @param rule its shape
 */
record ReadableRest(RuleText text, RuleDescr rule) {
    private static final int MOST = 8;
    /** What may be wrong only because something was taken out. */
    private static final Set<String> ECHOES = Set.of("SUBJECT", "VARIABLE", "EMPTY", "ORDER", "JOIN");

    /**
     * Reads what can be read.
     *
     * @param problems what is known to be wrong already; gets what cannot be read
     */
    static @Nullable ReadableRest of(RuleText file, List<Problem> problems) {
        if (problems.stream().anyMatch(p -> p.code().equals("SIZE"))) {
            return null;
        }
        RuleText rest = problems.isEmpty() ? file : file.withPlainCharacters();
        for (Problem problem : List.copyOf(problems)) {
            if (problem.code().equals("BACKSLASH") || rest.isQuoteOpen(problem.line())) {
                RuleText less = rest.without(problem.line());
                if (less == null) {
                    return null;
                }
                rest = less;
            }
        }
        for (int i = 0; i < MOST; i++) {
            List<Problem> now = new ArrayList<>();
            RuleDescr rule = DrlShape.rule(rest, now);
            problems.addAll(atOtherLines(now, problems));
            if (rule != null) {
                return new ReadableRest(rest, rule);
            }
            RuleText less =
                    now.get(0).code().equals("SYNTAX") ? rest.without(now.get(0).line()) : null;
            if (less == null) {
                return null;
            }
            rest = less;
        }
        return null;
    }

    /** The problems of lines of which nothing is told yet. */
    static List<Problem> atOtherLines(List<Problem> problems, List<Problem> told) {
        Set<Integer> lines = new HashSet<>();
        told.forEach(problem -> lines.add(problem.line()));
        return problems.stream().filter(p -> !lines.contains(p.line())).toList();
    }

    /** The problems that would be there too if all of the file could be read. */
    static List<Problem> withoutEchoes(List<Problem> problems, RuleText file) {
        return problems.stream()
                .filter(p -> !ECHOES.contains(p.code()))
                .filter(p -> !p.code().equals("MISSING") || !file.text().contains(lastWord(p.message())))
                .toList();
    }

    private static String lastWord(String message) {
        return message.substring(message.lastIndexOf(' ') + 1);
    }
}
