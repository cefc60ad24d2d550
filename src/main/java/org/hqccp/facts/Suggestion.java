package org.hqccp.facts;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the nearest of the known names. */
public final class Suggestion {
    private Suggestion() {}

    /** The known name nearest to what was written, if one is near enough. */
    public static @Nullable String nearest(String written, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, Math.min(3, written.length() / 2)) + 1;
        for (String name : known) {
            if (Math.abs(written.length() - name.length()) >= bestDistance) {
                continue; // Each letter more or less is one edit at least.
            }
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** The advice sentence, if a known name is near enough. */
    public static @Nullable String didYouMean(String written, Collection<String> known) {
        String nearest = nearest(written, known);
        return nearest == null ? null : "did you mean '" + nearest + "'?";
    }

    /** Edits (insert, delete, replace, swap neighbours) that lead from one word to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
