package org.hqccp.rulelanguage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hqccp.facts.Dates;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Scope.Held;
import org.jspecify.annotations.Nullable;

/** Which values go together. A text in quotes takes the type of what it is compared with. */
final class Typing {
    private Typing() {}

    /** Kinds of value that may meet each other. */
    enum Sort {
        YES_NO("yes or no"),
        NUMBER("a number"),
        TEXT("a text"),
        CODE("a code"),
        DATE("a date"),
        MONTH_DAY("a day in the year"),
        TIME("a time of day"),
        SET("a set");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Sort kind(FactType type) {
        return switch (type) {
            case YES_NO -> Sort.YES_NO;
            case WHOLE_NUMBER, NUMBER -> Sort.NUMBER;
            case TEXT -> Sort.TEXT;
            case ONE_OF -> Sort.CODE;
            case DATE, MONTH -> Sort.DATE;
            case MONTH_DAY -> Sort.MONTH_DAY;
            case TIME -> Sort.TIME;
            case SET_OF, SET_OF_NUMBERS, SET_OF_TEXTS -> Sort.SET;
        };
    }

    static ExpressionException mismatch(Expr left, Expr right, int offset) {
        return new ExpressionException(
                offset, "TYPE", "this compares " + describe(left) + " with " + describe(right), null);
    }

    private static String describe(Expr expr) {
        String words = kind(expr.type()).words();
        return expr instanceof Expr.FactValue value ? "'" + value.fact().name() + "' (" + words + ")" : words;
    }

    /** A condition that stands by itself: a yes/no fact must be compared. */
    static Expr asCondition(Expr expr, int offset) throws ExpressionException {
        if (expr.type() != FactType.YES_NO) {
            throw new ExpressionException(
                    offset,
                    "CONDITION",
                    "this is " + kind(expr.type()).words() + ", not a condition",
                    "compare it with something");
        }
        if (expr instanceof Expr.FactValue value) {
            throw new ExpressionException(
                    offset,
                    "BARE",
                    "'" + value.fact().name() + "' stands alone",
                    "write " + value.fact().name() + " == true");
        }
        if (expr instanceof Expr.Constant) {
            throw new ExpressionException(offset, "CONSTANT", "this is always the same and tests nothing", null);
        }
        return expr;
    }

    static List<Expr> conditions(List<Expr> parts, int offset) throws ExpressionException {
        List<Expr> checked = new ArrayList<>();
        for (Expr part : parts) {
            checked.add(asCondition(part, offset));
        }
        return List.copyOf(checked);
    }

    static Expr comparison(Expr.Operator operator, Expr left, Expr right, int offset) throws ExpressionException {
        Expr a = coerce(left, right, offset);
        Expr b = coerce(right, left, offset);
        if (kind(a.type()) != kind(b.type()) && !Codes.isParameter(a, b) && !Codes.isParameter(b, a)) {
            throw mismatch(a, b, offset);
        }
        if (a instanceof Expr.Constant && b instanceof Expr.Constant) {
            throw new ExpressionException(offset, "CONSTANT", "this compares two fixed values", null);
        }
        boolean orders = operator != Expr.Operator.EQUAL && operator != Expr.Operator.NOT_EQUAL;
        boolean mirrors = a instanceof Expr.Constant
                || Codes.isParameter(a, b)
                || orders && Codes.isOrdered(b) && !Codes.isOrdered(a);
        return mirrors ? checked(operator.mirrored(), b, a, orders, offset) : checked(operator, a, b, orders, offset);
    }

    private static Expr checked(Expr.Operator operator, Expr left, Expr right, boolean orders, int offset)
            throws ExpressionException {
        Sort sort = kind(left.type());
        if (sort == Sort.SET) {
            throw new ExpressionException(
                    offset, "SET", "a set is not compared as a whole", "use contains or excludes");
        }
        boolean canOrder = switch (sort) {
            case NUMBER, DATE, MONTH_DAY, TIME -> true;
            case CODE -> Codes.isOrdered(left);
            default -> false;
        };
        if (orders && !canOrder) {
            throw new ExpressionException(
                    offset,
                    "ORDER",
                    describe(left) + " has no order, so '" + operator.sign() + "' means nothing here",
                    "use == or !=");
        }
        Codes.check(left, right, orders, offset);
        return new Expr.Comparison(operator, left, right);
    }

    static Expr contains(Expr set, Expr element, boolean negated, int offset) throws ExpressionException {
        if (!set.type().isSet()) {
            throw new ExpressionException(offset, "SET", describe(set) + " is not a set", "use == or in");
        }
        Expr fitted = element;
        if (set.type() == FactType.SET_OF
                && element instanceof Expr.Constant constant
                && set instanceof Expr.FactValue value) {
            fitted = Codes.constant(constant, value.fact(), offset);
        }
        boolean numbers = set.type() == FactType.SET_OF_NUMBERS;
        boolean fits = numbers
                ? fitted.type() == FactType.WHOLE_NUMBER
                : kind(fitted.type()) == Sort.TEXT || kind(fitted.type()) == Sort.CODE;
        if (!fits) {
            throw new ExpressionException(offset, "TYPE", describe(set) + " cannot hold " + describe(fitted), null);
        }
        return new Expr.Contains(set, fitted, negated);
    }

    /** Gives a text in quotes the type of what it meets. */
    static Expr coerce(Expr expr, Expr other, int offset) throws ExpressionException {
        if (!(expr instanceof Expr.Constant constant) || constant.type() != FactType.TEXT) {
            return expr;
        }
        if (other instanceof Expr.FactValue value && value.fact().type() == FactType.ONE_OF) {
            return Codes.constant(constant, value.fact(), offset);
        }
        LocalDate month = Dates.readMonth((String) constant.value());
        if (month != null && other.type() == FactType.MONTH) {
            return new Expr.Constant(FactType.DATE, month);
        }
        if (month != null && other.type() == FactType.DATE) {
            throw new ExpressionException(
                    offset,
                    "DATE",
                    "'" + constant.value() + "' is a month, and it is compared with " + describe(other),
                    "write the day too, such as " + constant.value() + "-01");
        }
        return coerceTo(expr, kind(other.type()), offset);
    }

    static Expr coerceTo(Expr expr, Sort sort, int offset) throws ExpressionException {
        if (!(expr instanceof Expr.Constant constant) || constant.type() != FactType.TEXT) {
            return expr;
        }
        String text = (String) constant.value();
        return switch (sort) {
            case DATE -> new Expr.Constant(FactType.DATE, date(text, offset));
            case MONTH_DAY -> new Expr.Constant(FactType.MONTH_DAY, monthDay(text, offset));
            case TIME -> new Expr.Constant(FactType.TIME, time(text, offset));
            case CODE -> new Expr.Constant(FactType.ONE_OF, text);
            case NUMBER ->
                throw new ExpressionException(
                        offset, "TYPE", "a number is compared with a text", "write the number without quotes");
            case YES_NO ->
                throw new ExpressionException(
                        offset, "TYPE", "yes or no is compared with a text", "write true or false without quotes");
            default -> expr;
        };
    }

    private static LocalDate date(String text, int offset) throws ExpressionException {
        LocalDate date = Dates.read(text);
        if (date == null) {
            throw new ExpressionException(offset, "DATE", "'" + text + "' is not a date", "write it as 2026-08-01");
        }
        return date;
    }

    private static String monthDay(String text, int offset) throws ExpressionException {
        try {
            MonthDay.parse("--" + text);
            return text;
        } catch (DateTimeException e) {
            throw new ExpressionException(
                    offset, "DATE", "'" + text + "' is not a day in the year", "write month and day as 02-01");
        }
    }

    private static String time(String text, int offset) throws ExpressionException {
        if (!Dates.isTime(text)) {
            throw new ExpressionException(offset, "DATE", "'" + text + "' is not a time of day", "write it as 15:30");
        }
        return text;
    }

    static Expr arithmetic(char operator, Expr left, Expr right, int offset) throws ExpressionException {
        Expr a = coerce(left, right, offset);
        Expr b = coerce(right, left, offset);
        Sort l = kind(a.type());
        Sort r = kind(b.type());
        boolean bothWhole = a.type() == FactType.WHOLE_NUMBER && b.type() == FactType.WHOLE_NUMBER;
        if (l == Sort.NUMBER && r == Sort.NUMBER) {
            FactType type = operator != '/' && bothWhole ? FactType.WHOLE_NUMBER : FactType.NUMBER;
            return new Expr.Arithmetic(operator, a, b, type);
        }
        boolean alike = l == r && (l == Sort.DATE || l == Sort.TIME);
        if (operator == '-' && alike) {
            return new Expr.Arithmetic('-', a, b, FactType.WHOLE_NUMBER);
        }
        boolean moves = (operator == '+' || operator == '-') && b.type() == FactType.WHOLE_NUMBER;
        if (moves && (l == Sort.DATE || l == Sort.TIME)) {
            return new Expr.Arithmetic(operator, a, b, l == Sort.DATE ? FactType.DATE : FactType.TIME);
        }
        throw new ExpressionException(
                offset,
                "ARITHMETIC",
                "'" + operator + "' does not go with " + describe(a) + " and " + describe(b),
                null);
    }

    static Expr aggregate(Expr.Fold fold, Held held, @Nullable Expr value, @Nullable Expr where, int offset)
            throws ExpressionException {
        FactType type = FactType.WHOLE_NUMBER;
        if (value != null) {
            boolean dates = kind(value.type()) == Sort.DATE && fold != Expr.Fold.SUM;
            if (kind(value.type()) != Sort.NUMBER && !dates) {
                throw new ExpressionException(
                        offset,
                        "TYPE",
                        fold.name().toLowerCase(Locale.ROOT) + " needs a number"
                                + (fold == Expr.Fold.SUM ? "" : " or a date"),
                        null);
            }
            type = dates ? FactType.DATE : value.type();
        }
        return new Expr.Aggregate(fold, held.holder(), held.of(), value, where, type);
    }
}
