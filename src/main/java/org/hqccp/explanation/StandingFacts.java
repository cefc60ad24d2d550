package org.hqccp.explanation;

import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;

/** Facts of a subject, or of what was found about it, by name. */
final class StandingFacts {
    /**
     * A fact with its value.
     *
     * @param value the value, or an {@link Unknown}
     * @param type what kind of value it is
     */
    record Valued(Object value, FactType type) {}

    private StandingFacts() {}

    static Valued of(String name, Standing standing, DecisionProgram program) {
        for (Entity at = standing.found(); at != null; at = at.type().isExtension() ? at.parent() : null) {
            Fact fact = at.type().fact(name);
            if (fact != null) {
                return new Valued(program.value(at, fact.slot()), fact.type());
            }
        }
        return new Valued(Unknown.NOT_GIVEN, FactType.TEXT);
    }
}
