package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** One field of a row that Drools sees: how it is called, and how its value is read from the case. Unknown is null. */
final class Column {
    /** How a value is written for Drools. */
    enum Coding {
        FLAG("Boolean"),
        TEXT("String"),
        /** A whole number, a date as its day number, a day in the year or a time of day. */
        WHOLE("Long"),
        WHOLE_LOW("Long"),
        WHOLE_HIGH("Long"),
        DECIMAL("java.math.BigDecimal"),
        DECIMAL_LOW("java.math.BigDecimal"),
        DECIMAL_HIGH("java.math.BigDecimal"),
        /** The place of a code among ordered codes. */
        RANK("Long"),
        SET("java.util.Set"),
        /** Whether a list is known. */
        LISTED("Boolean");

        private final String javaType;

        Coding(String javaType) {
            this.javaType = javaType;
        }

        String javaType() {
            return javaType;
        }
    }

    private final String name;
    private final Coding coding;
    private final @Nullable Term term;
    private final @Nullable Fact ranked;
    private final Expr.@Nullable Path holder;
    private final @Nullable EntityType list;

    private Column(
            String name,
            Coding coding,
            @Nullable Term term,
            @Nullable Fact ranked,
            Expr.@Nullable Path holder,
            @Nullable EntityType list) {
        this.name = name;
        this.coding = coding;
        this.term = term;
        this.ranked = ranked;
        this.holder = holder;
        this.list = list;
    }

    static Column of(String name, Coding coding, Term term, @Nullable Fact ranked) {
        return new Column(name, coding, term, ranked, null, null);
    }

    static Column listed(String name, Expr.Path holder, EntityType list) {
        return new Column(name, Coding.LISTED, null, null, holder, list);
    }

    String name() {
        return name;
    }

    String javaType() {
        return coding.javaType();
    }

    /** What Drools gets to see; null while it is not known. */
    @Nullable
    Object read(Entity owner, @Nullable Entity element) {
        if (term == null) {
            return holder != null
                    && list != null
                    && Compiler.reach(holder, owner, element).elements(list) != null;
        }
        Object value = Term.read(term, owner, element);
        return switch (coding) {
            case FLAG -> value instanceof Boolean ? value : null;
            case TEXT -> value instanceof Unknown ? null : String.valueOf(value);
            case SET -> value instanceof Set<?> set ? texts(set) : null;
            case RANK -> value instanceof String code && ranked != null ? (Object) (long) ranked.rank(code) : null;
            case WHOLE -> value instanceof Unknown ? null : whole(value);
            case DECIMAL -> value instanceof Unknown ? null : Numbers.decimal(value);
            case WHOLE_LOW -> value instanceof Unknown u ? wholeOrNone(u.low()) : whole(value);
            case WHOLE_HIGH -> value instanceof Unknown u ? wholeOrNone(u.high()) : whole(value);
            case DECIMAL_LOW -> value instanceof Unknown u ? u.low() : Numbers.decimal(value);
            case DECIMAL_HIGH -> value instanceof Unknown u ? u.high() : Numbers.decimal(value);
            case LISTED -> throw new Defect("a list's column has no term");
        };
    }

    private static Object texts(Set<?> set) {
        return set.stream().allMatch(String.class::isInstance)
                ? set
                : new TreeSet<>(List.copyOf(set).stream().map(String::valueOf).toList());
    }

    /** The bounds of a whole number are whole. */
    private static @Nullable Object wholeOrNone(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.longValueExact();
    }

    /** Whole numbers as they are; dates, days in the year and times of day as numbers in the same order. */
    static Object whole(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof String text ? Long.valueOf(text.substring(0, 2) + text.substring(3)) : value;
    }
}
