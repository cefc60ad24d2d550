package org.hqccp.verification;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;

/** A fact of which a case holds one. */
record Scalar(Fact fact, List<Object> values) implements Space.Numbered {
    @Override
    public boolean isNumber() {
        return fact.type().isNumber();
    }

    @Override
    public String label() {
        return fact.label();
    }

    @Override
    public String text(int option) {
        return String.valueOf(values.get(option));
    }

    @Override
    public String name() {
        return fact.path();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void set(Space.Place place, int option) {
        Entity holder = place.holder(fact);
        if (holder != null) {
            holder.set(fact.slot(), values.get(option));
        }
    }
}
