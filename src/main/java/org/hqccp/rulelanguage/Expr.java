package org.hqccp.rulelanguage;

import java.util.List;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.jspecify.annotations.Nullable;

/** A checked, typed expression: what a condition or a derived fact means. */
public sealed interface Expr {

    /** What kind of value it gives. */
    FactType type();

    /** Where the entity stands that a fact is read from. */
    enum From {
        /** The rule's subject, or the entity that declares a derived fact. */
        OWNER,
        /** The element of the list under inspection. */
        ELEMENT,
        /** The case. */
        CASE
    }

    /**
     * The way to an entity.
     *
     * @param from where to start
     * @param up how many steps to what holds it
     * @param single the single thing to enter from the case; none for the case itself
     */
    record Path(From from, int up, @Nullable EntityType single) {
        public static final Path OWNER = new Path(From.OWNER, 0, null);
        public static final Path ELEMENT = new Path(From.ELEMENT, 0, null);
        public static final Path CASE = new Path(From.CASE, 0, null);
    }

    /** How two values are compared. */
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** The operator that holds exactly when this one does not. */
        public Operator negated() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_LEAST -> LESS;
                case MORE -> AT_MOST;
                case AT_MOST -> MORE;
            };
        }

        /** The operator that says the same with the two sides exchanged. */
        public Operator mirrored() {
            return switch (this) {
                case LESS -> MORE;
                case MORE -> LESS;
                case AT_MOST -> AT_LEAST;
                case AT_LEAST -> AT_MOST;
                default -> this;
            };
        }
    }

    /** What is worked out over a list. */
    enum Fold {
        COUNT,
        SUM,
        MIN,
        MAX
    }

    /** Functions over values. */
    enum Function {
        AGE("age"),
        SCHOOL_YEAR("schoolYear"),
        YEAR("year"),
        MONTH_DAY("monthDay"),
        DATE_IN("dateIn"),
        ROUND_DOWN("roundDown");

        private final String word;

        Function(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A value that stands in the text. Numbers are Long or BigDecimal, dates LocalDate, all else String or Boolean. */
    record Constant(FactType type, Object value) implements Expr {}

    /** The value of a fact. */
    record FactValue(Path path, Fact fact) implements Expr {
        @Override
        public FactType type() {
            return fact.type();
        }
    }

    /** The value of a parameter on its clock. */
    record ParameterValue(Parameter parameter) implements Expr {
        @Override
        public FactType type() {
            return parameter.type();
        }
    }

    /** Two values compared. */
    record Comparison(Operator operator, Expr left, Expr right) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    /** A value is one of several that stand in the text. */
    record In(Expr element, List<Constant> among, boolean negated) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    /** A set holds an element. */
    record Contains(Expr set, Expr element, boolean negated) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    record And(List<Expr> parts) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    record Or(List<Expr> parts) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    record Not(Expr part) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    /** There is (or, negated, there is no) element for which the condition holds. */
    record Exists(Path holder, EntityType of, @Nullable Expr where, boolean negated) implements Expr {
        @Override
        public FactType type() {
            return FactType.YES_NO;
        }
    }

    /** Plus, minus, times, divided by; dates plus or minus days, days between dates; times plus or minus minutes, minutes between times. */
    record Arithmetic(char operator, Expr left, Expr right, FactType type) implements Expr {}

    /** A count, sum, least or greatest value over a list. */
    record Aggregate(
            Fold fold,
            Path holder,
            EntityType of,
            @Nullable Expr value,
            @Nullable Expr where,
            FactType type) implements Expr {}

    /** The number of elements of a set. */
    record SetSize(Expr set) implements Expr {
        @Override
        public FactType type() {
            return FactType.WHOLE_NUMBER;
        }
    }

    /** One of two values, as a condition says. */
    record Choice(Expr condition, Expr then, Expr otherwise, FactType type) implements Expr {}

    record Call(Function function, List<Expr> arguments, FactType type) implements Expr {}

    /** A value that cannot be told, with the reason. */
    record Missing(String reason, FactType type) implements Expr {}
}
