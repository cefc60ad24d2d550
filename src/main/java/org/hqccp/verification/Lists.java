package org.hqccp.verification;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;

/** A list with a few places, each of which may hold an element or not. Other variables say what the element in each place is like. */
record Lists(EntityType list, int places) implements Space.Variable {
    private static final int MOST = 5;

    static Lists of(EntityType list, Cuts.ListCut cut) {
        long most = 1;
        for (Object count : cut.counts) {
            if (count instanceof Number number && number.longValue() < MOST) {
                most = Math.max(most, number.longValue() + (cut.counted == 1 ? 1 : 0));
            }
        }
        long places = cut.looks + cut.counted * most;
        return new Lists(list, (int) Math.max(1, Math.min(MOST, places)));
    }

    /** Whether more elements could make no difference: who only asks whether there is such an element needs no more than one for each question. */
    boolean isEnough(Cuts.ListCut cut) {
        return cut.counted == 0 && cut.looks <= places;
    }

    @Override
    public String name() {
        return list.name();
    }

    /** From an empty list to a full one. */
    @Override
    public int size() {
        return places + 1;
    }

    @Override
    public void set(Space.Place place, int option) {
        Entity holder = place.holder(list);
        if (holder != null) {
            List<Entity> elements = new ArrayList<>();
            for (int i = 0; i < option; i++) {
                elements.add(new Entity(list, holder, i));
            }
            holder.setElements(list, elements);
        }
    }

    /** What the element in one place says of one fact. */
    record Element(EntityType list, int place, Space.ElementFact fact) implements Space.Variable {
        @Override
        public String name() {
            return list.name() + place + fact.fact().name();
        }

        @Override
        public int size() {
            return fact.options().values().size();
        }

        @Override
        public void set(Space.Place at, int option) {
            Entity holder = at.holder(list);
            List<Entity> elements = holder == null ? null : holder.elements(list);
            if (elements != null && place < elements.size()) {
                elements.get(place)
                        .set(fact.fact().slot(), fact.options().values().get(option));
            }
        }
    }
}
