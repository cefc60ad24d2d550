package org.hqccp.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.Clock;
import org.jspecify.annotations.Nullable;

/** Finds the date that picks a rule or a parameter, from the facts of the case. */
final class Clocks {
    private final FactsDictionary dictionary;
    /** By the number of the thing they begin at. Threads may find one twice; both find the same. */
    private volatile @Nullable Way[] @Nullable [] ways = {};

    Clocks(FactsDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The fact a clock reads, and where. */
    record Reading(Entity entity, Fact fact) {}

    /**
     * The way from a thing to the fact a clock reads.
     *
     * @param up how many steps to what holds it
     * @param single the single thing to enter from there; none for what was reached
     */
    private record Way(int up, @Nullable EntityType single, Fact fact) {
        Entity from(Entity owner) {
            Entity at = owner;
            for (int i = 0; i < up; i++) {
                at = Objects.requireNonNull(at.parent());
            }
            return single == null ? at : at.single(single);
        }
    }

    /** Where a clock is read for an entity; none if the dictionary has no such fact. */
    @Nullable
    Reading reading(Clock clock, Entity owner) {
        Way way = way(clock, owner.type());
        return way == null ? null : new Reading(way.from(owner), way.fact);
    }

    private @Nullable Way way(Clock clock, EntityType type) {
        @Nullable Way[] @Nullable [] all = ways;
        @Nullable Way[] known = type.number() < all.length ? all[type.number()] : null;
        return (known == null ? findAll(type) : known)[clock.ordinal()];
    }

    private synchronized @Nullable Way[] findAll(EntityType type) {
        @Nullable Way[] found = new Way[Clock.values().length];
        for (Clock each : Clock.values()) {
            found[each.ordinal()] = find(each, type);
        }
        @Nullable Way[] @Nullable [] more = Arrays.copyOf(ways, Math.max(ways.length, type.number() + 1));
        more[type.number()] = found;
        ways = more;
        return found;
    }

    private @Nullable Way find(Clock clock, EntityType type) {
        int up = 0;
        for (EntityType at = type; ; at = Objects.requireNonNull(at.parent()), up++) {
            Fact fact = at.fact(clock.fact());
            if (fact != null) {
                return new Way(up, null, fact);
            }
            if (at.parent() == null) {
                break;
            }
        }
        for (EntityType single : dictionary.types()) {
            Fact fact = single.isSingle() && single != dictionary.root() ? single.fact(clock.fact()) : null;
            if (fact != null) {
                return new Way(up, single, fact);
            }
        }
        return null;
    }

    /** The clock's date; none while it is not known. */
    @Nullable
    LocalDate date(Clock clock, Entity owner, Derived derived) {
        Way way = way(clock, owner.type());
        if (way == null) {
            return null;
        }
        Object value = derived.value(way.from(owner), way.fact.slot());
        if (value instanceof LocalDate date) {
            return date;
        }
        return value instanceof Long year ? Calendar.first(year, clock == Clock.SCHOOL_YEAR) : null;
    }
}
