package org.hqccp.json;

import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** Where in a case the reader stands. Its pointer holds names of the dictionary and numbers only, never anything that was sent. */
final class CasePlace {
    private @Nullable Entity entity;
    private @Nullable String name;
    private int element = -1;

    /** In a thing of the case. */
    void in(Entity thing) {
        entity = thing;
        name = null;
        element = -1;
    }

    /** At a fact or a held thing, by its name in the dictionary. */
    void at(String nameOfDictionary) {
        name = nameOfDictionary;
        element = -1;
    }

    /** At an element of the list that the name holds, counted from 0. */
    void element(int index) {
        element = index;
    }

    /** The place as a JSON Pointer. */
    String pointer() {
        return (entity == null ? "" : entity.pointer())
                + (name == null ? "" : "/" + name)
                + (element < 0 ? "" : "/" + element);
    }
}
