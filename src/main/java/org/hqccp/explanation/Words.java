package org.hqccp.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Plural;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Values and lists in plain words. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.US);

    /** Units of numbers that people say as percent. */
    private static final Set<String> SHARES = Set.of("ratio", "share");

    private Words() {}

    /** "A, B and C", or with another word before the last; with semicolons where an item holds a comma itself. */
    static String list(List<String> items, String word) {
        int last = items.size() - 1;
        if (last <= 0) {
            return String.join("", items);
        }
        boolean nested = items.stream().anyMatch(i -> i.contains(", "));
        return String.join(nested ? "; " : ", ", items.subList(0, last)) + (nested ? "; " : " ") + word + " "
                + items.get(last);
    }

    /** The fact whose codes and unit a value is said in. */
    static @Nullable Fact fact(@Nullable Expr expr) {
        return expr instanceof Expr.FactValue value ? value.fact() : null;
    }

    /** A value with its unit, where the fact's label does not name the unit itself. */
    public static String quantity(Object value, @Nullable Fact fact) {
        String text = value(value, fact);
        if (fact == null || fact.unit() == null || fact.unit().isEmpty() || !(value instanceof Number)) {
            return text;
        }
        String unit = fact.unit();
        if (SHARES.contains(unit) && value instanceof BigDecimal share) {
            return value(share.movePointRight(2), null) + " percent";
        }
        boolean named = (" " + fact.label() + " ").contains(" " + unit.split(" ")[0] + " ");
        return named ? text : text + " " + Plural.unit(text, unit);
    }

    /** A value in words. */
    static String value(Object value, @Nullable Fact fact) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        } else if (value instanceof LocalDate date) {
            return fact != null && fact.type() == FactType.MONTH ? MONTH.format(date) : DAY.format(date);
        } else if (value instanceof YearMonth month) {
            return MONTH.format(month);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.setScale(Math.min(4, Math.max(0, decimal.scale())), RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        } else if (value instanceof Collection<?> set) {
            return set.isEmpty()
                    ? "none"
                    : list(set.stream().map(v -> value(v, fact)).toList(), "and");
        } else if (value instanceof String text && fact != null && fact.type() == FactType.MONTH_DAY) {
            return text.matches("\\d{2}-\\d{2}") ? DAY_OF_YEAR.format(MonthDay.parse("--" + text)) : text;
        } else if (value instanceof String text
                && (fact == null || fact.type() == FactType.TIME)
                && Dates.isTime(text)) {
            return Dates.timeInWords(text);
        } else if (value instanceof String code && fact != null) {
            return fact.words(code);
        } else if (value instanceof Unknown) {
            return "not known";
        }
        return String.valueOf(value);
    }

    static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The comparing words; empty for "is". */
    static String sign(Expr.Operator operator, FactType type) {
        boolean time = type.isOfTime();
        String at = type == FactType.TIME ? "at" : "on";
        return switch (operator) {
            case EQUAL -> "";
            case NOT_EQUAL -> "not ";
            case LESS -> time ? "before " : "less than ";
            case AT_MOST -> time ? at + " or before " : "at most ";
            case MORE -> time ? "after " : "more than ";
            case AT_LEAST -> time ? at + " or after " : "at least ";
        };
    }
}
