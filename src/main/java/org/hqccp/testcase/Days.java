package org.hqccp.testcase;

import java.time.LocalDate;
import java.time.Period;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** The day that picks a rule in a case. */
final class Days {
    private Days() {}

    /** The clock's day for an entity: on it, on what holds it, then on the single things of the case; none while it is not known. */
    static @Nullable LocalDate of(Clock clock, Entity owner, DecisionProgram program) {
        for (Entity at = owner; at != null; at = at.parent()) {
            Fact fact = at.type().fact(clock.fact());
            if (fact != null) {
                return day(clock, program.value(at, fact.slot()));
            }
        }
        Entity root = owner.root();
        for (EntityType type : root.type().children()) {
            Fact fact = type.isSingle() ? type.fact(clock.fact()) : null;
            if (fact != null) {
                return day(clock, program.value(root.single(type), fact.slot()));
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(Clock clock, Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        return value instanceof Long year ? LocalDate.of(year.intValue(), clock == Clock.SCHOOL_YEAR ? 7 : 1, 1) : null;
    }

    /** The first day a clock can show from a day on: clocks of months and years show only their first days. */
    static LocalDate firstFrom(Clock clock, LocalDate day) {
        LocalDate start = start(clock, day);
        return start.isBefore(day) ? start(clock, day.plus(step(clock))) : start;
    }

    /** The last day a clock can show before a day. */
    static LocalDate lastBefore(Clock clock, LocalDate day) {
        return start(clock, day.minusDays(1));
    }

    private static LocalDate start(Clock clock, LocalDate day) {
        return switch (clock) {
            case DECISION_DATE -> day;
            case ENTRY_TERM -> day.withDayOfMonth(1);
            case APPLICATION_CYCLE, COHORT, REPORT_YEAR -> day.withDayOfYear(1);
            case SCHOOL_YEAR -> LocalDate.of(day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1, 7, 1);
        };
    }

    private static Period step(Clock clock) {
        return switch (clock) {
            case DECISION_DATE -> Period.ofDays(1);
            case ENTRY_TERM -> Period.ofMonths(1);
            case APPLICATION_CYCLE, COHORT, REPORT_YEAR, SCHOOL_YEAR -> Period.ofYears(1);
        };
    }

    /** The day as the clock says it. */
    static String words(Clock clock, LocalDate day) {
        return switch (clock) {
            case DECISION_DATE -> day.toString();
            case ENTRY_TERM -> "an entry term of " + day.toString().substring(0, 7);
            case APPLICATION_CYCLE -> "the application cycle of " + day.getYear();
            case COHORT -> "the class of " + day.getYear();
            case REPORT_YEAR -> "the report year " + day.getYear();
            case SCHOOL_YEAR -> "the school year that begins in " + day.getYear();
        };
    }

    /** What a date of a case means to a rule that it picks: the days on which it begins and ends, and those beside them. */
    static @Nullable String meaning(Rule rule, Fact fact, Object value) {
        if (!fact.name().equals(rule.clock().fact())) {
            return null;
        }
        LocalDate day = day(rule.clock(), value);
        LocalDate to = rule.to();
        if (day == null) {
            return null;
        } else if (day.equals(firstFrom(rule.clock(), rule.from()))) {
            return "The rule begins";
        } else if (day.equals(lastBefore(rule.clock(), rule.from()))) {
            return "The rule has not begun yet";
        } else if (to != null && day.equals(lastBefore(rule.clock(), to.plusDays(1)))) {
            return "The last day of the rule";
        }
        return to != null && day.equals(firstFrom(rule.clock(), to.plusDays(1))) ? "The rule has ended" : null;
    }
}
