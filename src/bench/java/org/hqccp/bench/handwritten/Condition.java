package org.hqccp.bench.handwritten;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule with what was observed.
 *
 * @param fact the fact
 * @param required what it should be
 * @param actual what the case says; none while not known
 * @param holds whether it holds
 */
public record Condition(
        String fact, Object required, @Nullable Object actual, Answer holds) {

    static Condition is(String fact, @Nullable Object actual, Object required) {
        return new Condition(fact, required, actual, Answer.is(actual, required));
    }

    static Condition is(String fact, Answer actual, Boolean required) {
        return is(fact, actual.known(), required);
    }

    static Condition in(String fact, @Nullable String actual, Set<String> among) {
        return new Condition(fact, among, actual, Answer.in(actual, among));
    }

    static Condition notIn(String fact, @Nullable String actual, Set<String> among) {
        return new Condition(fact, among, actual, Answer.in(actual, among).not());
    }

    static Condition holds(String fact, @Nullable Set<String> actual, String required) {
        return new Condition(fact, required, actual, Answer.holds(actual, required));
    }
}
