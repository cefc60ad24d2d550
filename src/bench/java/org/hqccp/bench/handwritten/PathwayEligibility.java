package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hqccp.bench.handwritten.Findings.Force;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** Decides which pathways a student may enter. */
public final class PathwayEligibility {
    private static final LocalDate FIRST_RULES = LocalDate.of(2017, 1, 1);
    private static final LocalDate FIRST_INNOVATION_RULES = LocalDate.of(2017, 7, 31);
    private static final LocalDate NEW_ADMISSION = LocalDate.of(2026, 8, 1);
    private static final Set<String> DESIGNATED = Set.of("EC", "ICP", "CH74", "PERKINS");
    private static final Set<String> OPEN = Set.of("ELIGIBLE", "ELIGIBLE_ENTER_LOTTERY", "ELIGIBLE_WITH_ACTION");

    private final LocalDate asOf;
    private final Student student;
    private final List<Program> programs;

    private PathwayEligibility(LocalDate asOf, Student student, List<Program> programs) {
        this.asOf = asOf;
        this.student = student;
        this.programs = programs;
    }

    /** The facts of a case, made ready outside of what is timed. */
    public static PathwayEligibility of(Entity root) {
        Facts facts = new Facts(root);
        LocalDate asOf = facts.date("asOf");
        List<Facts> programs = facts.list("programs");
        if (asOf == null || programs == null) {
            throw new IllegalArgumentException("a case here has its decision date and its programs");
        }
        return new PathwayEligibility(
                asOf,
                new Student(facts.single("student")),
                programs.stream().map(Program::new).toList());
    }

    /** The answer about each program, in the order of the case. */
    public List<ProgramAnswer> decide() {
        List<ProgramAnswer> answers = new ArrayList<>(programs.size());
        for (Program program : programs) {
            answers.add(decide(new Fit(student, program, asOf)));
        }
        return answers;
    }

    private static ProgramAnswer decide(Fit fit) {
        Program program = fit.program;
        Findings findings = new Findings(program.id);
        Force always = inForce(fit.asOf, FIRST_RULES, LocalDate.MAX);
        Force sinceInnovation = inForce(fit.asOf, FIRST_INNOVATION_RULES, LocalDate.MAX);
        Force newAdmission = inForce(program.entryTerm, NEW_ADMISSION, LocalDate.MAX);
        Force oldAdmission = inForce(program.entryTerm, FIRST_RULES, NEW_ADMISSION.minusDays(1));
        UniversalRules.judge(fit, findings, always);
        EarlyCollegeRules.judge(fit, findings, always);
        InnovationRules.judge(fit, findings, sinceInnovation);
        ChapterSeventyFourRules.judge(fit, findings, always, newAdmission, oldAdmission);
        LotteryRules.judge(fit, findings, always, newAdmission);
        OtherRules.judge(fit, findings, always);
        String outcome = outcome(findings);
        return new ProgramAnswer(program.id, outcome, rank(fit, outcome), findings.all);
    }

    private static Force inForce(@Nullable LocalDate day, LocalDate from, LocalDate to) {
        return day == null ? Force.UNKNOWN : day.isBefore(from) || day.isAfter(to) ? Force.NO : Force.YES;
    }

    private static @Nullable String outcome(Findings findings) {
        return new FirstThatHolds()
                .then("NOT_OFFERED", findings.notOffered)
                .then("NOT_YET", findings.notYet)
                .then("ELIGIBLE_WITH_ACTION", findings.action)
                .then("ELIGIBLE_ENTER_LOTTERY", findings.lottery)
                .then("ELIGIBLE", Answer.YES)
                .code();
    }

    private static @Nullable String rank(Fit fit, @Nullable String outcome) {
        String type = fit.program.type;
        Answer pathway = Answer.in(type, DESIGNATED);
        Answer here = fit.offeredAtStudentsSchool;
        Answer elsewhere = here.not();
        Answer open = Answer.in(outcome, OPEN);
        Answer openOrByTransfer = open.or(fit.reachableByTransfer());
        return new FirstThatHolds()
                .then("SAME_SCHOOL", pathway.and(here).and(is(outcome, "ELIGIBLE")))
                .then("SAME_SCHOOL_LOTTERY", pathway.and(here).and(is(outcome, "ELIGIBLE_ENTER_LOTTERY")))
                .then("SAME_SCHOOL_WITH_ACTION", pathway.and(here).and(is(outcome, "ELIGIBLE_WITH_ACTION")))
                .then(
                        "EC_ICP_TOGETHER",
                        is(fit.program.runsTogether, true)
                                .and(Answer.in(type, Set.of("EC", "ICP")))
                                .and(elsewhere)
                                .and(openOrByTransfer))
                .then("CHAPTER_74", is(type, "CH74").and(elsewhere).and(open))
                .then(
                        "OTHER_SCHOOL",
                        Answer.in(type, Set.of("EC", "ICP", "PERKINS"))
                                .and(elsewhere)
                                .and(openOrByTransfer))
                .then("DUAL_ENROLLMENT", is(type, "DE").and(open))
                .then("WORK_BASED_LEARNING", is(type, "WBL").and(open))
                .then("LATER", is(outcome, "NOT_YET"))
                .code();
    }

    /** The first code that holds when none before it does; none while an earlier one cannot be told. */
    private static final class FirstThatHolds {
        private @Nullable String first;
        private boolean settled;

        FirstThatHolds then(String code, Answer holds) {
            if (!settled && holds != Answer.NO) {
                settled = true;
                first = holds == Answer.YES ? code : null;
            }
            return this;
        }

        @Nullable
        String code() {
            return first;
        }
    }
}
