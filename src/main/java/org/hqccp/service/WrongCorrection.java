package org.hqccp.service;

/** A decision that does not correct the one it names. */
public final class WrongCorrection extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** Why it does not. */
    public enum Reason {
        /** It answers another question. */
        OTHER_DECISION("the decision to correct answered another question", "ask for the same decision again"),
        /** It is about another case. */
        OTHER_CASE(
                "the decision to correct was about a case of another caseId",
                "send the corrected case under the caseId it had, or leave out supersedes");

        private final String words;
        private final String advice;

        Reason(String words, String advice) {
            this.words = words;
            this.advice = advice;
        }

        /** What does not fit, in plain words. */
        public String words() {
            return words;
        }

        /** What to do. */
        public String advice() {
            return advice;
        }
    }

    WrongCorrection(Reason reason) {
        super(reason.words(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
