package org.hqccp.importing;

/** Kinds of things a report tells. */
public enum Kind {
    READ("read", "records of a kind that were read", false),
    PASSED_OVER("passed-over", "records that are over, taken back or about no student", false),
    BAD_FILE("bad-file", "could not be read, or not to its end", true),
    BAD_ROW("bad-row", "a row or record that could not be read, and was left out", true),
    NO_STUDENT("no-student", "a record about a student who is not among the students", true),
    NOT_TAKEN("not-taken", "a record left out, since what says whether to take it was not understood", true),
    NOT_UNDERSTOOD("not-understood", "a value that is not in the crosswalk, or no value of its fact: unknown", false),
    CONTRADICTION("contradiction", "rows that contradict each other about a student: unknown", false),
    DUPLICATE("duplicate", "a second row for the same student", false),
    CONSTANT("constant", "one same value for everybody: not believed, unknown", false),
    REFUSED("refused", "a RED trait: dropped at the door, never held", false),
    IDENTITY("identity", "names, addresses and numbers: dropped at the door, never held", false),
    NOT_READ("not-read", "known, and no fact reads it", false),
    NOT_KNOWN("not-known", "not in the crosswalk, and not read", false),
    MISSING_COLUMN("missing-column", "a column that is not there: its facts stay unknown", false),
    NOT_COMPLETE("not-complete", "said to be complete, and damaged: who is not in it stays unknown", false),
    NOT_COUNTED("not-counted", "students of whom a count of days, or a list, stays unknown", false),
    NOTE("note", "good to know", false);

    private final String word;
    private final String meaning;
    private final boolean isLoss;

    Kind(String word, String meaning, boolean isLoss) {
        this.word = word;
        this.meaning = meaning;
        this.isLoss = isLoss;
    }

    /** The word in the report. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether something the files hold is missing from the cases, though it should not be. */
    public boolean isLoss() {
        return isLoss;
    }
}
