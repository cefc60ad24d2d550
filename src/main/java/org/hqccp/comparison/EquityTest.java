package org.hqccp.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A promise about groups that a rule change has to keep.
 *
 * @param file where it stands
 * @param name its name
 * @param about what it promises, in plain words
 * @param decision the decision it watches
 * @param outcomes outcomes that count as the good one
 * @param flags supports any of which counts, in place of outcomes
 * @param only facts a subject must have to be counted, by name, each with the values that count
 * @param groups the column of the cohort that names the group
 * @param mayFallBy by how much the share of a group may fall: 0.02 is two of a hundred
 * @param source where the promise comes from
 * @param waivers what was allowed all the same
 */
public record EquityTest(
        String file,
        String name,
        String about,
        String decision,
        Set<String> outcomes,
        Set<String> flags,
        Map<String, Set<String>> only,
        String groups,
        BigDecimal mayFallBy,
        String source,
        List<Waiver> waivers) {

    /**
     * A failure that someone answers for.
     *
     * @param groups the groups it is about
     * @param mayFallBy by how much their share may fall while it holds
     * @param who who allowed it
     * @param reason why
     * @param date the day it was given
     * @param until the last day it holds
     */
    public record Waiver(
            Set<String> groups, BigDecimal mayFallBy, String who, String reason, LocalDate date, LocalDate until) {
        boolean holds(String group, LocalDate day) {
            return groups.contains(group) && !day.isBefore(date) && !day.isAfter(until);
        }
    }

    /** The waiver that holds for a group on a day; none if none does. */
    @Nullable
    Waiver waiver(String group, LocalDate day) {
        return waivers.stream().filter(w -> w.holds(group, day)).findFirst().orElse(null);
    }
}
