package org.hqccp.explanation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.decision.Question;
import org.hqccp.engine.Missing;
import org.hqccp.facts.Ask;

/** Questions, each once, with every rule that waits for the answer. */
final class AskedQuestions {
    private final Map<String, Missing.MissingFact> facts = new LinkedHashMap<>();
    private final Map<String, Set<String>> because = new HashMap<>();

    void add(String rule, List<Missing.MissingFact> missing) {
        for (Missing.MissingFact fact : missing) {
            if (fact.ask().mode() == Ask.Mode.ROLE) {
                facts.putIfAbsent(fact.pointer(), fact);
                because.computeIfAbsent(fact.pointer(), p -> new TreeSet<>()).add(rule);
            }
        }
    }

    /** The questions, by where the answers go. */
    List<Question> questions() {
        return facts.values().stream()
                .map(f -> new Question(
                        f.path(),
                        f.pointer(),
                        f.ask().question() == null
                                ? "What is the " + f.label() + "?"
                                : f.ask().question(),
                        String.valueOf(f.ask().role()),
                        List.copyOf(because.getOrDefault(f.pointer(), Set.of()))))
                .sorted(Comparator.comparing(Question::pointer))
                .toList();
    }
}
