package org.hqccp.importing;

import java.util.BitSet;

/** Which days of the school year so far are school days, as one calendar says. */
final class SchoolCalendar {
    /** What a calendar says of a day. */
    enum Told {
        SCHOOL,
        NO_SCHOOL,
        UNCLEAR,
        NOTHING
    }

    private final BitSet school = new BitSet();
    private final BitSet noSchool = new BitSet();
    private final BitSet unclear = new BitSet();
    private boolean isBroken;

    /** @return false where it contradicts what was said before */
    boolean say(int day, Told told) {
        Told before = of(day);
        boolean isSame = before == Told.NOTHING || before == told;
        school.clear(day);
        noSchool.clear(day);
        switch (isSame ? told : Told.UNCLEAR) {
            case SCHOOL -> school.set(day);
            case NO_SCHOOL -> noSchool.set(day);
            case UNCLEAR -> unclear.set(day);
            case NOTHING -> {}
        }
        return isSame;
    }

    /** One of its days could not be read: nobody knows which. */
    void spoil() {
        isBroken = true;
    }

    boolean isBroken() {
        return isBroken;
    }

    Told of(int day) {
        return school.get(day)
                ? Told.SCHOOL
                : noSchool.get(day) ? Told.NO_SCHOOL : unclear.get(day) ? Told.UNCLEAR : Told.NOTHING;
    }

    /** The school days from one day to another, both taken. */
    BitSet schoolDays(int from, int to) {
        return between(school, from, to);
    }

    boolean isClear(int from, int to) {
        return !isBroken && between(unclear, from, to).isEmpty();
    }

    private static BitSet between(BitSet days, int from, int to) {
        BitSet some = new BitSet();
        for (int day = days.nextSetBit(from); day >= 0 && day <= to; day = days.nextSetBit(day + 1)) {
            some.set(day);
        }
        return some;
    }
}
