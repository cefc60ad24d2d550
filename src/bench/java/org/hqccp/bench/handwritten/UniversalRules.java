package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.in;
import static org.hqccp.bench.handwritten.Answer.is;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.bench.handwritten.Findings.WhileUnknown;
import org.hqccp.bench.handwritten.Program.Agreement;
import org.jspecify.annotations.Nullable;

/** Rules for every pathway. */
final class UniversalRules {
    private static final Set<String> OPEN_BY_SCHOOL = Set.of("EC", "ICP", "PERKINS", "DE", "WBL");
    private static final Set<String> PATHWAYS = Set.of("EC", "ICP", "CH74", "PERKINS");
    private static final Set<String> WITH_AGREEMENTS = Set.of("EC", "ICP", "CH74");
    private static final Set<String> WITH_COSTS = Set.of("ICP", "CH74");
    private static final Set<String> FORMAL = Set.of("MOU", "FORMAL_AGREEMENT");
    private static final int YEARS_WITHOUT_A_TERM = 3;

    private UniversalRules() {}

    static void judge(Fit fit, Findings findings, Force always) {
        String type = fit.program.type;
        if (findings.concerns("EC-09.other", always, in(type, WITH_COSTS))) {
            cost(fit, findings);
        }
        if (findings.concerns("EP-14.student", always, in(type, WITH_AGREEMENTS))) {
            Condition lapsed = Condition.is("program.agreementsCurrent", agreementsCurrent(fit), false);
            findings.say(lapsed.holds(), lapsed);
        }
        if (findings.concerns("PE-01", always, in(type, OPEN_BY_SCHOOL))) {
            Condition open = Condition.is("program.openToStudentsSchool", fit.openToStudentsSchool, true);
            findings.offered(open.holds(), open);
        }
        Answer perkins = is(type, "PERKINS");
        if (findings.concerns("PE-01.grade", always, perkins)) {
            notBelowGrade(fit, findings);
        }
        if (findings.concerns("PE-01.past", always, perkins)) {
            notPastGrade(fit, findings);
        }
        if (findings.concerns("PE-09", always, in(type, PATHWAYS))) {
            noDiploma(fit, findings);
        }
        if (findings.concerns("PE-09.de", always, is(type, "DE"))) {
            noDiploma(fit, findings);
        }
    }

    /** The grade at entry is not below the grades that may enter. */
    static void notBelowGrade(Fit fit, Findings findings) {
        Condition notLater = Condition.is("program.entersLater", fit.entersLater, false);
        findings.timely(notLater.holds(), notLater);
    }

    /** The grade at entry is not past the grades that may enter. */
    static void notPastGrade(Fit fit, Findings findings) {
        Condition now = Condition.is("program.entersNow", fit.entersNow, true);
        Condition later = Condition.is("program.entersLater", fit.entersLater, true);
        findings.offered(now.holds().or(later.holds()), now, later);
    }

    private static void noDiploma(Fit fit, Findings findings) {
        Condition none = Condition.is("student.diplomaEarned", fit.student.diplomaEarned, false);
        findings.offered(none.holds(), none);
    }

    /** A cost would reach the family. */
    static void cost(Fit fit, Findings findings) {
        Amount left = fit.costLeftToStudents();
        Answer some = left.moreThan(BigDecimal.ZERO);
        findings.action(
                WhileUnknown.CONCLUDES,
                some,
                new Condition("program.costLeftToStudents", BigDecimal.ZERO, left.known(), some));
    }

    private static Answer agreementsCurrent(Fit fit) {
        List<Agreement> agreements = fit.program.agreements;
        if (agreements == null) {
            return Answer.UNKNOWN;
        }
        Answer anyOutOfTerm = Answer.NO;
        for (Agreement agreement : agreements) {
            anyOutOfTerm = anyOutOfTerm.or(mustBeCurrent(agreement, fit.program)
                    .and(isCurrent(agreement, fit.asOf).not())
                    .and(is(agreement.replaced(), false)));
        }
        return anyOutOfTerm.not();
    }

    private static Answer mustBeCurrent(Agreement agreement, Program program) {
        Set<String> signed = agreement.signatories();
        return (signed == null ? Answer.UNKNOWN : Answer.of(!signed.isEmpty()))
                .and(in(agreement.kind(), FORMAL)
                        .or(in(program.type, Set.of("EC", "ICP")).and(is(program.stage, "PART_A"))));
    }

    private static Answer isCurrent(Agreement agreement, LocalDate asOf) {
        LocalDate signed = agreement.signedOn();
        LocalDate last = lastDay(agreement);
        return (signed == null ? Answer.UNKNOWN : Answer.of(!signed.isAfter(asOf)))
                .and(last == null ? Answer.UNKNOWN : Answer.of(!last.isBefore(asOf)));
    }

    private static @Nullable LocalDate lastDay(Agreement agreement) {
        LocalDate signed = agreement.signedOn();
        LocalDate byDefault = signed == null ? null : signed.plusYears(YEARS_WITHOUT_A_TERM);
        Boolean stated = agreement.termStated();
        if (stated == null) {
            return byDefault != null && byDefault.equals(agreement.expiresOn()) ? byDefault : null;
        }
        return stated ? agreement.expiresOn() : byDefault;
    }
}
