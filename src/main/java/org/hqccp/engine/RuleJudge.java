package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** One rule made ready by itself, to be tried on many cases. */
public final class RuleJudge {
    private final ReadyRule ready;
    private final Clocks clocks;
    private final Derived derived;

    RuleJudge(ReadyRule ready, Clocks clocks, Derived derived) {
        this.ready = ready;
        this.clocks = clocks;
        this.derived = derived;
    }

    public Rule rule() {
        return ready.rule();
    }

    /** What it comes to for a subject; none while it is not in force. */
    public @Nullable RuleResult of(Entity subject) {
        return Judge.result(ready, subject, new Audience.Memberships(subject, 1, clocks, derived));
    }

    /** Whether its test holds for a subject, whatever the day and whomever it concerns. */
    public Truth test(Entity subject) {
        return ready.test().of(subject, null);
    }

    /** Whether it concerns a subject, whatever the day. */
    public Truth applies(Entity subject) {
        return ready.audience().of(subject);
    }
}
