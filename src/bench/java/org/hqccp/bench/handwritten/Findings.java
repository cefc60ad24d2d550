package org.hqccp.bench.handwritten;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.decision.Status;

/** What the rules found about one program so far, and what its outcome rests on. */
final class Findings {
    private static final int RULES = 70;

    /** Whether a rule is in force on its date. */
    enum Force {
        NO,
        YES,
        UNKNOWN
    }

    /** How a conclusion stands while it cannot be told. */
    enum WhileUnknown {
        OPEN,
        CONCLUDES,
        WAITS
    }

    final List<Finding> all = new ArrayList<>(RULES);
    Answer notOffered = Answer.NO;
    Answer notYet = Answer.NO;
    Answer action = Answer.NO;
    Answer lottery = Answer.NO;

    private final String subject;
    private String rule = "";
    private boolean open;

    Findings(String subject) {
        this.subject = subject;
    }

    /** Begins a rule; false where there is nothing more to say about it. */
    boolean concerns(String ruleId, Force force, Answer applies) {
        if (force == Force.NO) {
            return false;
        }
        rule = ruleId;
        if (applies == Answer.NO) {
            add(Status.NOT_APPLICABLE, List.of());
            return false;
        }
        open = force == Force.UNKNOWN || applies == Answer.UNKNOWN;
        return true;
    }

    private Status add(Status status, List<Condition> conditions) {
        all.add(new Finding(rule, status, subject, conditions));
        return status;
    }

    private Status status(Answer test) {
        return open || test == Answer.UNKNOWN ? Status.UNKNOWN : test == Answer.YES ? Status.MET : Status.NOT_MET;
    }

    private Answer gate(Answer test, Condition[] conditions) {
        Status status = add(status(test), List.of(conditions));
        return status == Status.UNKNOWN && test != Answer.YES ? Answer.UNKNOWN : Answer.of(status == Status.NOT_MET);
    }

    /** A gate that no time can open. */
    void offered(Answer test, Condition... conditions) {
        notOffered = notOffered.or(gate(test, conditions));
    }

    /** A gate that time will open. */
    void timely(Answer test, Condition... conditions) {
        notYet = notYet.or(gate(test, conditions));
    }

    void action(WhileUnknown whileUnknown, Answer test, Condition... conditions) {
        action = action.or(concluded(whileUnknown, test, conditions));
    }

    void lottery(Answer test, Condition... conditions) {
        lottery = lottery.or(concluded(WhileUnknown.OPEN, test, conditions));
    }

    /** A note, an alert or a lottery weight: no outcome rests on it. */
    void say(Answer test, Condition... conditions) {
        add(status(test), List.of(conditions));
    }

    void report(Answer known, Condition... conditions) {
        switch (status(known)) {
            case MET -> add(Status.REPORTED, List.of(conditions));
            case NOT_MET -> add(Status.NOT_APPLICABLE, List.of());
            default -> add(Status.UNKNOWN, List.of(conditions));
        }
    }

    private Answer concluded(WhileUnknown whileUnknown, Answer test, Condition[] conditions) {
        Status status = add(status(test), List.of(conditions));
        if (status != Status.UNKNOWN) {
            return Answer.of(status == Status.MET);
        }
        return switch (whileUnknown) {
            case OPEN -> test == Answer.NO ? Answer.NO : Answer.UNKNOWN;
            case CONCLUDES -> Answer.of(test != Answer.NO);
            case WAITS -> Answer.NO;
        };
    }
}
