package org.hqccp.decisionlog.format;

/**
 * A request that came with an idempotency key, as the log keeps it: both values keyed hashes, which say nothing without the key.
 *
 * @param tag over the caller and the idempotency key
 * @param request over what was asked
 */
public record ClaimRow(byte[] tag, byte[] request) {}
