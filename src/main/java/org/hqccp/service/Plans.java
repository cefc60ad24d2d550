package org.hqccp.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Question;
import org.hqccp.rulelanguage.DecisionModel;

/** Puts the parts of a plan together. */
final class Plans {
    private Plans() {}

    /** One decision of several; its outcome is the plan's own where any part could say something. */
    static Decision together(DecisionModel model, String caseId, LocalDate asOf, String version, List<Decision> parts) {
        boolean said = parts.stream().anyMatch(p -> !p.outcome().equals(Decision.INDETERMINATE));
        String several = model.several();
        String outcome = said ? several == null ? "DECIDED" : several : Decision.INDETERMINATE;
        return new Decision(
                model.name(),
                caseId,
                asOf,
                version,
                outcome,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                questions(parts),
                List.of(),
                null,
                parts);
    }

    /** What any part still asks, each question once, with the rules of all parts that wait for it. */
    private static List<Question> questions(List<Decision> parts) {
        Map<String, Question> byPlace = new TreeMap<>();
        for (Decision part : parts) {
            part.questions().forEach(question -> byPlace.merge(question.pointer(), question, Plans::both));
        }
        return List.copyOf(byPlace.values());
    }

    private static Question both(Question first, Question second) {
        Set<String> because = new TreeSet<>(first.because());
        because.addAll(second.because());
        return new Question(first.fact(), first.pointer(), first.question(), first.askedOf(), List.copyOf(because));
    }
}
