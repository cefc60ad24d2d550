package org.hqccp.engine;

import java.util.function.Function;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** A question about a finding that reads nothing else, answered once for each kind of finding: it depends on the rules alone. */
final class FindingTable {
    private final BlankFinding[] rules;
    private final @Nullable Truth[] answers;

    /** @param about any findings of the rules in question */
    FindingTable(Findings about, Function<Entity, Truth> question) {
        this.rules = about.rules();
        this.answers = new Truth[Findings.kinds(rules)];
        for (int kind = 0; kind < answers.length; kind++) {
            Entity like = Findings.like(rules, kind);
            answers[kind] = like == null ? null : question.apply(like);
        }
    }

    /** Whether it answers for these findings. */
    boolean isAbout(Findings findings) {
        return findings.rules() == rules;
    }

    /** The answer for a kind of finding; none where each has to be asked by itself. */
    @Nullable
    Truth of(int kind) {
        return answers[kind];
    }
}
