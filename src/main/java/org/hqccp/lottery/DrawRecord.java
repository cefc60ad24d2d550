package org.hqccp.lottery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The published record of a draw: all that is needed to run it again, and what came of it.
 *
 * @param draw what was drawn
 * @param ruleSetVersion the rules by which the tickets were found
 */
public record DrawRecord(Draw draw, String ruleSetVersion) {
    private static final int MOST_TICKETS = 1_000;

    /** The record as canonical JSON. */
    public byte[] json() {
        Map<String, Object> members = new TreeMap<>();
        members.put("algorithm", Draw.ALGORITHM);
        members.put("program", draw.program());
        members.put("seats", draw.seats());
        members.put("commitment", draw.seed().commitment());
        members.put("seed", draw.seed().hex());
        members.put("publicValue", draw.publicValue());
        members.put("listHash", draw.listHash());
        members.put("ruleSetVersion", ruleSetVersion);
        members.put("order", draw.places().stream().map(DrawRecord::place).toList());
        try {
            return CanonicalJson.write(members);
        } catch (FormatException e) {
            throw new IllegalStateException("a record has a written form", e);
        }
    }

    private static Map<String, Object> place(Draw.Place place) {
        Map<String, Object> members = new TreeMap<>();
        members.put("place", place.number());
        members.put("ref", place.entrant().ref());
        members.put("tickets", place.entrant().tickets());
        members.put("turn", place.entrant().turn());
        members.put("smallestTicket", place.ticket());
        members.put("seat", place.seat());
        return members;
    }

    /**
     * Runs the draw of a record again.
     *
     * @param json a record
     * @param commitment what was published before the draw, where it is known from elsewhere
     * @return what does not agree, a sentence each; none where all of it does
     */
    public static List<String> check(byte[] json, @Nullable String commitment) throws FormatException {
        Map<String, @Nullable Object> read = JsonReader.readObject(json);
        Draw draw = draw(read);
        List<String> faults = new ArrayList<>();
        agree(faults, "the commitment is not that of the seed", draw.seed().commitment(), read.get("commitment"));
        if (commitment != null) {
            agree(
                    faults,
                    "the seed is not the one that was committed to",
                    draw.seed().commitment(),
                    commitment);
        }
        agree(faults, "the hash of the list is another one", draw.listHash(), read.get("listHash"));
        byte[] again = new DrawRecord(draw, text(read, "ruleSetVersion")).json();
        if (faults.isEmpty() && !Arrays.equals(again, CanonicalJson.canonical(json))) {
            faults.add(firstDifference(list(JsonReader.readObject(again), "order"), list(read, "order")));
        }
        return faults;
    }

    private static void agree(List<String> faults, String words, String is, @Nullable Object told) {
        if (!is.equals(told)) {
            faults.add(words + ".");
        }
    }

    private static String firstDifference(List<?> drawn, List<?> told) {
        for (int i = 0; i < drawn.size(); i++) {
            if (!drawn.get(i).equals(told.get(i))) {
                return "place " + (i + 1) + " of the order comes out otherwise.";
            }
        }
        return "the record holds something that no record of a draw holds.";
    }

    private static Draw draw(Map<String, ?> read) throws FormatException {
        if (!Draw.ALGORITHM.equals(read.get("algorithm"))) {
            throw new FormatException("it is no record of a draw by " + Draw.ALGORITHM);
        }
        String seed = text(read, "seed");
        if (!Seed.isSeed(seed)) {
            throw new FormatException("its seed is not 64 hexadecimal digits");
        }
        List<Entrant> entrants = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list(read, "order")) {
            if (!(each instanceof Map<?, ?> place)) {
                throw new FormatException("its order holds something that is no place");
            }
            Map<String, @Nullable Object> members = new TreeMap<>();
            place.forEach((name, value) -> members.put(String.valueOf(name), value));
            String ref = text(members, "ref");
            if (!seen.add(ref)) {
                throw new FormatException("it names " + ref + " twice");
            }
            entrants.add(new Entrant(
                    ref, number(members, "tickets", 1, MOST_TICKETS), number(members, "turn", 1, Entrant.LATE)));
        }
        return new Draw(
                text(read, "program"),
                number(read, "seats", 0, Integer.MAX_VALUE),
                new Seed(seed),
                text(read, "publicValue"),
                entrants);
    }

    private static String text(Map<String, ?> members, String name) throws FormatException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new FormatException("its '" + name + "' is no text");
    }

    private static int number(Map<String, ?> members, String name, int least, int most) throws FormatException {
        if (members.get(name) instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            if (exact.stripTrailingZeros().scale() <= 0
                    && exact.compareTo(BigDecimal.valueOf(least)) >= 0
                    && exact.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return exact.intValueExact();
            }
        }
        throw new FormatException("its '" + name + "' is no whole number from " + least + " to " + most);
    }

    private static List<?> list(Map<String, ?> members, String name) throws FormatException {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new FormatException("its '" + name + "' is no list");
    }
}
