package org.hqccp.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;

/** What conditions read in one state of a case, and the edits that could change what they come to. */
final class Universe {
    /** A whole number with at most so many allowed values is tried with each of them. */
    private static final int FEW_VALUES = 16;

    private static final int MOST_DECIMALS = 4;
    private static final int MOST_DIGITS = 11;

    private final Changeable changeable;
    private final Set<Entity> added;
    private final Set<Entity> unfinished;
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> lists = new LinkedHashSet<>();
    private final Map<String, CaseEdit> edits = new LinkedHashMap<>();
    private final Set<NoChange> held = EnumSet.noneOf(NoChange.class);
    private final Set<String> unknown = new LinkedHashSet<>();

    /**
     * @param added items that were added by earlier edits; they are as they were made
     * @param unfinished those of them that may say more
     */
    Universe(Changeable changeable, Set<Entity> added, Set<Entity> unfinished) {
        this.changeable = changeable;
        this.added = added;
        this.unfinished = unfinished;
    }

    /** The name of one element of a set, as a thing that is read and edited alone. */
    static String element(String pointer, String element) {
        return pointer + "#" + element;
    }

    /** Everything that was read and may be edited: pointers, with the element of a set. */
    Set<String> reads() {
        return reads;
    }

    /** Edits that may matter, in the order they were met. */
    Iterable<CaseEdit> edits() {
        return edits.values();
    }

    /** Why some of what was read is left alone. */
    Set<NoChange> held() {
        return held;
    }

    /** Places that an edit may change: facts, and lists that were read even if no item fits. */
    Set<String> places() {
        Set<String> places = new LinkedHashSet<>(lists);
        reads.forEach(r -> places.add(r.split("#", 2)[0]));
        return places;
    }

    void list(Entity holder, EntityType of) {
        lists.add(holder.pointer() + "/" + of.jsonKey() + "/-");
    }

    /** Labels of what was read and is not known. */
    Set<String> unknown() {
        return unknown;
    }

    Changeable changeable() {
        return changeable;
    }

    void unknown(String label) {
        unknown.add(label);
    }

    void add(CaseEdit edit) {
        edits.putIfAbsent(edit.key(), edit);
        reads.add(edit.touches());
    }

    /** Whether a given fact may be edited here. An unknown one gets a question, not a change. */
    boolean mayEdit(Entity entity, Fact fact) {
        boolean known = !(entity.get(fact.slot()) instanceof Unknown);
        boolean item = added.contains(entity);
        if (!known && !item) {
            unknown.add(fact.label());
            return false;
        }
        NoChange why = item ? Changeable.never(fact) : changeable.why(fact);
        if (why != null) {
            held.add(why);
            return false;
        }
        boolean said =
                item && (!unfinished.contains(entity) || known && !fact.type().isSet());
        if (!said && !fact.type().isSet()) {
            reads.add(entity.pointer() + "/" + fact.name());
        }
        return !said;
    }

    /** Every other value a fact of few values can have. */
    void others(Entity entity, Fact fact) {
        if (!mayEdit(entity, fact)) {
            return;
        }
        if (fact.type() == FactType.YES_NO) {
            value(entity, fact, true);
            value(entity, fact, false);
        } else if (fact.type() == FactType.ONE_OF) {
            fact.values().keySet().forEach(code -> value(entity, fact, code));
        } else if (fact.type() == FactType.WHOLE_NUMBER) {
            range(fact).forEach(each -> value(entity, fact, each));
        }
    }

    private void value(Entity entity, Fact fact, Object to) {
        Object now = entity.get(fact.slot());
        boolean same = now instanceof BigDecimal a && to instanceof BigDecimal b ? a.compareTo(b) == 0 : to.equals(now);
        if (!same) {
            add(new CaseEdit.Value(entity.pointer(), fact, to));
        }
    }

    /** Another text, as something in the condition says it. */
    void text(Entity entity, Fact fact, Object to) {
        if (fact.type() == FactType.TEXT && to instanceof String && mayEdit(entity, fact)) {
            value(entity, fact, to);
        }
    }

    /** Numbers at and next to a threshold, within the fact's bounds. */
    void number(Entity entity, Fact fact, BigDecimal threshold) {
        if (!mayEdit(entity, fact)) {
            return;
        }
        BigDecimal step = step(fact);
        BigDecimal low = onGrid(fact, threshold, RoundingMode.FLOOR);
        BigDecimal high = onGrid(fact, threshold, RoundingMode.CEILING);
        within(entity, fact, low);
        within(entity, fact, high);
        within(entity, fact, low.subtract(step));
        within(entity, fact, high.add(step));
    }

    /** The threshold itself where a case can hold it, else the next number on the fact's grid. */
    static BigDecimal onGrid(Fact fact, BigDecimal threshold, RoundingMode rounding) {
        boolean held =
                fact.type() == FactType.NUMBER && threshold.stripTrailingZeros().scale() <= MOST_DECIMALS;
        BigDecimal step = step(fact);
        return held ? threshold : threshold.divide(step, 0, rounding).multiply(step);
    }

    private void within(Entity entity, Fact fact, BigDecimal to) {
        BigDecimal near = clamped(fact, to);
        if (near.precision() - near.scale() <= MOST_DIGITS) {
            value(entity, fact, written(fact, near));
        }
    }

    /** The nearest number the fact may hold. */
    static BigDecimal clamped(Fact fact, BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        BigDecimal enough = min == null ? value : value.max(min);
        return max == null ? enough : enough.min(max);
    }

    /** A number as cases hold it. */
    static Object written(Fact fact, BigDecimal value) {
        if (fact.type() == FactType.WHOLE_NUMBER) {
            return value.setScale(0, RoundingMode.CEILING).longValue();
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The smallest move of a number worth proposing: one, a tenth, or a hundredth of a share. */
    static BigDecimal step(Fact fact) {
        if (fact.type() == FactType.WHOLE_NUMBER) {
            return BigDecimal.ONE;
        }
        BigDecimal max = fact.max();
        return max != null && max.compareTo(BigDecimal.ONE) <= 0 ? new BigDecimal("0.01") : new BigDecimal("0.1");
    }

    /** The element joins the set, or leaves it. */
    void toggle(Entity entity, Fact fact, String element) {
        if (!mayEdit(entity, fact)) {
            return;
        }
        Set<?> now = entity.get(fact.slot()) instanceof Set<?> set ? set : null;
        if (now == null) {
            value(entity, fact, new TreeSet<>());
        }
        if (now == null && allowed(fact, element)) {
            value(entity, fact, new TreeSet<>(Set.of(element)));
        } else if (now != null && (now.contains(element) || allowed(fact, element))) {
            add(new CaseEdit.Element(entity.pointer(), fact, element, !now.contains(element)));
        }
    }

    private static boolean allowed(Fact fact, String element) {
        if (fact.type() == FactType.SET_OF_NUMBERS) {
            BigDecimal number = new BigDecimal(element);
            return clamped(fact, number).compareTo(number) == 0;
        }
        return fact.type() != FactType.SET_OF || fact.values().containsKey(element);
    }

    /** Every element that could join or leave a set. */
    void toggleAll(Entity entity, Fact fact) {
        if (mayEdit(entity, fact)) {
            Set<String> elements = new LinkedHashSet<>(fact.values().keySet());
            range(fact).forEach(each -> elements.add(each.toString()));
            if (entity.get(fact.slot()) instanceof Set<?> now) {
                now.forEach(each -> elements.add(String.valueOf(each)));
            }
            elements.forEach(each -> toggle(entity, fact, each));
        }
    }

    /** All values of whole numbers, where they are few. */
    private static Set<Long> range(Fact fact) {
        Set<Long> values = new TreeSet<>();
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if (min != null && max != null && max.subtract(min).compareTo(BigDecimal.valueOf(FEW_VALUES)) <= 0) {
            for (long each = min.longValue(); each <= max.longValue(); each++) {
                values.add(each);
            }
        }
        return values;
    }
}
