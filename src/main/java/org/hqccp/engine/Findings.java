package org.hqccp.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Findings about one subject. Each becomes a thing with facts when it is first looked at; most never are, because their kind, the rule with
 * what it came to, already tells all that is asked of them.
 */
abstract class Findings extends AbstractList<Entity> implements RandomAccess {
    private static final int STATUSES = Status.values().length;
    private final BlankFinding[] rules;

    private Findings(BlankFinding[] rules) {
        this.rules = rules;
    }

    /** The kind of the finding at a place: the same for all that a rule came to in the same way. */
    abstract int kind(int place);

    /** The rules that kinds are of. */
    final BlankFinding[] rules() {
        return rules;
    }

    /** How many kinds there are. */
    static int kinds(BlankFinding[] rules) {
        return rules.length * STATUSES;
    }

    /** A finding that has the facts of all of its kind; none where they differ, because it is undecided. */
    static @Nullable Entity like(BlankFinding[] rules, int kind) {
        return rules[kind / STATUSES].like(Status.values()[kind % STATUSES]);
    }

    /** All findings about a subject. */
    static final class All extends Findings {
        private final Entity found;
        private final List<RuleResult> results;
        private final FindingEntities.Asking asking;
        private final int[] kinds;
        private final @Nullable Entity[] made;

        All(BlankFinding[] rules, Entity found, List<RuleResult> results, FindingEntities.Asking asking) {
            super(rules);
            this.found = found;
            this.results = results;
            this.asking = asking;
            this.kinds = new int[results.size()];
            this.made = new Entity[kinds.length];
            int rule = 0;
            for (int i = 0; i < kinds.length; i++) {
                RuleResult result = results.get(i);
                // Both are in order of id; rules not in force gave no result.
                while (rules[rule].rule() != result.rule()) {
                    rule++;
                }
                kinds[i] = rule * STATUSES + result.status().ordinal();
            }
        }

        private BlankFinding rule(int place) {
            return rules()[kinds[place] / STATUSES];
        }

        @Override
        int kind(int place) {
            return kinds[place];
        }

        @Override
        public Entity get(int place) {
            Entity finding = made[place];
            if (finding == null) {
                finding = rule(place).finding(results.get(place), found, place, asking);
                made[place] = finding;
            }
            return finding;
        }

        @Override
        public int size() {
            return kinds.length;
        }
    }

    /** Those of all findings that belong to one group. */
    static final class OfGroup extends Findings {
        private final All all;
        private final int group;
        private int @Nullable [] places;

        OfGroup(All all, int group) {
            super(all.rules());
            this.all = all;
            this.group = group;
        }

        private int[] places() {
            if (places == null) {
                places = IntStream.range(0, all.size())
                        .filter(place -> all.rule(place).group() == group)
                        .toArray();
            }
            return places;
        }

        @Override
        int kind(int place) {
            return all.kind(places()[place]);
        }

        @Override
        public Entity get(int place) {
            return all.get(places()[place]);
        }

        @Override
        public int size() {
            return places().length;
        }
    }
}
