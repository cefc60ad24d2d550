package org.hqccp.comparison;

import java.util.List;
import java.util.Locale;

/** Which counts of a table may be shown (handbook M-08): none below ten, and none that the rest would give away. */
public final class Suppression {
    /** The smallest count that is shown. */
    public static final int SMALLEST = 10;

    static final String HIDDEN = "hidden";

    private Suppression() {}

    /** For each count of a column whose total is known: whether it may be shown. */
    static boolean[] shown(List<Long> counts) {
        boolean[] shown = new boolean[counts.size()];
        int hidden = 0;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = counts.get(i) >= SMALLEST;
            hidden += shown[i] ? 0 : 1;
        }
        long sum = 0;
        for (int i = 0; i < shown.length; i++) {
            sum += shown[i] ? 0 : counts.get(i);
        }
        // One hidden count is the total less all others; so is a few that add up to little.
        if (hidden == 1 || hidden > 1 && sum < SMALLEST) {
            int next = -1;
            for (int i = 0; i < shown.length; i++) {
                if (shown[i] && (next < 0 || counts.get(i) < counts.get(next))) {
                    next = i;
                }
            }
            if (next >= 0) {
                shown[next] = false;
            }
        }
        return shown;
    }

    /** Whether a part of a whole may be shown: neither it nor the rest is small. */
    static boolean isShown(long part, long whole) {
        return part >= SMALLEST && whole - part >= SMALLEST;
    }

    static String count(long count) {
        return String.format(Locale.US, "%,d", count);
    }
}
