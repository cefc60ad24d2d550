package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked. */
public interface Test {
    /**
     * Asks it.
     *
     * @param owner the rule's subject, or the entity that declares a derived fact
     * @param element the element of the list under inspection, if any
     */
    Truth of(Entity owner, @Nullable Entity element);

    /** Asks it, without a detour where it is of the kind that most are. */
    static Truth ask(Test test, Entity owner, @Nullable Entity element) {
        return test instanceof OneOf plain ? plain.of(owner, element) : test.of(owner, element);
    }
}
