package org.hqccp.bench.handwritten;

import static org.hqccp.bench.handwritten.Answer.UNKNOWN;
import static org.hqccp.bench.handwritten.Answer.holds;
import static org.hqccp.bench.handwritten.Answer.is;

import java.time.LocalDate;
import java.util.Set;
import org.hqccp.bench.handwritten.Program.Cost;
import org.jspecify.annotations.Nullable;

/** What follows from the facts of one student and one program taken together. */
final class Fit {
    private static final int FIRST_DUAL_ENROLLMENT_GRADE = 9;
    private static final int LAST_DUAL_ENROLLMENT_GRADE = 12;
    private static final int HIGHEST_ENTRY_GRADE = 12;
    private static final int LOWEST_LATER_GRADE = 8;
    private static final Set<String> OTHERS_WHO_PAY = Set.of("PROGRAM", "DISTRICT", "IHE", "STATE");

    final Student student;
    final Program program;
    final LocalDate asOf;
    final Grade gradeAtEntry;
    final Answer offeredAtStudentsSchool;
    final Answer openToStudentsSchool;
    final Answer entersNow;
    final Answer entersLater;
    final Answer seatsShort;
    final Answer lotteryNow;
    final Answer waitListYearOver;

    Fit(Student student, Program program, LocalDate asOf) {
        this.student = student;
        this.program = program;
        this.asOf = asOf;
        Integer entryYear = program.entryTerm == null ? null : schoolYear(program.entryTerm);
        gradeAtEntry = Grade.atEntry(student.gradeLevel, entryYear, schoolYear(asOf));
        offeredAtStudentsSchool = (program.school == null || student.school == null
                        ? UNKNOWN
                        : is(program.school, student.school))
                .or(holds(program.enrollsFrom, student.school));
        openToStudentsSchool = offeredAtStudentsSchool.or(is(program.openToAllSchools, true));
        Answer dualEnrollment = is(program.type, "DE");
        entersNow = either(dualEnrollment, entersDualEnrollment(), entersByGrade());
        entersLater = either(
                dualEnrollment,
                gradeAtEntry.below(FIRST_DUAL_ENROLLMENT_GRADE),
                entersNow.not().and(laterEntryGrade()));
        seatsShort = program.applicants == null || program.seats == null
                ? UNKNOWN
                : Answer.of(program.applicants > program.seats);
        lotteryNow = is(program.applicantsFinal, true).and(seatsShort);
        waitListYearOver = entryYear == null ? UNKNOWN : Answer.of(schoolYear(asOf) > entryYear);
    }

    /** The calendar year in which the school year of a day began. */
    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
    }

    private static Answer either(Answer condition, Answer then, Answer otherwise) {
        return switch (condition) {
            case YES -> then;
            case NO -> otherwise;
            case UNKNOWN -> then == otherwise ? then : UNKNOWN;
        };
    }

    private Answer entersDualEnrollment() {
        return gradeAtEntry
                .below(FIRST_DUAL_ENROLLMENT_GRADE)
                .not()
                .and(gradeAtEntry.above(LAST_DUAL_ENROLLMENT_GRADE).not());
    }

    private Answer entersByGrade() {
        Long grade = gradeAtEntry.known();
        return holds(program.entryGrades, grade == null ? null : grade.toString());
    }

    private Answer laterEntryGrade() {
        Answer later = Answer.NO;
        for (int grade = LOWEST_LATER_GRADE; grade <= HIGHEST_ENTRY_GRADE; grade++) {
            later = later.or(gradeAtEntry.below(grade).and(holds(program.entryGrades, Integer.toString(grade))));
        }
        return later;
    }

    Answer studentIsResident() {
        return holds(program.residentTowns, student.residencyTown);
    }

    /** What a student would pay in a year, after what others pay. */
    Amount costLeftToStudents() {
        return Amount.atLeastZero(program.tuition)
                .plus(Amount.atLeastZero(program.fees))
                .plus(left(program.books))
                .plus(left(program.transport))
                .plus(left(program.equipment));
    }

    private static Amount left(Cost cost) {
        Answer paid = is(
                        cost.amount() == null
                                ? null
                                : Boolean.valueOf(cost.amount().signum() == 0),
                        true)
                .or(Answer.in(cost.paidBy(), OTHERS_WHO_PAY));
        return switch (paid) {
            case YES -> Amount.ZERO;
            case NO -> Amount.atLeastZero(cost.amount());
            case UNKNOWN -> Amount.UNKNOWN;
        };
    }

    Answer reachableByTransfer() {
        return is(program.inBoston, true)
                .and(is(program.openByTransfer, true))
                .and(entersNow)
                .and(is(program.type, "PERKINS").or(is(program.designationActive, true)))
                .and(is(student.diplomaEarned, false));
    }

    static @Nullable Long daysBetween(@Nullable LocalDate earlier, @Nullable LocalDate later) {
        return earlier == null || later == null ? null : Long.valueOf(later.toEpochDay() - earlier.toEpochDay());
    }
}
