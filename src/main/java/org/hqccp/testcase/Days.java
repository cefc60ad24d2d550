package org.hqccp.testcase;

import java.time.LocalDate;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Clock;
import org.jspecify.annotations.Nullable;

/** The day that picks a rule in a case. */
final class Days {
    private Days() {}

    /** The clock's day for an entity: on it, on what holds it, then on the single things of the case; none while it is not known. */
    static @Nullable LocalDate of(Clock clock, Entity owner, DecisionProgram program) {
        for (Entity at = owner; at != null; at = at.parent()) {
            Fact fact = at.type().fact(clock.fact());
            if (fact != null) {
                return day(clock, program.value(at, fact.slot()));
            }
        }
        Entity root = owner.root();
        for (EntityType type : root.type().children()) {
            Fact fact = type.isSingle() ? type.fact(clock.fact()) : null;
            if (fact != null) {
                return day(clock, program.value(root.single(type), fact.slot()));
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(Clock clock, Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        return value instanceof Long year ? LocalDate.of(year.intValue(), clock == Clock.SCHOOL_YEAR ? 7 : 1, 1) : null;
    }
}
