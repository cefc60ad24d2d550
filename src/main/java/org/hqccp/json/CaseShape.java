package org.hqccp.json;

import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.jspecify.annotations.Nullable;

/** What a case must hold, whatever is decided. The reader and the schema ask it alike. */
final class CaseShape {
    /** The sender's name for a case; the one name that is no fact. */
    static final String CASE_ID = "caseId";

    /** The decision date. */
    static final String AS_OF = "asOf";

    /** The only name of an object that stands for a value which is not known. */
    static final String UNKNOWN = "unknown";

    /** The beginning of names that senders may use as they like; they are passed over. */
    static final String EXTENSION = "x-";

    static final int MOST_ELEMENTS = 200;

    private CaseShape() {}

    /** The fact that must be known: the decision date of a case, and what tells the elements of a list of the case apart. */
    static @Nullable Fact neededFact(EntityType type) {
        EntityType parent = type.parent();
        if (parent == null) {
            return type.fact(AS_OF);
        }
        String key = type.isList() && parent.parent() == null ? type.key() : null;
        return key == null ? null : type.fact(key);
    }
}
