package org.hqccp.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the dictionary: what it is called, what it may hold and how it may be used.
 *
 * @param entity name of the entity it belongs to
 * @param name its name in cases and rules
 * @param slot its place among the facts of its entity
 * @param type what kind of value it holds
 * @param values allowed codes with their words, in the order written; empty where any value is allowed
 * @param ordered whether the codes can be compared with {@code <}
 * @param refuses codes a case may not hold yet, with the reason
 * @param unit unit of a number, in plain words
 * @param min least value of a number
 * @param max greatest value of a number
 * @param label plain words that fit into a sentence
 * @param ask how it may be asked for
 * @param factClass how freely it may be read
 * @param changer who can change it
 * @param neverStore whether the decision log drops it
 * @param elements names in other standards, by standard
 * @param derived whether an expression gives it, instead of the case
 */
public record Fact(
        String entity,
        String name,
        int slot,
        FactType type,
        Map<String, String> values,
        boolean ordered,
        Map<String, String> refuses,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String label,
        Ask ask,
        FactClass factClass,
        Changer changer,
        boolean neverStore,
        Map<String, String> elements,
        boolean derived) {

    /**
     * A fact that no case holds and nobody is asked for: what rules found, or what is worked out from it. It is free to be read.
     *
     * @param of what it belongs to; the fact takes its next place there
     */
    public static Fact found(
            EntityType of,
            String name,
            FactType type,
            String label,
            Map<String, String> values,
            boolean ordered,
            @Nullable String unit,
            boolean derived) {
        return new Fact(
                of.name(),
                name,
                of.nextSlot(),
                type,
                values,
                ordered,
                Map.of(),
                unit,
                null,
                null,
                label,
                Ask.NEVER,
                FactClass.GREEN,
                Changer.NOBODY,
                false,
                Map.of(),
                derived);
    }

    /** Whether a number lies within its least and greatest value, as far as it has them. */
    public boolean isInRange(BigDecimal number) {
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
    }

    /** Its full name, {@code program.seats}. */
    public String path() {
        return entity + "." + name;
    }

    /** Words for a code; the code itself where the dictionary has none. */
    public String words(String code) {
        return values.getOrDefault(code, code);
    }

    /** Place of a code among ordered codes, from 0; -1 where the code is not one of them. */
    public int rank(String code) {
        return List.copyOf(values.keySet()).indexOf(code);
    }
}
