package org.hqccp.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** What records say of students, put together. Two that differ make the fact unknown, whichever came first. */
final class Claims {
    static final Unknown NOT_UNDERSTOOD = new Unknown("the district's files hold a value that was not understood");
    static final Unknown CONTRADICTED = new Unknown("the district's files contradict each other");

    private final List<CrosswalkRow> rows;
    private final List<Fact> facts;
    /** By identity: each is one object, and these are asked for with every value. */
    private final Map<CrosswalkRow, Integer> numbers = new IdentityHashMap<>();

    private final Map<Fact, Integer> factNumbers = new IdentityHashMap<>();
    private final @Nullable Object[] firstValues;
    private final boolean[] varied;
    private final Meanings meanings;
    private final Lookups lookups;
    private final ImportReport report;

    Claims(List<CrosswalkRow> all, Meanings meanings, Lookups lookups, ImportReport report) {
        this.rows = all.stream().filter(CrosswalkRow::saysSomething).toList();
        this.facts = rows.stream().map(Claims::fact).distinct().toList();
        for (int i = 0; i < rows.size(); i++) {
            numbers.put(rows.get(i), i);
        }
        for (int i = 0; i < facts.size(); i++) {
            factNumbers.put(facts.get(i), i);
        }
        this.firstValues = new Object[rows.size()];
        this.varied = new boolean[rows.size()];
        this.meanings = meanings;
        this.lookups = lookups;
        this.report = report;
    }

    private static Fact fact(CrosswalkRow row) {
        return Objects.requireNonNull(row.fact());
    }

    List<CrosswalkRow> rows() {
        return rows;
    }

    List<Fact> facts() {
        return facts;
    }

    /** Whether a row said something different of any two students. */
    boolean hasVaried(int row) {
        return varied[row];
    }

    void yes(CrosswalkRow row, Student student, Scope record) {
        claim(row, student, record, "", Boolean.TRUE);
    }

    void notUnderstood(CrosswalkRow row, Student student, Scope record, String why) {
        String element = row.elements().isEmpty() ? "" : row.elements().get(0);
        report.note(Kind.NOT_UNDERSTOOD, record, element, row.place(), why);
        claim(row, student, record, element, NOT_UNDERSTOOD);
    }

    /** The first of two columns less the second; each alone says nothing. */
    void difference(CrosswalkRow row, Student student, Scope record) {
        Fact fact = fact(row);
        BigDecimal result = null;
        for (String element : row.elements()) {
            List<String> written = record.get(element);
            if (written.isEmpty()) {
                return;
            }
            BigDecimal number = Meanings.number(fact, written.get(0));
            if (number == null) {
                notUnderstood(row, student, record, "it is no number that fits " + fact.label() + ": unknown");
                return;
            }
            result = result == null ? number : result.subtract(number);
        }
        if (result == null || !fact.isInRange(result)) {
            notUnderstood(row, student, record, "the first is less than the second: unknown");
            return;
        }
        claim(
                row,
                student,
                record,
                row.elements().get(0),
                fact.type() == FactType.WHOLE_NUMBER ? (Object) result.longValue() : result.stripTrailingZeros());
    }

    void values(CrosswalkRow row, Student student, Scope record, List<String> written) {
        Fact fact = fact(row);
        String element = row.elements().get(0);
        if (row.lookup() != null) {
            if (written.stream().allMatch(Meanings::isText)) {
                claim(row, student, record, element, lookups.keys(new TreeSet<>(written)));
            } else {
                notUnderstood(row, student, record, "it is no id that can be looked up: unknown");
            }
            return;
        }
        for (String each : written) {
            Meanings.Meaning meaning = meanings.of(row, fact, each);
            if (meaning instanceof Meanings.Meaning.NoSuchCode none) {
                report.code(record, element, row.place(), none.code());
                claim(row, student, record, element, NOT_UNDERSTOOD);
            } else if (meaning instanceof Meanings.Meaning.NoValue none) {
                notUnderstood(row, student, record, none.why());
            } else if (meaning instanceof Meanings.Meaning.Value some) {
                Object value = some.value();
                if (value != null) {
                    claim(row, student, record, element, value);
                }
            }
        }
    }

    /** What was counted of a student when all files were read. */
    void counted(CrosswalkRow row, Student student, Object value) {
        if (value instanceof Unknown) {
            int fact = Objects.requireNonNull(factNumbers.get(row.fact()));
            student.set(fact, together(student.get(fact), value), student.row());
        } else {
            claim(row, student, student, "", value);
        }
    }

    private void claim(CrosswalkRow row, Student student, Scope record, String element, Object value) {
        int number = Objects.requireNonNull(numbers.get(row));
        int fact = Objects.requireNonNull(factNumbers.get(row.fact()));
        student.said(number);
        if (firstValues[number] == null) {
            firstValues[number] = value;
        } else if (!value.equals(firstValues[number])) {
            varied[number] = true;
        }
        Object before = student.get(fact);
        Object after = together(before, value);
        if (after == CONTRADICTED && before != CONTRADICTED) {
            report.note(
                    Kind.CONTRADICTION,
                    record,
                    element,
                    row.place(),
                    "it contradicts what line " + student.line(fact) + " said of the same student: unknown");
        }
        student.set(fact, after, record.row());
    }

    private Object together(@Nullable Object before, Object value) {
        return before instanceof Lookups.Keys a && value instanceof Lookups.Keys b && !a.equals(b)
                ? lookups.both(a, b)
                : both(before, value);
    }

    /** What two values of one fact say together. */
    static Object both(@Nullable Object before, Object value) {
        if (before == null || before.equals(value)) {
            return value;
        } else if (before instanceof Set<?> a && value instanceof Set<?> b) {
            List<Object> all = new ArrayList<>(a);
            all.addAll(b);
            return Set.copyOf(all);
        } else if (before == CONTRADICTED || value == CONTRADICTED) {
            return CONTRADICTED;
        } else if (before instanceof Set<?> || value instanceof Set<?>) {
            // A set with an element that was not understood is not whole.
            return before instanceof Unknown ? before : value;
        } else if (value instanceof Unknown) {
            return before;
        } else if (before instanceof Unknown) {
            return value;
        }
        return CONTRADICTED;
    }
}
