package org.hqccp.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule concerns, and when. Rules that say it in the same words have the same audience, so that it is worked out once for all of them.
 *
 * @param number its place among the audiences of its stage
 * @param like any rule that has it
 * @param test what must hold; none means everyone
 */
record Audience(int number, Rule like, @Nullable Test test) {

    private record Key(
            @Nullable Expr condition,
            Clock clock,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** The audiences of the rules of one stage. */
    static final class All {
        private final Map<Key, Audience> known = new HashMap<>();

        Audience of(Rule rule, Compiler compiler) {
            Expr condition = rule.appliesTo();
            Key key = new Key(condition, rule.clock(), rule.from(), rule.to());
            Audience audience = known.get(key);
            if (audience == null) {
                Test test = condition == null ? null : compiler.test(condition);
                audience = new Audience(known.size(), rule, test);
                known.put(key, audience);
            }
            return audience;
        }
    }

    /** Whether a subject belongs to it, whatever the day. */
    Truth of(Entity subject) {
        return test == null ? Truth.TRUE : Test.ask(test, subject, null);
    }

    /**
     * What a rule is to a subject.
     *
     * @param inForce whether it is in force; unknown while its date is
     * @param applies whether it concerns the subject; false where it is not in force
     */
    record Membership(Truth inForce, Truth applies) {
        private static final Membership NONE = new Membership(Truth.FALSE, Truth.FALSE);
    }

    /** What one subject belongs to, each found once. */
    static final class Memberships {
        private static final int CLOCKS = Clock.values().length;
        private final Entity subject;
        private final Clocks clocks;
        private final Derived derived;
        private final @Nullable Membership[] known;
        private final @Nullable LocalDate[] dates = new LocalDate[CLOCKS];
        private final boolean[] looked = new boolean[CLOCKS];

        /** @param most no audience has a number so high */
        Memberships(Entity subject, int most, Clocks clocks, Derived derived) {
            this.subject = subject;
            this.known = new Membership[most];
            this.clocks = clocks;
            this.derived = derived;
        }

        Membership in(Audience audience) {
            Membership membership = known[audience.number];
            if (membership == null) {
                membership = find(audience);
                known[audience.number] = membership;
            }
            return membership;
        }

        private Membership find(Audience audience) {
            LocalDate day = date(audience.like.clock());
            if (day != null && !audience.like.inForce(day)) {
                return Membership.NONE;
            }
            return new Membership(day == null ? Truth.UNKNOWN : Truth.TRUE, audience.of(subject));
        }

        private @Nullable LocalDate date(Clock clock) {
            int place = clock.ordinal();
            if (!looked[place]) {
                dates[place] = clocks.date(clock, subject, derived);
                looked[place] = true;
            }
            return dates[place];
        }
    }
}
