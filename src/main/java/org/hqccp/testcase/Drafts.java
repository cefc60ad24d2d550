package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for a case that shows something: another case with a few facts changed. */
final class Drafts {
    private static final int MOST_TRIES = 4_000;
    private static final long SEED = 4;

    private Drafts() {}

    /** With one change, in order. */
    static @Nullable Draft changedOnce(Map<TriedCase, List<CaseChange>> all, Predicate<Draft> wanted) {
        for (Map.Entry<TriedCase, List<CaseChange>> each : all.entrySet()) {
            for (CaseChange change : each.getValue()) {
                Draft draft = new Draft(each.getKey(), List.of(change));
                if (wanted.test(draft)) {
                    return draft;
                }
            }
        }
        return null;
    }

    /** With two or three changes, drawn, and each time the same. */
    static @Nullable Draft changedAgain(Map<TriedCase, List<CaseChange>> all, Predicate<Draft> wanted) {
        Random random = new Random(SEED);
        List<TriedCase> sources = List.copyOf(all.keySet());
        for (int i = 0; i < MOST_TRIES && !sources.isEmpty(); i++) {
            TriedCase source = sources.get(random.nextInt(sources.size()));
            List<CaseChange> own = all.getOrDefault(source, List.of());
            List<CaseChange> some = new ArrayList<>();
            for (int j = 0; j < 2 + i % 2 && !own.isEmpty(); j++) {
                CaseChange next = own.get(random.nextInt(own.size()));
                if (some.stream().noneMatch(c -> c.target().equals(next.target()))) {
                    some.add(next);
                }
            }
            Draft draft = new Draft(source, some);
            if (!some.isEmpty() && wanted.test(draft)) {
                return draft;
            }
        }
        return null;
    }
}
