package org.hqccp.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** What is known of each student when all files are read. */
final class Outcome {
    static final Unknown CONSTANT =
            new Unknown("the district's files hold one same value for everybody, which is not believed");
    private static final Unknown NOT_FOUND = new Unknown("the district's files name it by an id they do not explain");
    private static final Unknown NOT_WHOLE = new Unknown("the district's files need not name everything");

    private final Gathering gathering;
    private final Claims claims;
    private final Set<String> complete;
    private final List<Student> roster;
    private final boolean[] doubted;

    /** @param roster the students there are */
    Outcome(Gathering gathering, ImportOptions options, List<Student> roster) {
        this.gathering = gathering;
        this.claims = gathering.claims();
        this.complete = options.complete();
        this.roster = roster;
        this.doubted = new boolean[claims.rows().size()];
        for (int row = 0; row < doubted.length; row++) {
            int number = row;
            doubted[row] = !claims.rows().get(row).believesConstant()
                    && !claims.hasVaried(row)
                    && roster.size() >= options.constantFrom()
                    && roster.stream().allMatch(student -> student.hasSaid(number));
        }
    }

    List<Student> roster() {
        return roster;
    }

    /** The value, an {@link Unknown} with its reason, or nothing where the files say nothing. */
    @Nullable
    Object of(Student student, int fact) {
        Object value = student.get(fact);
        if (value == null) {
            return isInNone(claims.facts().get(fact))
                    ? Boolean.FALSE
                    : hasNoneOf(claims.facts().get(fact)) ? Set.of() : null;
        }
        if (value instanceof Unknown) {
            return value;
        }
        List<CrosswalkRow> said = said(student, claims.facts().get(fact));
        if (said.isEmpty()) {
            return CONSTANT;
        }
        if (value instanceof Lookups.Keys keys) {
            return name(said.get(0), keys);
        }
        if (value instanceof Set && !rows(claims.facts().get(fact)).allMatch(this::isWhole)) {
            return NOT_WHOLE;
        }
        return value;
    }

    private Stream<CrosswalkRow> rows(Fact fact) {
        return claims.rows().stream().filter(row -> row.fact() == fact);
    }

    /** Whether records that name all elements of a set came whole, and name none of a student. */
    private boolean hasNoneOf(Fact fact) {
        return (fact.type() == FactType.SET_OF || fact.type() == FactType.SET_OF_TEXTS)
                && rows(fact).allMatch(row -> isWhole(row) && complete.contains(row.record()));
    }

    /** A set is whole where each record with elements of it is the student's own row, or is said to be complete. */
    private boolean isWhole(CrosswalkRow row) {
        RecordRows rows = gathering.rows(row.record());
        return (rows != null && rows.first(How.KEY) != null)
                || (complete.contains(row.record()) && gathering.isWhole(row.record()));
    }

    private List<CrosswalkRow> said(Student student, Fact fact) {
        List<CrosswalkRow> said = new ArrayList<>();
        for (int row = 0; row < doubted.length; row++) {
            CrosswalkRow each = claims.rows().get(row);
            if (each.fact() == fact && student.hasSaid(row) && !doubted[row]) {
                said.add(each);
            }
        }
        return said;
    }

    private @Nullable Object name(CrosswalkRow row, Lookups.Keys keys) {
        Lookups.Found found = gathering.lookups().find(String.valueOf(row.lookup()), keys);
        String name = gathering.lookups().only(found);
        if (name != null) {
            return name;
        }
        if (found instanceof Lookups.Found.Names names) {
            return names.names().isEmpty() ? null : Claims.CONTRADICTED;
        }
        return NOT_FOUND;
    }

    static boolean isNotFound(@Nullable Object value) {
        return value == NOT_FOUND;
    }

    /** Whether a list that is said to name everybody of whom the fact holds came whole. */
    private boolean isInNone(Fact fact) {
        return claims.rows().stream()
                .filter(row -> row.how() == How.YES && row.fact() == fact)
                .anyMatch(row -> complete.contains(row.record()) && gathering.isWhole(row.record()));
    }

    /** Rows of the crosswalk that gave one same value to everybody. */
    List<CrosswalkRow> doubtedRows() {
        List<CrosswalkRow> rows = new ArrayList<>();
        for (int row = 0; row < doubted.length; row++) {
            if (doubted[row]) {
                rows.add(claims.rows().get(row));
            }
        }
        return rows;
    }
}
