package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.math.BigDecimal;
import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Findings.WhileUnknown;
import org.jspecify.annotations.Nullable;

/** Rules for Innovation Career Pathways. */
final class InnovationRules {
    private static final long LAST_START_GRADE = 10;
    private static final BigDecimal TECHNICAL_COURSES = BigDecimal.valueOf(2);
    private static final BigDecimal ADVANCED_YEARS = BigDecimal.valueOf(2);
    private static final BigDecimal INTERNSHIP_HOURS = BigDecimal.valueOf(100);
    private static final Set<Boolean> KNOWN = Set.of(true, false);

    private InnovationRules() {}

    static void judge(Fit fit, Findings findings, Force since) {
        Program program = fit.program;
        Answer applies = is(program.type, "ICP");
        if (findings.concerns("IC-01", since, applies)) {
            Condition active = Condition.is("program.designationActive", program.designationActive, true);
            findings.offered(active.holds(), active);
        }
        if (findings.concerns("IC-02", since, applies)) {
            UniversalRules.notBelowGrade(fit, findings);
        }
        Answer late =
                fit.gradeAtEntry.above(LAST_START_GRADE).or(fit.entersNow.not().and(fit.entersLater.not()));
        if (findings.concerns("IC-02.partial", since, applies.and(late))) {
            Condition tooLate = Condition.is("program.latePlanFeasible", program.latePlanFeasible, false);
            findings.action(WhileUnknown.WAITS, tooLate.holds(), tooLate);
        }
        if (findings.concerns("IC-02.plan", since, applies.and(late))) {
            Condition feasible = Condition.is("program.latePlanFeasible", program.latePlanFeasible, true);
            findings.action(WhileUnknown.CONCLUDES, feasible.holds(), feasible);
        }
        if (findings.concerns("IC-04", since, applies)) {
            Condition scored = Condition.holds("program.admissionInputs", program.admissionInputs, "INTERVIEW_SCORED");
            findings.say(scored.holds(), scored);
        }
        Answer enrolled = Answer.holds(fit.student.pathwaysEnrolled, "ICP");
        if (findings.concerns("IC-05", since, applies.and(enrolled))) {
            Boolean done = completer(program).known();
            Answer known = done == null ? Answer.UNKNOWN : Answer.YES;
            findings.report(known, new Condition("program.completer", KNOWN, done, known));
        }
        if (findings.concerns("IC-06", since, applies)) {
            Condition mixed = Condition.is("program.schoolAllChapter74", program.schoolAllChapter74, false);
            findings.offered(mixed.holds(), mixed);
        }
        if (findings.concerns("IC-07", since, Answer.in(program.type, Set.of("EC", "ICP")))) {
            Condition early = Condition.holds("student.pathwaysEnrolled", fit.student.pathwaysEnrolled, "EC");
            Condition innovation = Condition.holds("student.pathwaysEnrolled", fit.student.pathwaysEnrolled, "ICP");
            findings.say(early.holds().and(innovation.holds()), early, innovation);
        }
        if (findings.concerns("IC-08", since, applies)) {
            Condition now = Condition.is("program.lotteryNow", fit.lotteryNow, true);
            findings.lottery(now.holds(), now);
        }
        if (findings.concerns("IC-08.later", since, applies)) {
            Condition open = Condition.is("program.applicantsFinal", program.applicantsFinal, false);
            findings.say(open.holds(), open);
        }
        if (findings.concerns("IC-08.method", since, applies)) {
            EarlyCollegeRules.unfairMethod(fit, findings);
        }
    }

    private static Answer completer(Program program) {
        return atLeast(program.technicalCoursesDone, TECHNICAL_COURSES)
                .and(atLeast(program.advancedYearsDone, ADVANCED_YEARS))
                .and(atLeast(program.internshipHoursDone, INTERNSHIP_HOURS).or(is(program.capstoneDone, true)))
                .and(is(program.mycapStepsDone, true));
    }

    private static Answer atLeast(@Nullable BigDecimal number, BigDecimal needed) {
        return number == null ? Answer.UNKNOWN : Answer.of(number.compareTo(needed) >= 0);
    }
}
