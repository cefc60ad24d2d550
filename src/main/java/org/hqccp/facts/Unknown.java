package org.hqccp.facts;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not known. A number that is not known may still be known to lie between two bounds.
 *
 * @param reason why it is not known, in the sender's words or ours
 * @param low the least it can be, if that is known
 * @param high the most it can be, if that is known
 */
public record Unknown(
        String reason, @Nullable BigDecimal low, @Nullable BigDecimal high) {

    /** The case does not say. */
    public static final Unknown NOT_GIVEN = new Unknown("not given");

    public Unknown {
        Objects.requireNonNull(reason);
    }

    public Unknown(String reason) {
        this(reason, null, null);
    }

    public boolean isBounded() {
        return low != null || high != null;
    }
}
