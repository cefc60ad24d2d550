package org.hqccp.service;

import java.time.LocalDate;
import java.util.List;
import org.hqccp.decision.Decision;
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
                List.of(),
                List.of(),
                null,
                parts);
    }
}
