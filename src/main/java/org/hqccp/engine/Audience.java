package org.hqccp.engine;

import java.util.HashMap;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule concerns. Rules that say it in the same words have the same audience, so that it is worked out once for all of them.
 *
 * @param number its place among the audiences of its stage
 * @param test what must hold; none means everyone
 */
record Audience(int number, @Nullable Test test) {

    /** The audiences of the rules of one stage. */
    static final class All {
        private final Map<@Nullable Expr, Audience> byCondition = new HashMap<>();

        Audience of(@Nullable Expr condition, Compiler compiler) {
            Audience known = byCondition.get(condition);
            if (known == null) {
                known = new Audience(byCondition.size(), condition == null ? null : compiler.test(condition));
                byCondition.put(condition, known);
            }
            return known;
        }
    }

    /** Whether a subject belongs to it. */
    Truth of(Entity subject) {
        return test == null ? Truth.TRUE : test.of(subject, null);
    }

    /** Whom one subject belongs to, each found once. */
    static final class Memberships {
        private final Entity subject;
        private final @Nullable Truth[] known;

        /** @param most no audience has a number so high */
        Memberships(Entity subject, int most) {
            this.subject = subject;
            this.known = new Truth[most];
        }

        Truth in(Audience audience) {
            Truth truth = known[audience.number];
            if (truth == null) {
                truth = audience.of(subject);
                known[audience.number] = truth;
            }
            return truth;
        }
    }
}
