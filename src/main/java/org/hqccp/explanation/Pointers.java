package org.hqccp.explanation;

import java.util.List;
import org.hqccp.engine.Defect;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;

/** Finds the things of a case again by their JSON Pointer, in any copy of it. */
final class Pointers {
    private Pointers() {}

    static Entity find(Entity root, String pointer) {
        Entity at = root;
        String[] names = pointer.split("/");
        for (int i = 1; i < names.length; i++) {
            EntityType child = at.type().child(names[i]);
            if (child == null) {
                throw new Defect("no such thing in the case: " + names[i]);
            }
            if (child.isList()) {
                List<Entity> elements = at.elements(child);
                i++;
                if (elements == null || i == names.length) {
                    throw new Defect("no such element in the case: " + child);
                }
                at = elements.get(Integer.parseInt(names[i]));
            } else {
                at = at.single(child);
            }
        }
        return at;
    }
}
