package org.hqccp.decisionlog;

import org.hqccp.decisionlog.format.Receipt;

/**
 * The acknowledgement of an entry: it is in the log and stays there.
 *
 * @param id its id
 * @param time when it was recorded, as it stands in its leaf
 * @param receipt its receipt
 */
public record Recorded(String id, String time, Receipt receipt) {}
