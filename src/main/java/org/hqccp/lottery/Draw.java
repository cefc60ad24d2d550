package org.hqccp.lottery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The draw: a function of what is published, so that anyone can run it again.
 *
 * <p>Every ticket has a number: SHA-256 over the algorithm, the seed, what was drawn in public, the program, the hash of the list, the
 * entrant and the number of the ticket, each but the last followed by a line end. An entrant's place is that of its smallest ticket, within its turn.
 * That is a drum of tickets from which one after another is taken and whoever has a place already is passed over: the chance of being
 * next is an entrant's tickets over the tickets of all who still wait.
 *
 * @param program id of the program
 * @param seats how many there are
 * @param seed the secret half of the chance
 * @param publicValue the public half: what was drawn before everyone's eyes, after the list was closed
 * @param entrants who takes part
 */
public record Draw(String program, int seats, Seed seed, String publicValue, List<Entrant> entrants) {
    /** Its name, with the version of the way it is done. */
    public static final String ALGORITHM = "hqccp-lottery-1";

    public Draw {
        entrants = List.copyOf(entrants);
    }

    /**
     * A place in the order.
     *
     * @param number the place, from 1
     * @param ticket the smallest ticket, as hexadecimal digits
     * @param seat whether it comes with a seat; otherwise it is a place on the wait-list
     */
    public record Place(int number, Entrant entrant, String ticket, boolean seat) {}

    /** The hash of the list it is made over. */
    public String listHash() {
        return Entrant.listHash(entrants);
    }

    /** Everyone in order: seats first, then the wait-list. */
    public List<Place> places() {
        List<Drawn> drawn = smallest(entrants, listHash());
        List<Place> places = new ArrayList<>();
        for (Drawn each : drawn) {
            int number = places.size() + 1;
            // Who came too late gets a seat only from the wait-list, also where seats are left.
            boolean seat = number <= seats && each.entrant.turn() != Entrant.LATE;
            places.add(new Place(number, each.entrant, each.ticket, seat));
        }
        return places;
    }

    private record Drawn(Entrant entrant, String ticket) {}

    private List<Drawn> smallest(Collection<Entrant> all, String listHash) {
        String start = String.join("\n", ALGORITHM, seed.hex(), publicValue, program, listHash, "");
        return all.stream()
                .map(entrant -> new Drawn(entrant, smallest(start + entrant.ref() + "\n", entrant.tickets())))
                .sorted(Comparator.comparingInt((Drawn d) -> d.entrant.turn()).thenComparing(Drawn::ticket))
                .toList();
    }

    private static String smallest(String start, int tickets) {
        String smallest = Sha256.hex(start + 1);
        for (int i = 2; i <= tickets; i++) {
            String ticket = Sha256.hex(start + i);
            smallest = ticket.compareTo(smallest) < 0 ? ticket : smallest;
        }
        return smallest;
    }
}
