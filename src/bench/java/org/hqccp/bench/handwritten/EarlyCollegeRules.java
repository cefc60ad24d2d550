package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Findings.WhileUnknown;
import org.hqccp.bench.handwritten.Student.Credit;
import org.jspecify.annotations.Nullable;

/** Rules for Early College. */
final class EarlyCollegeRules {
    private static final BigDecimal CREDIT_GOAL = BigDecimal.valueOf(12);
    static final Set<String> UNFAIR_METHODS = Set.of("RANKED", "FIRST_COME", "NONE");

    private EarlyCollegeRules() {}

    static void judge(Fit fit, Findings findings, Force always) {
        Program program = fit.program;
        Answer applies = is(program.type, "EC");
        if (findings.concerns("EC-01", always, applies)) {
            Condition active = Condition.is("program.designationActive", program.designationActive, true);
            findings.offered(active.holds(), active);
        }
        if (findings.concerns("EC-02", always, applies)) {
            UniversalRules.notBelowGrade(fit, findings);
        }
        if (findings.concerns("EC-02.past", always, applies)) {
            UniversalRules.notPastGrade(fit, findings);
        }
        if (findings.concerns("EC-04", always, applies)) {
            Condition missing = Condition.is("program.collegeFormOnFile", program.collegeFormOnFile, false);
            findings.action(WhileUnknown.CONCLUDES, missing.holds(), missing);
        }
        if (findings.concerns("EC-04.consent", always, applies)) {
            Condition missing = Condition.is("program.collegeConsentOnFile", program.collegeConsentOnFile, false);
            findings.action(WhileUnknown.CONCLUDES, missing.holds(), missing);
        }
        if (findings.concerns("EC-05", always, applies)) {
            Condition now = Condition.is("program.lotteryNow", fit.lotteryNow, true);
            findings.lottery(now.holds(), now);
        }
        if (findings.concerns("EC-05.later", always, applies)) {
            Condition open = Condition.is("program.applicantsFinal", program.applicantsFinal, false);
            findings.say(open.holds(), open);
        }
        if (findings.concerns("EC-05.method", always, applies)) {
            unfairMethod(fit, findings);
        }
        if (findings.concerns("EC-06", always, applies)) {
            Condition open = Condition.is("program.prerequisiteOpen", program.prerequisiteOpen, true);
            Condition unplanned = Condition.is("program.courseOrderPlanOnFile", program.courseOrderPlanOnFile, false);
            findings.action(WhileUnknown.CONCLUDES, open.holds().and(unplanned.holds()), open, unplanned);
        }
        if (findings.concerns("EC-06.other", always, applies)) {
            Condition open = Condition.is("program.prerequisiteOpen", program.prerequisiteOpen, true);
            Condition none =
                    Condition.is("program.courseWithoutPrerequisite", program.courseWithoutPrerequisite, false);
            findings.say(open.holds().and(none.holds()), open, none);
        }
        if (findings.concerns("EC-07", always, applies)) {
            BigDecimal progress = creditProgress(fit.student);
            Answer known = progress == null ? Answer.UNKNOWN : Answer.of(progress.signum() >= 0);
            findings.report(known, new Condition("program.creditProgress", BigDecimal.ZERO, progress, known));
        }
        if (findings.concerns("EC-08", always, applies)) {
            Answer reached = is(program.hasCreditCeiling, true)
                    .and(credits(fit.student, false).atLeast(program.creditCeiling));
            Condition atCeiling = Condition.is("program.atCreditCeiling", reached, true);
            findings.say(atCeiling.holds(), atCeiling);
        }
        if (findings.concerns("EC-09", always, applies)) {
            UniversalRules.cost(fit, findings);
        }
    }

    /** Too many have applied and seats go by rank, by order of arrival or in no set way. */
    static void unfairMethod(Fit fit, Findings findings) {
        Condition tooMany = Condition.is("program.seatsShort", fit.seatsShort, true);
        Condition unfair =
                Condition.in("program.oversubscriptionMethod", fit.program.oversubscriptionMethod, UNFAIR_METHODS);
        findings.say(tooMany.holds().and(unfair.holds()), tooMany, unfair);
    }

    private static @Nullable BigDecimal creditProgress(Student student) {
        BigDecimal counted = credits(student, true).known();
        return counted == null
                ? null
                : counted.divide(CREDIT_GOAL, MathContext.DECIMAL128).stripTrailingZeros();
    }

    private static Amount credits(Student student, boolean onlyCounted) {
        List<Credit> credits = student.collegeCredits;
        if (credits == null) {
            return Amount.UNKNOWN;
        }
        Amount sum = Amount.ZERO;
        for (Credit credit : credits) {
            Answer counts = onlyCounted ? is(credit.counts(), true) : Answer.YES;
            Amount amount = Amount.atLeastZero(credit.credits());
            sum = counts == Answer.NO ? sum : sum.plus(counts == Answer.YES ? amount : amount.perhaps());
        }
        return sum;
    }
}
