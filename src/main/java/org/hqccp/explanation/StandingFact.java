package org.hqccp.explanation;

import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a decision's subjects, or of what was found about them, looked up once by its name.
 *
 * @param name its name
 * @param up how many steps from what was found to what has the fact
 * @param fact the fact; none where nothing has one of this name
 */
record StandingFact(String name, int up, @Nullable Fact fact) {

    static StandingFact named(String name, DecisionProgram program) {
        int up = 0;
        for (EntityType at = program.decision().ownTypes().standing(); at != null; up++) {
            Fact fact = at.fact(name);
            if (fact != null) {
                return new StandingFact(name, up, fact);
            }
            at = at.isExtension() ? at.parent() : null;
        }
        return new StandingFact(name, 0, null);
    }

    /** Its value, or an {@link Unknown}. */
    Object value(Standing standing, DecisionProgram program) {
        Entity at = standing.found();
        for (int i = 0; at != null && i < up; i++) {
            at = at.parent();
        }
        return fact == null || at == null ? Unknown.NOT_GIVEN : program.value(at, fact.slot());
    }

    /** The same as the answer shows it; none while it is not known. */
    @Nullable
    Object shown(Standing standing, DecisionProgram program) {
        return Shown.of(value(standing, program), fact == null ? FactType.TEXT : fact.type());
    }
}
