package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Findings.WhileUnknown;

/** Rules for dual enrollment, work-based learning and the wait-list. */
final class OtherRules {
    private static final Long EMPLOYMENT_AGE = 14L;
    private static final Long CHECK_IN_DAYS = 30L;

    private OtherRules() {}

    static void judge(Fit fit, Findings findings, Force always) {
        dualEnrollment(fit, findings, always);
        workBasedLearning(fit, findings, always);
        waitList(fit, findings, always);
    }

    private static void dualEnrollment(Fit fit, Findings findings, Force always) {
        Answer applies = is(fit.program.type, "DE");
        if (findings.concerns("DE-01", always, applies)) {
            findings.action(WhileUnknown.OPEN, Answer.YES);
        }
        if (findings.concerns("DE-01.grade", always, applies)) {
            UniversalRules.notBelowGrade(fit, findings);
        }
        if (findings.concerns("DE-01.label", always, applies)) {
            findings.say(Answer.YES);
        }
        if (findings.concerns("DE-01.past", always, applies)) {
            UniversalRules.notPastGrade(fit, findings);
        }
        if (findings.concerns("DE-01.resident", always, applies)) {
            Condition home = Condition.is("student.livesInMassachusetts", fit.student.livesInMassachusetts, true);
            findings.offered(home.holds(), home);
        }
    }

    private static void workBasedLearning(Fit fit, Findings findings, Force always) {
        Answer applies = is(fit.program.type, "WBL");
        if (findings.concerns("WB-01", always, applies.and(is(fit.program.employsStudents, true)))) {
            LocalDate born = fit.student.dateOfBirth;
            Long age = born == null ? null : Long.valueOf(ChronoUnit.YEARS.between(born, fit.asOf));
            Answer old = age == null ? Answer.UNKNOWN : Answer.of(age >= EMPLOYMENT_AGE);
            findings.timely(old, new Condition("student.ageOnDate", EMPLOYMENT_AGE, age, old));
        }
        if (findings.concerns("WB-02", always, applies)) {
            findings.action(WhileUnknown.OPEN, Answer.YES);
        }
    }

    private static void waitList(Fit fit, Findings findings, Force always) {
        Program program = fit.program;
        Answer waiting = is(program.onWaitList, true);
        if (findings.concerns("WL-02", always, is(program.type, "CH74").and(waiting))) {
            Condition outside = Condition.is("program.studentIsResident", fit.studentIsResident(), false);
            findings.say(outside.holds(), outside);
        }
        if (findings.concerns("WL-03", always, waiting)) {
            Answer time = program.lastUsefulEntryOn == null
                    ? Answer.UNKNOWN
                    : Answer.of(!fit.asOf.isAfter(program.lastUsefulEntryOn));
            Condition open = Condition.is("program.waitListOpen", time.and(fit.waitListYearOver.not()), true);
            findings.say(open.holds(), open);
        }
        if (findings.concerns("WL-04", always, waiting.and(fit.waitListYearOver.not()))) {
            Long days = Fit.daysBetween(program.lastWaitListCheckIn, fit.asOf);
            Answer due = days == null ? Answer.UNKNOWN : Answer.of(days >= CHECK_IN_DAYS);
            findings.say(due, new Condition("program.checkInDays", CHECK_IN_DAYS, days, due));
        }
        if (findings.concerns("WL-06", always, waiting)) {
            Condition over = Condition.is("program.waitListYearOver", fit.waitListYearOver, true);
            findings.say(over.holds(), over);
        }
    }
}
