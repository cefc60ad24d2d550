package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.hqccp.comparison.Trial.Element;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/** The lists of the cases on which two versions of a rule are tried, with what their elements hold, lists among it. */
final class ListTrials {
    private static final int LONGEST = 4;
    private static final int LONGEST_INNER = 3;
    private static final int TURNED = 3;

    private final Map<String, EntityType> lists;
    private final Map<String, Map<Fact, List<Object>>> facts;
    private final List<Object> lengths;
    private final int longest;
    private final SplittableRandom random;

    /**
     * @param lists the lists that are read, by name
     * @param facts what is read of the elements of each, with the values to try
     * @param lengths the lengths at which a count could turn, in order
     */
    ListTrials(
            Map<String, EntityType> lists,
            Map<String, Map<Fact, List<Object>>> facts,
            List<Object> lengths,
            SplittableRandom random) {
        this.lists = lists;
        this.facts = facts;
        this.lengths = lengths;
        this.longest = lengths.stream()
                .mapToInt(l -> ((Long) l).intValue())
                .filter(l -> l <= Domain.FEW)
                .reduce(LONGEST, Math::max);
        this.random = random;
    }

    private List<EntityType> heldBy(EntityType holder) {
        return lists.values().stream().filter(l -> l.parent() == holder).toList();
    }

    private boolean isInner(EntityType list) {
        EntityType holder = list.parent();
        return holder != null && lists.get(holder.name()) == holder;
    }

    /** Draws the elements of every list. */
    void fill(Trial trial) {
        for (EntityType list : lists.values()) {
            if (!isInner(list)) {
                trial.lists().put(list.name(), elements(list, longest));
            }
        }
    }

    /** Some elements, often alike, so that counts of each size come up. */
    private List<Element> elements(EntityType list, int most) {
        int length = random.nextInt(most + 1);
        boolean alike = random.nextBoolean();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(alike && i > 0 ? elements.get(0).copy() : element(list));
        }
        return elements;
    }

    private Element element(EntityType list) {
        Element element = new Element();
        facts.getOrDefault(list.name(), Map.of()).forEach((fact, values) -> {
            if (!values.isEmpty()) {
                element.facts().put(fact.name(), values.get(random.nextInt(values.size())));
            }
        });
        heldBy(list).forEach(inner -> element.lists().put(inner.name(), elements(inner, LONGEST_INNER)));
        return element;
    }

    /** What can be turned in a case: single facts, the lengths of its lists, and the facts of some elements. */
    List<Dial> dials(Trial trial, List<Dial> single) {
        List<Dial> dials = new ArrayList<>(single);
        add(dials, trial.lists(), Trial::lists);
        return dials;
    }

    private void add(
            List<Dial> dials, Map<String, List<Element>> held, Function<Trial, Map<String, List<Element>>> where) {
        held.forEach((name, elements) -> {
            EntityType list = Objects.requireNonNull(lists.get(name));
            Function<Trial, List<Element>> here =
                    trial -> Objects.requireNonNull(where.apply(trial).get(name));
            Element more = elements.isEmpty() ? element(list) : elements.get(elements.size() - 1);
            dials.add(Dial.of(
                    FactType.WHOLE_NUMBER, lengths, (trial, length) -> resize(here.apply(trial), (Long) length, more)));
            for (int i = 0; i < Math.min(elements.size(), TURNED); i++) {
                int place = i;
                facts.getOrDefault(name, Map.of())
                        .forEach((fact, values) -> dials.add(Dial.of(
                                fact.type(),
                                values,
                                (trial, value) ->
                                        here.apply(trial).get(place).facts().put(fact.name(), value))));
                add(
                        dials,
                        elements.get(i).lists(),
                        trial -> here.apply(trial).get(place).lists());
            }
        });
    }

    private static void resize(List<Element> elements, long length, Element more) {
        while (elements.size() > length) {
            elements.remove(elements.size() - 1);
        }
        while (elements.size() < length) {
            elements.add(more.copy());
        }
    }
}
