package org.hqccp.json;

import org.hqccp.decision.Finding.Condition;
import org.jspecify.annotations.Nullable;

/** One condition of a rule as its findings show it, but for the values: from the name of its fact to the parameter that says what is required. */
final class ConditionForm {
    private static final String[] HOLDS = {"yes", "no", "unknown"};

    private final Condition like;
    private final byte[][] written = new byte[HOLDS.length][];

    ConditionForm(Condition first) {
        this.like = new Condition(
                first.fact(), first.label(), first.operator(), null, null, first.parameter(), HOLDS[HOLDS.length - 1]);
        for (int i = 0; i < HOLDS.length; i++) {
            JsonBytes json = new JsonBytes(256);
            write(like, HOLDS[i], json);
            written[i] = json.toByteArray();
        }
    }

    private static void write(Condition condition, String holds, JsonBytes json) {
        json.writeStringField("fact", condition.fact());
        json.writeStringField("holds", holds);
        json.writeStringField("label", condition.label());
        json.writeStringField("operator", condition.operator());
        new JsonValues(json).optional("parameter", condition.parameter());
    }

    /** Writes this part of a condition. */
    void write(Condition condition, JsonBytes json) {
        for (int i = 0; i < HOLDS.length; i++) {
            if (HOLDS[i].equals(condition.holds()) && isLike(condition)) {
                json.writeRaw(written[i]);
                return;
            }
        }
        write(condition, condition.holds(), json);
    }

    private boolean isLike(Condition condition) {
        return same(condition.fact(), like.fact())
                && same(condition.label(), like.label())
                && same(condition.operator(), like.operator())
                && same(condition.parameter(), like.parameter());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
