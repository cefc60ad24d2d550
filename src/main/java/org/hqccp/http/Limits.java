package org.hqccp.http;

import java.util.EnumMap;
import java.util.Map;

/**
 * The limits in force: the standard ones, except where configured otherwise.
 *
 * @param configured what was configured, each at least 1
 */
public record Limits(Map<Limit, Long> configured) {
    public static final Limits STANDARD = new Limits(Map.of());

    public Limits {
        configured = Map.copyOf(configured);
        configured.forEach((limit, value) -> {
            if (value < 1 || value > limit.standard() && !limit.mayBeRaised()) {
                throw new IllegalArgumentException(limit.word() + " cannot be " + value);
            }
        });
    }

    public long of(Limit limit) {
        return configured.getOrDefault(limit, limit.standard());
    }

    int whole(Limit limit) {
        return Math.toIntExact(of(limit));
    }

    /** These limits with one changed. */
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> changed = new EnumMap<>(Limit.class);
        changed.putAll(configured);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** What is higher than the standard, which whoever runs the service should see. */
    public Map<Limit, Long> raised() {
        Map<Limit, Long> raised = new EnumMap<>(Limit.class);
        configured.forEach((limit, value) -> {
            if (value > limit.standard()) {
                raised.put(limit, value);
            }
        });
        return raised;
    }
}
