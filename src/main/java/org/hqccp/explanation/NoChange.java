package org.hqccp.explanation;

import java.util.EnumSet;
import java.util.Set;

/** Why no change is proposed. Where several hold, the first of them is told. */
enum NoChange {
    TIME("Time or age decides this, so there is nothing to change."),
    PRIVATE("A private fact decides this. We never suggest a change to one."),
    PEOPLE("A count of people decides this. We never suggest a change to one."),
    SCHOOL_ONLY("Only the school can change this, not the student."),
    STUDENT_ONLY("Only the student can change this, not the school."),
    NOBODY("No one can change what decides this."),
    /** The sentence goes on with what is not known. */
    UNKNOWN("First this must be known: "),
    OTHER_RULES("It rests on what other rules found. Look at those rules."),
    WORSE("Each change we found would make another rule worse."),
    BOUND("We made " + ChangeSearch.MOST_TRIES + " tries, the most we make, and found no change."),
    NONE("We found no change that would help.");

    private final String sentence;

    NoChange(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** The first of several; {@link #NONE} of none. */
    static NoChange first(Set<NoChange> several) {
        return several.isEmpty() ? NONE : EnumSet.copyOf(several).iterator().next();
    }
}
