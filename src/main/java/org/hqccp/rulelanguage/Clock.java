package org.hqccp.rulelanguage;

import org.jspecify.annotations.Nullable;

/** The date that picks the rule or the parameter (handbook 0.5): never the server's own. */
public enum Clock {
    DECISION_DATE("decision-date", "asOf"),
    ENTRY_TERM("entry-term", "entryTerm"),
    APPLICATION_CYCLE("application-cycle", "applicationCycle"),
    COHORT("cohort", "cohort"),
    SCHOOL_YEAR("school-year", "schoolYear"),
    REPORT_YEAR("report-year", "reportYear");

    private final String word;
    private final String fact;

    Clock(String word, String fact) {
        this.word = word;
        this.fact = fact;
    }

    /** The word that files use. */
    public String word() {
        return word;
    }

    /** The fact that holds its date: looked for on the subject, what holds it, then the single things of the case. */
    public String fact() {
        return fact;
    }

    static @Nullable Clock ofWord(String word) {
        for (Clock clock : values()) {
            if (clock.word.equals(word)) {
                return clock;
            }
        }
        return null;
    }
}
