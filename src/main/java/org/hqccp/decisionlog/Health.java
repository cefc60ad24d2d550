package org.hqccp.decisionlog;

import org.jspecify.annotations.Nullable;

/**
 * How the log stands.
 *
 * @param refusal why it takes nothing at the moment, or null
 * @param durability what an acknowledged entry survives
 */
public record Health(LogRefused.@Nullable Reason refusal, Durability durability) {}
