package org.hqccp.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.Table;
import org.jspecify.annotations.Nullable;

/** How common each value is among the students of a made-up cohort: the table {@code marginals.csv}. */
public final class Marginals {
    static final String UNKNOWN = "unknown";

    private static final List<String> COLUMNS = List.of("name", "value", "share", "source", "mark");
    private static final List<String> MARKS = List.of("SOURCED", "DESIGN", "BK", "CONFLICT");
    private static final BigDecimal NEAR = new BigDecimal("0.0005");

    private final Map<String, List<Share>> shares;

    private record Share(String value, double share) {}

    private Marginals(Map<String, List<Share>> shares) {
        this.shares = shares;
    }

    /**
     * Reads the table.
     *
     * @param problems gets what is wrong with it
     * @return none if anything is wrong
     */
    public static @Nullable Marginals read(String file, String text, List<Problem> problems) {
        int before = problems.size();
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Table.Row row : Table.read(file, text, COLUMNS, problems)) {
            BigDecimal share = share(row, problems);
            if (!MARKS.contains(row.get("mark")) || row.get("source").isEmpty()) {
                problems.add(row.problem(
                        "mark",
                        "MARK",
                        "a share says where it comes from, with a mark",
                        "write a source and SOURCED, or DESIGN and DESIGN"));
            }
            shares.computeIfAbsent(row.get("name"), n -> new ArrayList<>())
                    .add(new Share(row.get("value"), share.doubleValue()));
            sums.merge(row.get("name"), share, BigDecimal::add);
        }
        sums.forEach((name, sum) -> {
            if (sum.subtract(BigDecimal.ONE).abs().compareTo(NEAR) > 0) {
                problems.add(Problem.ofFile(
                        file, "SHARES", "the shares of '" + name + "' come to " + sum, "let them come to 1"));
            }
        });
        for (String needed : SyntheticStudent.NEEDED) {
            if (!shares.containsKey(needed)) {
                problems.add(Problem.ofFile(
                        file, "MISSING", "there is no share of '" + needed + "'", "add a row for each value"));
            }
        }
        return problems.size() > before ? null : new Marginals(shares);
    }

    private static BigDecimal share(Table.Row row, List<Problem> problems) {
        try {
            BigDecimal share = new BigDecimal(row.get("share"));
            if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Told below, with the advice that helps in both cases.
        }
        problems.add(row.problem(
                "share",
                "SHARE",
                "'" + row.get("share") + "' is not a share",
                "write a number between 0 and 1, such as 0.35"));
        return BigDecimal.ZERO;
    }

    /** The only value of what does not vary. */
    String fixed(String name) {
        return all(name).get(0).value();
    }

    String draw(String name, SplittableRandom random) {
        double at = random.nextDouble();
        List<Share> all = all(name);
        for (Share each : all) {
            at -= each.share();
            if (at < 0) {
                return each.value();
            }
        }
        return all.get(all.size() - 1).value();
    }

    /** Draws as the table says it is where another fact has a value, if it says so. */
    String draw(String name, String given, String value, SplittableRandom random) {
        String conditional = name + " when " + given + " is " + value;
        return draw(shares.containsKey(conditional) ? conditional : name, random);
    }

    private List<Share> all(String name) {
        List<Share> all = shares.get(name);
        if (all == null || all.isEmpty()) {
            throw new IllegalStateException("a table that was read has " + name);
        }
        return all;
    }
}
