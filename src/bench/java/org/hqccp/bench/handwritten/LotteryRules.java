package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Student.Suspension;
import org.jspecify.annotations.Nullable;

/** Lottery tickets of Chapter 74, and groups drawn first elsewhere. */
final class LotteryRules {
    private static final Long ATTENDANCE_LIMIT = 27L;
    private static final BigDecimal DISCIPLINE_LIMIT = BigDecimal.TEN;
    private static final long FIRST_GRADE_COUNTED = 7;
    private static final Set<String> GRAVEST = Set.of("LAW_37H", "LAW_37H_HALF");
    private static final Set<String> EVERYDAY = Set.of("LAW_37H_THREE_QUARTERS");
    private static final Set<String> GROUPS_DRAWN_FIRST = Set.of("NONE");
    private static final Set<String> WITH_GROUPS = Set.of("EC", "ICP");

    private LotteryRules() {}

    static void judge(Fit fit, Findings findings, Force always, Force newAdmission) {
        Program program = fit.program;
        Answer chapter = is(program.type, "CH74");
        if (findings.concerns("CT-06", newAdmission, chapter)) {
            findings.report(Answer.YES);
        }
        if (findings.concerns("CT-07", newAdmission, chapter.and(uses(program, "ATTENDANCE")))) {
            Long absences = fit.student.unexcusedFullDayAbsences270;
            Answer below = absences == null ? Answer.UNKNOWN : Answer.of(absences < ATTENDANCE_LIMIT);
            findings.say(
                    below, new Condition("student.unexcusedFullDayAbsences270", ATTENDANCE_LIMIT, absences, below));
        }
        if (findings.concerns("CT-08", newAdmission, chapter.and(uses(program, "DISCIPLINE")))) {
            discipline(fit.student, findings);
        }
        if (findings.concerns("CT-09", newAdmission, chapter.and(uses(program, "INTEREST")))) {
            Condition shown = Condition.is("program.interestShown", program.interestShown, true);
            findings.say(shown.holds(), shown);
        }
        Answer withGroups = Answer.in(program.type, WITH_GROUPS);
        if (findings.concerns("LP-01", always, withGroups)) {
            Answer first = Answer.holds(GROUPS_DRAWN_FIRST, "SIBLING").and(is(program.siblingInProgram, true));
            Condition sibling = Condition.is("program.siblingPriority", first, true);
            findings.say(sibling.holds(), sibling);
        }
        if (findings.concerns("LP-02", always, withGroups)) {
            Answer first = Answer.holds(GROUPS_DRAWN_FIRST, "CONTINUING_COHORT").and(is(program.seatPromised, true));
            Condition promised = Condition.is("program.continuingPriority", first, true);
            findings.say(promised.holds(), promised);
        }
    }

    private static Answer uses(Program program, String weight) {
        return Answer.holds(program.lotteryWeights, weight);
    }

    private static void discipline(Student student, Findings findings) {
        Amount removals = Amount.UNKNOWN;
        Amount days = Amount.UNKNOWN;
        List<Suspension> suspensions = student.suspensions;
        if (suspensions != null) {
            removals = Amount.ZERO;
            days = Amount.ZERO;
            for (Suspension suspension : suspensions) {
                removals = removals.plus(counted(suspension, GRAVEST, Amount.of(1)));
                days = days.plus(counted(suspension, EVERYDAY, Amount.atLeastZero(suspension.days())));
            }
        }
        Answer none = none(removals, suspensions);
        Answer few = days.moreThan(DISCIPLINE_LIMIT).not();
        findings.say(
                none.and(few),
                new Condition("student.gravestSuspensions", BigDecimal.ZERO, removals.known(), none),
                new Condition("student.suspensionDays37H34", DISCIPLINE_LIMIT, days.known(), few));
    }

    private static Answer none(Amount removals, @Nullable List<Suspension> suspensions) {
        return suspensions == null
                ? Answer.UNKNOWN
                : removals.moreThan(BigDecimal.ZERO).not();
    }

    private static Amount counted(Suspension suspension, Set<String> laws, Amount amount) {
        Long grade = suspension.grade();
        Answer counts = (grade == null ? Answer.UNKNOWN : Answer.of(grade >= FIRST_GRADE_COUNTED))
                .and(Answer.in(suspension.law(), laws));
        return switch (counts) {
            case YES -> amount;
            case NO -> Amount.ZERO;
            case UNKNOWN -> amount.perhaps();
        };
    }
}
