package org.hqccp.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Question;
import org.hqccp.facts.Plural;
import org.hqccp.page.Page;

/** What to ask, by whom: first what keeps an outcome open, then what would only say more. */
final class QuestionSection {
    /** How many questions are shown that decide no outcome, where others do. */
    private static final int MOST_BESIDE = 8;

    private static final int MOST_RULES = 3;

    private final Screen screen;
    private final Page page;

    QuestionSection(Screen screen, Page page) {
        this.screen = screen;
        this.page = page;
    }

    void write(Decision decision) {
        Set<String> deciding = Stream.concat(Stream.of(decision), decision.parts().stream())
                .flatMap(each -> each.results().stream())
                .flatMap(r -> r.missing().stream())
                .map(MissingFact::pointer)
                .collect(Collectors.toSet());
        Map<Boolean, List<Question>> parts =
                decision.questions().stream().collect(Collectors.partitioningBy(q -> deciding.contains(q.pointer())));
        List<Question> first = parts.getOrDefault(true, List.of());
        List<Question> beside = parts.getOrDefault(false, List.of());
        part("Ask first: these answers decide the outcome", first);
        int shown = first.isEmpty() ? beside.size() : Math.min(beside.size(), MOST_BESIDE);
        part(first.isEmpty() ? "Still missing" : "Still missing beside that", beside.subList(0, shown));
        if (shown < beside.size()) {
            page.say(2, "and " + Plural.of(beside.size() - shown, "more question") + "; --json gives them all.");
        }
    }

    private void part(String heading, List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        page.blank();
        page.line(screen.bold(heading));
        Map<String, List<Question>> byRole = questions.stream()
                .collect(Collectors.groupingBy(Question::askedOf, LinkedHashMap::new, Collectors.toList()));
        byRole.forEach((role, own) -> {
            page.line("  The " + role + " asks");
            own.forEach(q ->
                    page.hang(4, 2, screen.yellow("? "), q.question() + " (" + q.fact() + waiting(q.because()) + ")"));
        });
    }

    private static String waiting(List<String> rules) {
        int more = rules.size() - MOST_RULES;
        return rules.isEmpty()
                ? ""
                : " for " + String.join(", ", more > 0 ? rules.subList(0, MOST_RULES) : rules)
                        + (more > 0 ? " and " + more + " more" : "");
    }
}
