package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Findings.WhileUnknown;
import org.jspecify.annotations.Nullable;

/** Rules for Chapter 74 programs. */
final class ChapterSeventyFourRules {
    private static final Set<String> LOTTERIES = Set.of("LOTTERY_UNWEIGHTED", "LOTTERY_WEIGHTED");
    private static final Long WAYS_NEEDED = 2L;
    private static final Long NOTICE_DAYS = 7L;

    private ChapterSeventyFourRules() {}

    static void judge(Fit fit, Findings findings, Force always, Force newAdmission, Force oldAdmission) {
        Answer applies = is(fit.program.type, "CH74");
        gates(fit, findings, always, applies);
        application(fit, findings, always, applies);
        seats(fit, findings, newAdmission, applies);
        Answer moving = fit.gradeAtEntry.above(fit.student.gradeLevel);
        if (findings.concerns("CT-14", always, applies.and(moving))) {
            Condition notYet = Condition.is("student.promotedToNextGrade", fit.student.promotedToNextGrade, false);
            findings.say(notYet.holds(), notYet);
        }
        if (findings.concerns("CT-15", oldAdmission, applies)) {
            findings.action(WhileUnknown.OPEN, Answer.YES);
        }
    }

    private static void gates(Fit fit, Findings findings, Force always, Answer applies) {
        if (findings.concerns("CT-01", always, applies)) {
            Condition active = Condition.is("program.designationActive", fit.program.designationActive, true);
            findings.offered(active.holds(), active);
        }
        if (findings.concerns("CT-01.grade", always, applies)) {
            UniversalRules.notBelowGrade(fit, findings);
        }
        if (findings.concerns("CT-01.past", always, applies)) {
            UniversalRules.notPastGrade(fit, findings);
        }
        if (findings.concerns("CT-16", always, applies)) {
            Condition here = Condition.is("program.offeredAtStudentsSchool", fit.offeredAtStudentsSchool, true);
            Condition resident = Condition.is("program.studentIsResident", fit.studentIsResident(), true);
            Condition noneAtHome =
                    Condition.is("program.homeTownOffersProgram", fit.program.homeTownOffersProgram, false);
            findings.offered(here.holds().or(resident.holds()).or(noneAtHome.holds()), here, resident, noneAtHome);
        }
    }

    private static void application(Fit fit, Findings findings, Force always, Answer applies) {
        Program program = fit.program;
        Answer complete = complete(program);
        Answer past = program.applicationDeadline == null
                ? Answer.UNKNOWN
                : Answer.of(fit.asOf.isAfter(program.applicationDeadline));
        if (findings.concerns("CT-02", always, applies)) {
            Condition incomplete = Condition.is("program.applicationComplete", complete, false);
            Condition inTime = Condition.is("program.pastDeadline", past, false);
            findings.action(WhileUnknown.CONCLUDES, incomplete.holds().and(inTime.holds()), incomplete, inTime);
        }
        if (findings.concerns("CT-02.late", always, applies)) {
            Condition incomplete = Condition.is("program.applicationComplete", complete, false);
            Condition late = Condition.is("program.pastDeadline", past, true);
            findings.action(WhileUnknown.CONCLUDES, incomplete.holds().and(late.holds()), incomplete, late);
        }
        if (findings.concerns("CT-03", always, applies)) {
            Condition required = Condition.is("program.awarenessRequired", program.awarenessRequired, true);
            Condition fewWays = fewer("program.awarenessWayCount", count(program.awarenessWays), WAYS_NEEDED);
            Condition notOnline = Condition.is("program.awarenessOnline", program.awarenessOnline, false);
            findings.say(required.holds().and(fewWays.holds().or(notOnline.holds())), required, fewWays, notOnline);
        }
        if (findings.concerns("CT-03.do", always, applies)) {
            Condition required = Condition.is("program.awarenessRequired", program.awarenessRequired, true);
            Condition none = Condition.is("program.awarenessActivity", program.awarenessActivity, "NONE");
            findings.action(WhileUnknown.WAITS, required.holds().and(none.holds()), required, none);
        }
        if (findings.concerns("CT-03.tell", always, applies)) {
            Condition incomplete = Condition.is("program.applicationComplete", complete, false);
            Condition untold = Condition.is("program.toldWhatIsMissing", program.toldWhatIsMissing, false);
            findings.say(incomplete.holds().and(untold.holds()), incomplete, untold);
        }
    }

    private static void seats(Fit fit, Findings findings, Force newAdmission, Answer applies) {
        Program program = fit.program;
        if (findings.concerns("CT-04", newAdmission, applies)) {
            Condition closed = Condition.is("program.applicantsFinal", program.applicantsFinal, true);
            Condition enough = Condition.is("program.seatsShort", fit.seatsShort, false);
            Condition complete = Condition.is("program.applicationComplete", complete(program), true);
            findings.say(closed.holds().and(enough.holds()).and(complete.holds()), closed, enough, complete);
        }
        if (findings.concerns("CT-05", newAdmission, applies)) {
            Condition now = Condition.is("program.lotteryNow", fit.lotteryNow, true);
            findings.lottery(now.holds(), now);
        }
        if (findings.concerns("CT-05.later", newAdmission, applies)) {
            Condition open = Condition.is("program.applicantsFinal", program.applicantsFinal, false);
            findings.say(open.holds(), open);
        }
        if (findings.concerns("CT-05.method", newAdmission, applies)) {
            Condition tooMany = Condition.is("program.seatsShort", fit.seatsShort, true);
            Condition noLottery =
                    Condition.notIn("program.oversubscriptionMethod", program.oversubscriptionMethod, LOTTERIES);
            findings.say(tooMany.holds().and(noLottery.holds()), tooMany, noLottery);
        }
        if (findings.concerns("CT-11", newAdmission, applies)) {
            Condition outside = Condition.is("program.studentIsResident", fit.studentIsResident(), false);
            findings.say(outside.holds(), outside);
        }
        if (findings.concerns("CT-12", newAdmission, applies.and(fit.lotteryNow))) {
            Condition closed = Condition.is("program.drawPublic", program.drawPublic, false);
            Condition short_ =
                    fewer("program.drawNoticeDays", Fit.daysBetween(program.drawNoticeOn, program.drawOn), NOTICE_DAYS);
            findings.say(closed.holds().or(short_.holds()), closed, short_);
        }
    }

    private static Answer complete(Program program) {
        return is(program.applicationFormInTime, true)
                .and(is(program.awarenessRequired, false)
                        .or(is(program.awarenessActivity, "NONE").not()))
                .and(is(program.inBoston, false).or(is(program.choiceFormInTime, true)));
    }

    private static @Nullable Long count(@Nullable Set<String> set) {
        return set == null ? null : Long.valueOf(set.size());
    }

    private static Condition fewer(String fact, @Nullable Long actual, Long than) {
        return new Condition(fact, than, actual, actual == null ? Answer.UNKNOWN : Answer.of(actual < than));
    }
}
