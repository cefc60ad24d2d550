package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Looks for the places at which the answers of two versions of a rule turn. From cases that were tried already it goes through the values
 * of one fact after another, and halves the way between two values that differ until nothing lies between: so both sides of each
 * threshold of either version are met, also where a rule reckons and no number in it says where that is.
 */
final class Turns {
    /** So much work is spent, where trying a case without lists is 1. */
    private static final int MOST = 4_000;

    private static final int ELEMENTS = 4;
    private static final int KEPT = 24;

    private final Function<Trial, String> look;
    private final SplittableRandom random;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private int spent;

    /** Some of the cases in which both versions come to the same pair of answers. */
    private static final class Kept {
        final List<Trial> trials = new ArrayList<>();
        int seen;
    }

    /** @param look tries a case, and tells what both versions come to */
    Turns(Function<Trial, String> look, SplittableRandom random) {
        this.look = look;
        this.random = random;
    }

    /** Tries a case and may keep it, each with the same chance. */
    String see(Trial trial) {
        String came = look.apply(trial);
        Kept alike = kept.computeIfAbsent(came, c -> new Kept());
        alike.seen++;
        if (alike.trials.size() < KEPT) {
            alike.trials.add(trial);
        } else {
            int place = random.nextInt(alike.seen);
            if (place < KEPT) {
                alike.trials.set(place, trial);
            }
        }
        return came;
    }

    /** @param dials what can be turned in a case */
    void search(Function<Trial, List<Dial>> dials) {
        while (spent < MOST) {
            int before = spent;
            for (Kept alike : List.copyOf(kept.values())) {
                Trial start = alike.trials.get(random.nextInt(alike.trials.size()));
                List<Dial> all = dials.apply(start);
                if (!all.isEmpty()) {
                    through(start, all.get(random.nextInt(all.size())));
                }
            }
            if (spent == before) {
                return;
            }
        }
    }

    private void through(Trial start, Dial dial) {
        Object last = null;
        String came = "";
        for (Object value : dial.values()) {
            String now = turn(start, dial, value);
            if (last != null && !now.equals(came)) {
                between(start, dial, last, came, value, now);
            }
            last = value;
            came = now;
        }
    }

    /** Every turn on the way up from a value to another, as far as halving finds them. */
    private void between(Trial start, Dial dial, Object from, String came, Object to, String other) {
        Object low = from;
        String atLow = came;
        while (!atLow.equals(other)) {
            Object below = low;
            Object above = to;
            String atAbove = other;
            for (Object middle = Midway.of(below, above, dial.type());
                    middle != null;
                    middle = Midway.of(below, above, dial.type())) {
                String now = turn(start, dial, middle);
                if (now.equals(atLow)) {
                    below = middle;
                } else {
                    above = middle;
                    atAbove = now;
                }
            }
            low = above;
            atLow = atAbove;
        }
    }

    private String turn(Trial start, Dial dial, Object value) {
        Trial turned = dial.at(start, value);
        spent += 1 + turned.elements() / ELEMENTS;
        return see(turned);
    }
}
