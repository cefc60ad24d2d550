package org.hqccp.comparison;

import java.util.List;
import java.util.function.BiConsumer;
import org.hqccp.facts.FactType;

/**
 * One thing of a trial that can be turned by itself: a fact, or the length of a list.
 *
 * @param values the values to turn it through, in order
 * @param put sets it
 */
record Dial(FactType type, List<Object> values, BiConsumer<Trial, Object> put) {
    /** @param values in any order */
    static Dial of(FactType type, List<Object> values, BiConsumer<Trial, Object> put) {
        return new Dial(type, values.stream().sorted(Midway.ORDER).toList(), put);
    }

    Trial at(Trial trial, Object value) {
        Trial turned = trial.copy();
        put.accept(turned, value);
        return turned;
    }
}
