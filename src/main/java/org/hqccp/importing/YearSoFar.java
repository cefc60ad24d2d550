package org.hqccp.importing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hqccp.facts.Dates;

/**
 * The school year up to the day of the cases: days are counted in it, and numbered from 0.
 *
 * @param first its first day
 * @param last the day of the cases
 */
record YearSoFar(LocalDate first, LocalDate last) {
    static YearSoFar until(LocalDate day) {
        return new YearSoFar(Dates.firstOfSchoolYear(day), day);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether a day lies in the school year, be it past or yet to come. */
    boolean isOfTheYear(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(first.plusYears(1));
    }

    int number(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }
}
