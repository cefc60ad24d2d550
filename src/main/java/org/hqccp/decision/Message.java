package org.hqccp.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action, alert, note or strength in words.
 *
 * @param code its stable code
 * @param text one plain sentence
 * @param who the role that helps
 * @param by the day by when, if there is one
 * @param ruleId the rule that says so
 */
public record Message(
        String code, String text, String who, @Nullable LocalDate by, String ruleId) {}
