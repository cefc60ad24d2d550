package org.hqccp.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.hqccp.cohort.SyntheticCity.Offer;
import org.hqccp.json.Json;

/** A cohort of made-up students. The same seed, table and day give the same bytes. */
public final class SyntheticCohort {
    static final String NOTE =
            "Every student and school in this file is made up by chance. It says nothing about real students or schools.";

    /** What the cases say enough for. */
    private static final List<String> DECISIONS = List.of("pathway-eligibility", "student-supports");

    private final Marginals marginals;
    private final SyntheticCity city;
    private final int students;
    private final long seed;
    private final LocalDate asOf;

    /** @param asOf the day for which the cases are decided */
    public SyntheticCohort(Marginals marginals, int students, long seed, LocalDate asOf) {
        this.marginals = marginals;
        this.city = new SyntheticCity(marginals, seed);
        this.students = students;
        this.seed = seed;
        this.asOf = asOf;
    }

    /** Who applied for one offer, and who drew a seat. */
    record Pool(int applicants, int seats, double lastTurn) {
        boolean isShort() {
            return applicants > seats;
        }

        boolean offers(SyntheticStudent student) {
            return !isShort() || student.turn() <= lastTurn;
        }
    }

    /** Writes the cohort, one line for its mark and one for each student. */
    public void write(OutputStream out, IntConsumer written) throws IOException {
        line(
                out,
                Json.bytes(Json.object(
                        "cohort",
                        Json.object(
                                "synthetic",
                                true,
                                "note",
                                NOTE,
                                "students",
                                students,
                                "seed",
                                seed,
                                "asOf",
                                asOf,
                                "decisions",
                                DECISIONS))));
        Pool[] pools = pools();
        SyntheticLine lines = new SyntheticLine(asOf);
        for (int i = 1; i <= students; i++) {
            line(out, Json.bytes(lines.of(student(i), pools)));
            written.accept(i);
        }
    }

    private SyntheticStudent student(int number) {
        return SyntheticStudent.draw(marginals, city, seed, number, asOf);
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    private Pool[] pools() {
        int offers = city.offers().size();
        double[][] turns = new double[offers][16];
        int[] applicants = new int[offers];
        for (int i = 1; i <= students; i++) {
            SyntheticStudent student = student(i);
            Offer applied = student.applied();
            if (applied != null) {
                int pool = applied.number();
                if (applicants[pool] == turns[pool].length) {
                    turns[pool] = Arrays.copyOf(turns[pool], 2 * turns[pool].length);
                }
                turns[pool][applicants[pool]++] = student.turn();
            }
        }
        Pool[] pools = new Pool[offers];
        for (Offer offer : city.offers()) {
            int number = offer.number();
            double[] sorted = Arrays.copyOf(turns[number], applicants[number]);
            Arrays.sort(sorted);
            int seats = Math.max(1, (int) Math.round(offer.seatsForEach() * sorted.length));
            double last = sorted.length == 0 ? 0 : sorted[Math.min(seats, sorted.length) - 1];
            pools[number] = new Pool(sorted.length, seats, last);
        }
        return pools;
    }
}
