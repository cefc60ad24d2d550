package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Finds the things of a case that a condition looks at. */
final class Reaching {
    private Reaching() {}

    /** The elements of a list; none while the list is not known. */
    static List<Entity> elements(Expr.Path holder, EntityType list, Entity owner, @Nullable Entity element) {
        List<Entity> elements = reach(holder, owner, element).elements(list);
        return elements == null ? List.of() : elements;
    }

    private static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        Entity at = path.from() == Expr.From.ELEMENT && element != null ? element : owner;
        if (path.from() == Expr.From.CASE) {
            EntityType single = path.single();
            return single == null ? at.root() : at.root().single(single);
        }
        for (int i = 0; i < path.up(); i++) {
            Entity parent = at.parent();
            at = parent == null ? at : parent;
        }
        return at;
    }

    /** Everything of one kind that a thing holds, or is. */
    static List<Entity> all(Entity from, EntityType type) {
        List<Entity> found = new ArrayList<>();
        collect(from, type, found);
        return found;
    }

    /** Everything of one kind that the case holds outside its lists of subjects. */
    static List<Entity> singles(Entity root, EntityType type) {
        List<Entity> found = new ArrayList<>();
        if (root.type() == type) {
            found.add(root);
        }
        for (EntityType child : root.type().children()) {
            if (!child.isList()) {
                collect(root.single(child), type, found);
            }
        }
        return found;
    }

    private static void collect(Entity at, EntityType type, List<Entity> found) {
        if (at.type() == type) {
            found.add(at);
        }
        for (EntityType child : at.type().children()) {
            if (child.isList()) {
                List<Entity> held = at.elements(child);
                if (held != null) {
                    held.forEach(each -> collect(each, type, found));
                }
            } else {
                collect(at.single(child), type, found);
            }
        }
    }
}
