package org.hqccp.decisionlog.verify;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of the decisions so far, eight bytes each, because a log may be long and is rarely asked. */
final class SeenDecisions {
    private long[] ids = new long[64];
    private int count;

    void add(String id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = bits(id);
    }

    boolean contains(@Nullable String id) {
        if (id == null) {
            return false;
        }
        long sought = bits(id);
        for (int i = count - 1; i >= 0; i--) {
            if (ids[i] == sought) {
                return true;
            }
        }
        return false;
    }

    private static long bits(String id) {
        try {
            return UUID.fromString(id).getLeastSignificantBits();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
