package org.hqccp.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up schools and what they offer. No school of this list exists. */
final class SyntheticCity {
    private static final String[] GRADES = {"9", "10", "11", "12"};
    private final List<String> schools = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    /**
     * A program of a school.
     *
     * @param number its place among all offers
     * @param seatsForEach seats for each applicant
     */
    record Offer(
            int number,
            String id,
            String type,
            String school,
            String sector,
            List<Integer> entryGrades,
            double seatsForEach) {}

    SyntheticCity(Marginals marginals, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = Integer.parseInt(marginals.fixed("schools"));
        for (int i = 1; i <= count; i++) {
            String school = String.format("Synthetic School %02d", i);
            schools.add(school);
            boolean earlyCollege = isYes(marginals.draw("offersEarlyCollege", random));
            boolean innovation = isYes(marginals.draw("offersInnovationPathway", random));
            if (earlyCollege) {
                offer("early-college", "EC", school, marginals, random);
            }
            if (innovation) {
                offer("innovation", "ICP", school, marginals, random);
            }
        }
        offer("career-technical", "CH74", "Synthetic Career Technical School", marginals, random);
    }

    static boolean isYes(String value) {
        return value.equals("yes");
    }

    private void offer(String id, String type, String school, Marginals marginals, SplittableRandom random) {
        String[] grades = marginals.draw("entryGrades", random).split("-");
        int from = Integer.parseInt(grades[0]);
        int to = Integer.parseInt(grades[grades.length - 1]);
        List<Integer> entry = new ArrayList<>();
        for (String grade : GRADES) {
            int each = Integer.parseInt(grade);
            if (each >= from && each <= to) {
                entry.add(each);
            }
        }
        offers.add(new Offer(
                offers.size(),
                id,
                type,
                school,
                marginals.draw("sector", random),
                List.copyOf(entry),
                Double.parseDouble(marginals.draw("seatsForEachApplicant", "type", type, random))));
    }

    String school(SplittableRandom random) {
        return schools.get(random.nextInt(schools.size()));
    }

    /** All offers. */
    List<Offer> offers() {
        return offers;
    }

    /** What a student of a school may ask for: what it offers, and the school for all of the city. */
    List<Offer> near(String school) {
        return offers.stream()
                .filter(o -> o.school().equals(school) || o.type().equals("CH74"))
                .toList();
    }
}
