package org.hqccp.facts;

import org.jspecify.annotations.Nullable;

/**
 * How an unknown fact may be asked for.
 *
 * @param mode whether it is asked, offered or never raised
 * @param role the role that asks in private, for {@link Mode#ROLE}
 * @param question the question in plain words
 */
public record Ask(
        Mode mode, @Nullable String role, @Nullable String question) {

    /** Nobody asks. */
    public static final Ask NEVER = new Ask(Mode.NEVER, null, null);

    /** Ways to ask. */
    public enum Mode {
        /** A named role asks in private. */
        ROLE,
        /** Never asked; what it would open is offered to everyone as information. */
        OPEN_OFFER,
        NEVER
    }
}
