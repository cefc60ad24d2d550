package org.hqccp.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** What a written value means for a fact. What is in no list, and no value of the fact, is not understood: it is never guessed. */
final class Meanings {
    /** The code itself says that the value is not known. */
    static final Unknown NOT_TOLD = new Unknown("the district's code for it holds no value a fact can have");

    private static final int LONGEST = 200;
    private static final String ED_FI = "uri://ed-fi.org/";

    private final Crosswalk crosswalk;
    private final LocalDate asOf;
    private final Map<String, String> shortNames = new HashMap<>();
    private final Map<String, String> pool = new HashMap<>();

    /** @param asOf the day of the cases */
    Meanings(Crosswalk crosswalk, LocalDate asOf) {
        this.crosswalk = crosswalk;
        this.asOf = asOf;
    }

    /** What a value was found to mean. */
    sealed interface Meaning {
        /** A value of the fact; none where it says nothing either way. */
        record Value(@Nullable Object value) implements Meaning {}

        /** No list holds the code. */
        record NoSuchCode(String code) implements Meaning {}

        /** It is no value of the fact. */
        record NoValue(String why) implements Meaning {}
    }

    /** A descriptor file says that a short name stands for a code. */
    void shortName(String name, String code) {
        if (shortNames.size() < 50_000) {
            shortNames.putIfAbsent(name, code);
        }
    }

    /** What a code of a list means; none where the list does not hold it. */
    @Nullable
    String code(String list, String written) {
        Map<String, Crosswalk.Code> codes = crosswalk.list(list);
        String code = plain(written);
        Crosswalk.Code meaning = codes.get(code);
        if (meaning == null && shortNames.containsKey(code)) {
            meaning = codes.get(shortNames.get(code));
        }
        return meaning == null ? null : meaning.value();
    }

    /** A code of Ed-Fi's own without the place it is defined in. A code defined elsewhere stays whole. */
    static String plain(String written) {
        return written.startsWith(ED_FI) ? written.substring(written.indexOf('#') + 1) : written;
    }

    boolean meets(CrosswalkRow.When when, List<String> written) {
        boolean isOne = written.stream().map(Meanings::plain).anyMatch(when.codes()::contains);
        return isOne == when.isOneOf();
    }

    static boolean isText(String written) {
        return !written.isEmpty()
                && written.length() <= LONGEST
                && written.chars()
                        .noneMatch(c -> c == Decoding.NO_LETTER || Character.isISOControl(c) || c == '\uFEFF');
    }

    Meaning of(CrosswalkRow row, Fact fact, String written) {
        if (!isText(written)) {
            return new Meaning.NoValue(
                    written.indexOf(Decoding.NO_LETTER) >= 0
                            ? "the bytes are no letters of the encoding: unknown"
                            : "it is no single line of at most " + LONGEST + " letters: unknown");
        }
        String list = row.list();
        if (list == null) {
            Object value = row.isFirstYear() ? firstYear(Validity.day(written)) : plainValue(row, fact, written);
            return value == null
                    ? new Meaning.NoValue("it is no value of " + fact.label() + ": unknown")
                    : new Meaning.Value(value);
        }
        String meaning = code(list, written);
        if (meaning == null) {
            return new Meaning.NoSuchCode(plain(written));
        }
        return switch (meaning) {
            case Crosswalk.SAYS_NOTHING -> new Meaning.Value(null);
            case Crosswalk.NOT_KNOWN -> new Meaning.Value(NOT_TOLD);
            default -> new Meaning.Value(coded(fact, meaning));
        };
    }

    private Object coded(Fact fact, String meaning) {
        return switch (fact.type()) {
            case YES_NO -> meaning.equals("yes");
            case WHOLE_NUMBER -> Long.valueOf(meaning);
            case NUMBER -> new BigDecimal(meaning);
            case SET_OF, SET_OF_TEXTS -> Set.copyOf(List.of(meaning.split("\\s*;\\s*")));
            default -> meaning;
        };
    }

    private @Nullable Object plainValue(CrosswalkRow row, Fact fact, String written) {
        return switch (fact.type()) {
            case DATE -> row.hasUsDays() ? usDay(written) : Dates.read(written);
            case WHOLE_NUMBER ->
                written.matches("[0-9]{1,9}") && fact.isInRange(new BigDecimal(written))
                        ? (Object) Long.valueOf(written)
                        : null;
            case NUMBER -> number(fact, written);
            case TEXT -> pool.computeIfAbsent(written, w -> w);
            case ONE_OF -> fact.values().containsKey(written) ? written : null;
            case SET_OF -> fact.values().containsKey(written) ? Set.of(written) : null;
            case SET_OF_TEXTS -> new TreeSet<>(Set.of(written));
            // Nothing is a yes or a no but by a list of codes.
            case YES_NO, MONTH, MONTH_DAY, TIME, SET_OF_NUMBERS -> null;
        };
    }

    /** Whether a first year lasts on the day of the cases. Twelve months or a school year? Where the two differ, nobody knows. */
    private @Nullable Object firstYear(@Nullable LocalDate began) {
        if (began == null || began.isAfter(asOf)) {
            return null;
        }
        boolean isOfSchoolYear = !began.isBefore(Dates.firstOfSchoolYear(asOf));
        boolean isOfTwelveMonths = began.plusYears(1).isAfter(asOf);
        return isOfSchoolYear == isOfTwelveMonths ? (Object) isOfSchoolYear : NOT_TOLD;
    }

    /** A number in the places a case can hold; none where it is not one, or out of the range of the fact. */
    static @Nullable BigDecimal number(Fact fact, String written) {
        if (!written.matches("[0-9]{1,9}([.][0-9]{1,4})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(written).stripTrailingZeros();
        return fact.isInRange(number) ? number : null;
    }

    static @Nullable LocalDate usDay(String written) {
        if (!written.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")) {
            return Dates.read(written);
        }
        String[] parts = written.split("/");
        return Dates.read(parts[2] + "-" + two(parts[0]) + "-" + two(parts[1]));
    }

    private static String two(String part) {
        return part.length() == 1 ? "0" + part : part;
    }
}
