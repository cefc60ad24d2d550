package org.hqccp.lottery;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Who takes part in a draw.
 *
 * @param ref the id of the case, a number given for the draw and never a name
 * @param tickets how many tickets it holds, at least one
 * @param turn 1 drawn first, 2 with all, 3 after the residents, 4 applied too late
 */
public record Entrant(String ref, int tickets, int turn) {
    /** Applied too late: on the wait-list after all who were drawn, with one ticket. */
    public static final int LATE = 4;

    public Entrant {
        if (tickets < 1 || turn < 1 || turn > LATE) {
            throw new IllegalArgumentException("an entrant holds at least one ticket, in a turn from 1 to " + LATE);
        }
    }

    /** What the draw was made over, in one number: one line for each entrant, in order of id. */
    static String listHash(Collection<Entrant> entrants) {
        return Sha256.hex(entrants.stream()
                .sorted(Comparator.comparing(Entrant::ref))
                .map(entrant -> entrant.ref + " " + entrant.tickets + " " + entrant.turn + "\n")
                .collect(Collectors.joining()));
    }
}
