package org.hqccp.explanation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.facts.Entity;

/**
 * A copy of a case with edits made in it, and nothing derived yet.
 *
 * @param root the copy
 * @param added the items that edits added
 */
record EditedCase(Entity root, Set<Entity> added) {

    static EditedCase of(Entity original, List<CaseEdit> edits) {
        EditedCase copy = new EditedCase(original.copy(), new HashSet<>());
        edits.forEach(e -> e.in(copy));
        return copy;
    }
}
