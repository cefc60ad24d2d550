package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** A value made ready to be read. */
public interface Term {
    /** The value: Boolean, Long, BigDecimal, String, LocalDate, a set of texts, or {@link org.hqccp.facts.Unknown}. */
    Object of(Entity owner, @Nullable Entity element);

    /** Reads it, without a detour where it is what most are: a fact. */
    static Object read(Term term, Entity owner, @Nullable Entity element) {
        return term instanceof FactTerm fact ? fact.of(owner, element) : term.of(owner, element);
    }
}
