package org.hqccp.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * The words of an action, alert, note or strength.
 *
 * @param verb which of them
 * @param code what rules conclude
 * @param text one plain sentence
 * @param who the role that helps
 * @param by a date fact of the subject that says by when
 * @param sources tags of what it rests on
 */
public record Message(
        String verb,
        String code,
        String text,
        String who,
        @Nullable String by,
        String sources) {}
