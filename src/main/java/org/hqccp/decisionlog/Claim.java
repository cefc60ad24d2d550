package org.hqccp.decisionlog;

import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.IdempotencyKey;

/**
 * An idempotency key in use: nobody else may use it until the entry it stands for is written or given up.
 *
 * @param key the key and the code of the request, as the record keeps them
 * @param row the same as the log files it
 */
public record Claim(IdempotencyKey key, ClaimRow row) {}
