package org.hqccp.importing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** The days of one student that one row of the crosswalk counts, in the school year so far. */
final class DayCounts {
    /** A whole day, in hundredths. */
    static final int WHOLE = 100;

    private int[] days = new int[4];
    private Told[] told = new Told[4];
    private long[] places = new long[4];
    private int size;
    private final BitSet against = new BitSet();
    private @Nullable Unknown trouble;

    /**
     * What the records of a day say together. Few differ, so that students share them.
     *
     * @param share how much of the day counts, in hundredths
     * @param codes the codes they gave
     * @param where the calendar they name, or some parts of its name
     */
    record Told(int share, Set<String> codes, CalendarName where) {

        /** The same with one more record of the day: parts add up, and what counts whole counts once. None where that cannot be told. */
        @Nullable
        Told and(Told other) {
            if (!where.equals(other.where)) {
                return null;
            }
            boolean isPart = share < WHOLE;
            boolean isOtherPart = other.share < WHOLE;
            if (codes.containsAll(other.codes) && (isPart || isOtherPart)) {
                return null; // One record sent twice, or two parts of the day?
            }
            if (isPart && isOtherPart && share + other.share > WHOLE) {
                return null;
            }
            Set<String> both = new TreeSet<>(codes);
            both.addAll(other.codes);
            return new Told(Math.min(WHOLE, share + other.share), Set.copyOf(both), where);
        }
    }

    /** Makes the count unknown; the first reason stays. */
    void spoil(Unknown why) {
        if (trouble == null) {
            trouble = why;
        }
    }

    @Nullable
    Unknown trouble() {
        return trouble;
    }

    int size() {
        return size;
    }

    int day(int at) {
        return days[at];
    }

    Told told(int at) {
        return told[at];
    }

    long place(int at) {
        return places[at];
    }

    /** What was said of a day before. */
    @Nullable
    Told of(int day) {
        int at = Arrays.binarySearch(days, 0, size, day);
        return at < 0 ? null : told[at];
    }

    /** A record says that the day does not count. */
    void against(int day) {
        against.set(day);
    }

    boolean isAgainst(int day) {
        return against.get(day);
    }

    void put(int day, Told what, long place) {
        int at = Arrays.binarySearch(days, 0, size, day);
        if (at < 0) {
            at = -at - 1;
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
                told = Arrays.copyOf(told, size * 2);
                places = Arrays.copyOf(places, size * 2);
            }
            System.arraycopy(days, at, days, at + 1, size - at);
            System.arraycopy(told, at, told, at + 1, size - at);
            System.arraycopy(places, at, places, at + 1, size - at);
            size++;
        }
        days[at] = day;
        told[at] = what;
        places[at] = place;
    }
}
