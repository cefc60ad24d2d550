package org.hqccp.cohort;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hqccp.cohort.SyntheticCity.Offer;
import org.jspecify.annotations.Nullable;

/**
 * One made-up student, drawn from the seed and the student's number alone, so that each can be drawn again.
 *
 * @param drawn what was drawn, by the name of the table
 * @param offers what the student may ask for
 * @param applied the offer applied to; none if none
 * @param tickets of the student in a lottery
 * @param turn when the student's first ticket comes up: the smaller, the earlier
 */
record SyntheticStudent(
        int number,
        int grade,
        LocalDate born,
        String school,
        Map<String, String> drawn,
        List<Offer> offers,
        @Nullable Offer applied,
        int tickets,
        double turn) {

    private static final List<String> OF_STUDENT = List.of(
            "race",
            "gender",
            "lowIncome",
            "el",
            "iep",
            "homeless",
            "deviceAtHome",
            "ewisRisk",
            "mycapExists",
            "daysAbsent",
            "unexcusedDays",
            "promoted",
            "town",
            "sector");
    private static final List<String> LATER = List.of("applies", "enrolls", "stays", "completes");

    /** What the table of shares must hold. */
    static final List<String> NEEDED = List.of(
            "grade",
            "race",
            "gender",
            "lowIncome",
            "el",
            "iep",
            "homeless",
            "deviceAtHome",
            "ewisRisk",
            "mycapExists",
            "daysAbsent",
            "unexcusedDays",
            "promoted",
            "town",
            "sector",
            "schools",
            "offersEarlyCollege",
            "offersInnovationPathway",
            "seatsForEachApplicant",
            "entryGrades",
            "collegeForm",
            "collegeConsent",
            "careerTechnicalForm",
            "applies",
            "enrolls",
            "stays",
            "completes");

    private static final int AGE_AT_GRADE_NINE = 14;
    private static final int GRADE_NINE = 9;
    private static final int ATTENDANCE_LIMIT = 27;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static SyntheticStudent draw(Marginals marginals, SyntheticCity city, long seed, int number, LocalDate asOf) {
        SplittableRandom random = new SplittableRandom(seed + number * SPREAD);
        int grade = Integer.parseInt(marginals.draw("grade", random));
        String school = city.school(random);
        Map<String, String> drawn = new LinkedHashMap<>();
        OF_STUDENT.forEach(name -> drawn.put(name, marginals.draw(name, random)));
        String el = drawn.getOrDefault("el", Marginals.UNKNOWN);
        for (String form : List.of("collegeForm", "collegeConsent", "careerTechnicalForm")) {
            drawn.put(form, marginals.draw(form, "el", el, random));
        }
        LATER.forEach(name -> drawn.put(name, marginals.draw(name, random)));
        LocalDate born = asOf.minusYears(AGE_AT_GRADE_NINE + grade - GRADE_NINE).minusDays(random.nextInt(365));
        List<Offer> offers = city.near(school);
        boolean applies = SyntheticCity.isYes(drawn.getOrDefault("applies", "no"));
        Offer applied = applies ? offers.get(random.nextInt(offers.size())) : null;
        int tickets = applied == null || !applied.type().equals("CH74") ? 1 : tickets(drawn.get("unexcusedDays"));
        // The first of so many tickets comes up after an exponential time.
        double turn = -Math.log(1 - random.nextDouble()) / tickets;
        return new SyntheticStudent(number, grade, born, school, drawn, offers, applied, tickets, turn);
    }

    /** One, and one for attendance where it is not known to fail. */
    private static int tickets(@Nullable String days) {
        boolean fails = days != null && !days.equals(Marginals.UNKNOWN) && Integer.parseInt(days) >= ATTENDANCE_LIMIT;
        return fails ? 1 : 2;
    }

    String get(String name) {
        return drawn.getOrDefault(name, Marginals.UNKNOWN);
    }
}
