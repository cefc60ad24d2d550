package org.hqccp.rulelanguage;

import java.time.LocalDate;
import java.util.List;
import org.hqccp.facts.FactType;
import org.jspecify.annotations.Nullable;

/**
 * A number, date or list that policy may change, with the periods in which each value holds.
 *
 * @param name its name in rules
 * @param type what kind of value it holds
 * @param unit its unit in plain words
 * @param clock the date that picks the period
 * @param meaning what it is, in plain words
 * @param periods in order of time, without gap or overlap
 */
public record Parameter(String name, FactType type, String unit, Clock clock, String meaning, List<Period> periods) {

    /**
     * The value in one period.
     *
     * @param from first day
     * @param to last day; none while it is open
     * @param value the value, or an {@link org.hqccp.facts.Unknown}
     * @param sources tags of what it rests on
     * @param line its line in parameters.csv
     */
    public record Period(LocalDate from, @Nullable LocalDate to, Object value, List<String> sources, int line) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The period a day falls in; none before the first or after the last. */
    public @Nullable Period on(LocalDate day) {
        for (Period period : periods) {
            if (period.holds(day)) {
                return period;
            }
        }
        return null;
    }
}
