package org.hqccp.bench.handwritten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case says of the student; null while not known. */
final class Student {
    final @Nullable Long gradeLevel;
    final @Nullable LocalDate dateOfBirth;
    final @Nullable String school;
    final @Nullable String residencyTown;
    final @Nullable Boolean livesInMassachusetts;
    final @Nullable Boolean diplomaEarned;
    final @Nullable Boolean promotedToNextGrade;
    final @Nullable Set<String> pathwaysEnrolled;
    final @Nullable Long unexcusedFullDayAbsences270;
    final @Nullable List<Credit> collegeCredits;
    final @Nullable List<Suspension> suspensions;

    /** A college course completed. */
    record Credit(@Nullable BigDecimal credits, @Nullable Boolean counts) {}

    /** A suspension or expulsion. */
    record Suspension(
            @Nullable String law,
            @Nullable BigDecimal days,
            @Nullable Long grade) {}

    Student(Facts facts) {
        gradeLevel = facts.whole("gradeLevel");
        dateOfBirth = facts.date("dateOfBirth");
        school = facts.text("school");
        residencyTown = facts.text("residencyTown");
        livesInMassachusetts = facts.yesNo("livesInMassachusetts");
        diplomaEarned = facts.yesNo("diplomaEarned");
        promotedToNextGrade = facts.yesNo("promotedToNextGrade");
        pathwaysEnrolled = facts.texts("pathwaysEnrolled");
        unexcusedFullDayAbsences270 = facts.whole("unexcusedFullDayAbsences270");
        List<Facts> credits = facts.list("collegeCredits");
        collegeCredits = credits == null
                ? null
                : credits.stream()
                        .map(c -> new Credit(c.number("credits"), c.yesNo("counts")))
                        .toList();
        List<Facts> removals = facts.list("suspensions");
        suspensions = removals == null
                ? null
                : removals.stream()
                        .map(s -> new Suspension(s.text("law"), s.number("days"), s.whole("grade")))
                        .toList();
    }
}
