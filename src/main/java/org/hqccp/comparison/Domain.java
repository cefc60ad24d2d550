package org.hqccp.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.verification.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The values that matter of each fact: one from every part that the constants of both rules cut its range into. Two values of one part can
 * never be told apart by a comparison with those constants.
 */
final class Domain {
    /** A whole number with at most so many allowed values is tried with each of them. */
    static final int FEW = 16;
    /** No list is tried that is longer. */
    private static final int LONGEST_LIST = 60;

    private static final int MOST_MEMBERS = 4;
    private static final String ID = "id";
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 2);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final TreeSet<BigDecimal> numbers = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<String> texts = new TreeSet<>();

    Domain() {
        days.add(ANY_DAY);
    }

    /** The decision date of a case where no rule asks for another. */
    LocalDate anyDay() {
        return ANY_DAY;
    }

    void add(Rule rule) {
        constant(rule.from());
        constant(rule.from().minusDays(1));
        LocalDate to = rule.to();
        if (to != null) {
            constant(to);
            constant(to.plusDays(1));
        }
    }

    /** Takes down what an expression compares with. */
    void add(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            constant(constant.value());
        } else if (expr instanceof Expr.In in) {
            in.among().forEach(c -> constant(c.value()));
        } else if (expr instanceof Expr.ParameterValue parameter) {
            add(parameter.parameter());
        }
    }

    private void add(Parameter parameter) {
        for (Parameter.Period period : parameter.periods()) {
            constant(period.value());
            constant(period.from());
            constant(period.from().minusDays(1));
        }
    }

    private void constant(Object value) {
        if (value instanceof Number number) {
            numbers.add(new BigDecimal(number.toString()));
        } else if (value instanceof LocalDate day) {
            days.add(day);
        } else if (value instanceof Collection<?> all) {
            all.forEach(this::constant);
        } else if (value instanceof String text) {
            texts.add(text);
        }
    }

    /** The lengths of a list at which a count could turn, in order: a few, and about each number that a list may be as long as. */
    List<Object> lengths() {
        TreeSet<Long> lengths = new TreeSet<>(List.of(0L, 1L, 2L, 3L, 4L));
        for (BigDecimal each : numbers) {
            if (each.signum() > 0 && each.compareTo(BigDecimal.valueOf(LONGEST_LIST)) <= 0) {
                long low = each.setScale(0, RoundingMode.FLOOR).longValueExact();
                lengths.addAll(List.of(low, low + 1));
                if (low > 0) {
                    lengths.add(low - 1);
                }
            }
        }
        return List.copyOf(lengths);
    }

    /**
     * The values of a fact to try.
     *
     * @param reckoned whether more is done with it than to hold it against a constant
     */
    List<Object> values(Fact fact, boolean reckoned) {
        if (!reckoned) {
            return values(fact);
        }
        Set<Object> all = new LinkedHashSet<>(values(fact));
        all.addAll(FarValues.of(fact, ANY_DAY));
        return List.copyOf(all);
    }

    private List<Object> values(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> List.of(true, false);
            case ONE_OF ->
                fact.values().keySet().stream()
                        .filter(v -> !fact.refuses().containsKey(v))
                        .map(v -> (Object) v)
                        .toList();
            case WHOLE_NUMBER, NUMBER -> numbers(fact);
            case TEXT -> texts(fact);
            case DATE -> dates();
            case MONTH ->
                dates().stream()
                        .map(d -> (Object) ((LocalDate) d).withDayOfMonth(1))
                        .distinct()
                        .toList();
            case MONTH_DAY -> monthDays();
            case TIME -> times();
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> sets(fact);
        };
    }

    private List<Object> numbers(Fact fact) {
        // The members of a set of numbers are whole.
        boolean whole = fact.type() != FactType.NUMBER;
        BigDecimal step = whole ? BigDecimal.ONE : HALF;
        TreeSet<BigDecimal> all = new TreeSet<>(List.of(BigDecimal.ZERO));
        BigDecimal last = null;
        for (BigDecimal each : numbers) {
            BigDecimal low = whole ? each.setScale(0, RoundingMode.FLOOR) : each;
            BigDecimal high = whole ? each.setScale(0, RoundingMode.CEILING) : each;
            all.addAll(List.of(low.subtract(step), low, high, high.add(step)));
            if (last != null && !whole) {
                all.add(last.add(each).multiply(HALF));
            }
            last = each;
        }
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        all.addAll(Stream.of(min, max).flatMap(Stream::ofNullable).toList());
        if (min != null && max != null && max.subtract(min).compareTo(BigDecimal.valueOf(FEW)) <= 0) {
            for (BigDecimal each = min; each.compareTo(max) <= 0; each = each.add(step)) {
                all.add(each);
            }
        }
        if (isYear(fact)) {
            days.forEach(d -> all.add(BigDecimal.valueOf(d.getYear())));
        }
        List<Object> values = new ArrayList<>();
        for (BigDecimal each : all) {
            boolean held = (min == null || each.compareTo(min) >= 0) && (max == null || each.compareTo(max) <= 0);
            if (held && (!whole || each.stripTrailingZeros().scale() <= 0)) {
                values.add(whole ? (Object) each.longValueExact() : each);
            }
        }
        return values;
    }

    private static boolean isYear(Fact fact) {
        for (Clock clock : Clock.values()) {
            if (clock.fact().equals(fact.name())) {
                return true;
            }
        }
        return false;
    }

    private List<Object> texts(Fact fact) {
        List<Object> values = new ArrayList<>(texts);
        values.add("one");
        values.add("another");
        return fact.name().equals(ID) ? List.of("one") : values;
    }

    private List<Object> dates() {
        // The day that people expect comes first, so that a case that shows a change is of that day if it can be.
        Set<LocalDate> all = new LinkedHashSet<>(List.of(ANY_DAY));
        all.addAll(days);
        days.forEach(d -> {
            all.add(d.minusDays(1));
            all.add(d.plusDays(1));
        });
        return List.copyOf(all);
    }

    private List<Object> monthDays() {
        TreeSet<String> all = new TreeSet<>(List.of("01-01", "12-31"));
        texts.stream().filter(Dates::isMonthDay).forEach(text -> {
            all.add(text);
            beside(text, FactType.MONTH_DAY, all);
        });
        return List.copyOf(all);
    }

    private List<Object> times() {
        TreeSet<String> all = new TreeSet<>(List.of("00:00", "12:00", "24:00"));
        for (String text : texts) {
            if (Dates.isTime(text)) {
                all.add(text);
                beside(text, FactType.TIME, all);
            }
        }
        return List.copyOf(all);
    }

    private static void beside(String text, FactType type, Set<String> all) {
        for (boolean up : new boolean[] {false, true}) {
            if (Steps.next(text, type, up) instanceof String beside) {
                all.add(beside);
            }
        }
    }

    private List<Object> sets(Fact fact) {
        List<String> members = new ArrayList<>();
        if (fact.type() == FactType.SET_OF_NUMBERS) {
            numbers(fact).forEach(n -> members.add(Meaning.value(n)));
        } else if (fact.type() == FactType.SET_OF_TEXTS) {
            members.addAll(List.of("one", "another"));
        } else {
            texts.stream().filter(fact.values()::containsKey).forEach(members::add);
            fact.values().keySet().stream()
                    .filter(v -> !members.contains(v))
                    .findFirst()
                    .ifPresent(members::add);
        }
        TreeMap<String, Object> sets = new TreeMap<>();
        for (Set<String> set : members.size() <= MOST_MEMBERS + 1 ? everySet(members) : someSets(members)) {
            sets.put(set.toString(), set);
        }
        return List.copyOf(sets.values());
    }

    private static List<Set<String>> everySet(List<String> members) {
        List<Set<String>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << members.size(); bits++) {
            TreeSet<String> set = new TreeSet<>();
            for (int i = 0; i < members.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    set.add(members.get(i));
                }
            }
            sets.add(set);
        }
        return sets;
    }

    /** None, all, and each member alone and left out, so that none of many goes untried. */
    private static List<Set<String>> someSets(List<String> members) {
        List<Set<String>> sets = new ArrayList<>(List.of(new TreeSet<>(), new TreeSet<>(members)));
        for (String member : members) {
            TreeSet<String> rest = new TreeSet<>(members);
            rest.remove(member);
            sets.add(rest);
            sets.add(new TreeSet<>(Set.of(member)));
        }
        return sets;
    }

    /** Whether the values to try of a fact leave out no kind of value it could have. */
    boolean isWhole(Fact fact, boolean plainlyRead) {
        @Nullable BigDecimal max = fact.max();
        return switch (fact.type()) {
            case YES_NO, ONE_OF -> true;
            case SET_OF ->
                plainlyRead && texts.stream().filter(fact.values()::containsKey).count() < MOST_MEMBERS;
            case SET_OF_NUMBERS, SET_OF_TEXTS, MONTH_DAY, TIME -> false;
            case TEXT -> plainlyRead && !fact.name().equals(ID);
            case WHOLE_NUMBER ->
                plainlyRead
                        || fact.min() != null
                                && max != null
                                && max.subtract(fact.min()).compareTo(BigDecimal.valueOf(FEW)) <= 0;
            default -> plainlyRead;
        };
    }
}
