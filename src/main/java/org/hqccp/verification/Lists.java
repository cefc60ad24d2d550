package org.hqccp.verification;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A list with a few places, each of which may hold an element or not. Other variables say what the element in each place is like.
 *
 * @param in the element that holds the list; none where it stands in no other list
 */
record Lists(EntityType list, int places, @Nullable Seat in) implements Space.Variable {
    private static final int MOST = 5;
    /** Each element of the outer list has so many: together there are enough, and not too many to try. */
    private static final int MOST_INSIDE = 2;

    static Lists of(EntityType list, Cuts.ListCut cut, @Nullable Seat in) {
        long most = 1;
        for (Object count : cut.counts) {
            if (count instanceof Number number && number.longValue() < MOST) {
                most = Math.max(most, number.longValue() + (cut.counted == 1 ? 1 : 0));
            }
        }
        long places = cut.looks + cut.counted * most;
        return new Lists(list, (int) Math.max(1, Math.min(in == null ? MOST : MOST_INSIDE, places)), in);
    }

    /** Whether more elements could make no difference: who only asks whether there is such an element needs no more than one for each question. */
    boolean isEnough(Cuts.ListCut cut) {
        return cut.counted == 0 && cut.looks <= places;
    }

    @Override
    public String name() {
        return (in == null ? "" : in.name() + " ") + list.name();
    }

    /** From an empty list to a full one. */
    @Override
    public int size() {
        return places + 1;
    }

    @Override
    public void set(Space.Place place, int option) {
        Entity holder = in == null ? place.holder(list) : in.of(place);
        if (holder != null) {
            List<Entity> elements = new ArrayList<>();
            for (int i = 0; i < option; i++) {
                elements.add(new Entity(list, holder, i));
            }
            holder.setElements(list, elements);
        }
    }

    /**
     * A place in a list.
     *
     * @param in the element that holds the list; none where it stands in no other list
     */
    record Seat(EntityType list, int place, @Nullable Seat in) {
        /** The element in it, where there is one. */
        @Nullable
        Entity of(Space.Place at) {
            Entity holder = in == null ? at.holder(list) : in.of(at);
            List<Entity> elements = holder == null ? null : holder.elements(list);
            return elements != null && place < elements.size() ? elements.get(place) : null;
        }

        String name() {
            return (in == null ? "" : in.name() + " ") + list.name() + place;
        }
    }

    /** What the element in one place says of one fact. */
    record Element(Seat seat, Space.ElementFact fact) implements Space.Variable {
        @Override
        public String name() {
            return seat.name() + fact.fact().name();
        }

        @Override
        public int size() {
            return fact.options().values().size();
        }

        @Override
        public void set(Space.Place at, int option) {
            Entity element = seat.of(at);
            if (element != null) {
                element.set(fact.fact().slot(), fact.options().values().get(option));
            }
        }
    }
}
