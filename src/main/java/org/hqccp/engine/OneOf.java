package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Whether a fact is one of some fixed values, none of them a number: {@code type == "EC"}, {@code type in ( … )}, {@code drawPublic}. */
final class OneOf implements Test {
    private final FactTerm fact;
    private final Object[] values;
    private final Truth found;
    private final Truth notFound;

    /** @param wanted whether it shall be one of them, or none */
    OneOf(FactTerm fact, List<?> values, boolean wanted) {
        this.fact = fact;
        this.values = values.toArray();
        this.found = Truth.of(wanted);
        this.notFound = found.not();
    }

    @Override
    public Truth of(Entity owner, @Nullable Entity element) {
        Object known = fact.of(owner, element);
        for (Object value : values) {
            if (value == known || value.equals(known)) {
                return found;
            }
        }
        return known instanceof Unknown ? Truth.UNKNOWN : notFound;
    }
}
