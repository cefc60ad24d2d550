package org.hqccp.engine;

import java.time.LocalDate;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.Clock;
import org.jspecify.annotations.Nullable;

/** Finds the date that picks a rule or a parameter, from the facts of the case. */
final class Clocks {
    private final FactsDictionary dictionary;

    Clocks(FactsDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The fact a clock reads, and where. */
    record Reading(Entity entity, Fact fact) {}

    /** Where a clock is read for an entity; none if the dictionary has no such fact. */
    @Nullable
    Reading reading(Clock clock, Entity owner) {
        Entity root = owner;
        for (Entity at = owner; at != null; at = at.parent()) {
            Fact fact = at.type().fact(clock.fact());
            if (fact != null) {
                return new Reading(at, fact);
            }
            root = at;
        }
        for (EntityType type : dictionary.types()) {
            Fact fact = type.isSingle() && type != dictionary.root() ? type.fact(clock.fact()) : null;
            if (fact != null) {
                return new Reading(root.single(type), fact);
            }
        }
        return null;
    }

    /** The clock's date; none while it is not known. */
    @Nullable
    LocalDate date(Clock clock, Entity owner, Derived derived) {
        Reading reading = reading(clock, owner);
        if (reading == null) {
            return null;
        }
        Object value = derived.value(reading.entity(), reading.fact().slot());
        if (value instanceof LocalDate date) {
            return date;
        }
        return value instanceof Long year ? LocalDate.of(year.intValue(), clock == Clock.SCHOOL_YEAR ? 7 : 1, 1) : null;
    }
}
