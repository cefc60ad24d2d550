package org.hqccp.json;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.json.CaseRefused.Kind;
import org.jspecify.annotations.Nullable;

/** The faults found in one case, in the order of the document, up to a number that a person can still read. */
final class CaseFaults {
    /** The document cannot be read on; the fault that ended it is told. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        private Ended() {
            super(null, null, false, false);
        }
    }

    private static final int MOST = 50;
    private static final int FEW_VALUES = 32;
    private final List<CaseProblem> problems = new ArrayList<>(0);
    private final CasePlace place = new CasePlace();
    private Kind kind = Kind.INVALID;
    private boolean more;

    /** Where the next fault will be said to be. */
    CasePlace place() {
        return place;
    }

    /** Adds a fault at the place. */
    void add(ProblemCode code, String message, @Nullable String advice) {
        add(code, message, advice, List.of());
    }

    /** Adds a fault at the place, where only some values are allowed; a long list of them is not repeated. */
    void add(ProblemCode code, String message, @Nullable String advice, List<String> allowed) {
        escalate(code.kind());
        if (problems.size() < MOST) {
            problems.add(new CaseProblem(
                    place.pointer(), code.word(), message, advice, allowed.size() <= FEW_VALUES ? allowed : List.of()));
        } else {
            more = true;
        }
    }

    /** Adds what makes reading on useless, before everything else: it gives the answer its status. */
    Ended ended(ProblemCode code, String message, String advice) {
        escalate(code.kind());
        problems.add(0, new CaseProblem(place.pointer(), code.word(), message, advice, List.of()));
        return new Ended();
    }

    private void escalate(Kind found) {
        if (kind == Kind.INVALID) {
            kind = found;
        }
    }

    /** Whether further faults are only counted: then there is no need to work out what they say. */
    boolean isFull() {
        return problems.size() >= MOST;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The refusal that tells them all. */
    CaseRefused refusal() {
        List<CaseProblem> all = new ArrayList<>(problems);
        if (more) {
            all.add(new CaseProblem(
                    "",
                    ProblemCode.MORE_PROBLEMS.word(),
                    "there are more problems than these",
                    "mend these first and send the case again",
                    List.of()));
        }
        return new CaseRefused(kind, all);
    }
}
