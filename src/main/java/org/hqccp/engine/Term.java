package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** A value made ready to be read. */
interface Term {
    /** The value: Boolean, Long, BigDecimal, String, LocalDate, a set of texts, or {@link org.hqccp.facts.Unknown}. */
    Object of(Entity owner, @Nullable Entity element);
}
