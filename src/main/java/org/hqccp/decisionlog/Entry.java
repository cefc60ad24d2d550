package org.hqccp.decisionlog;

import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.Receipt;

/**
 * An entry that was read and opened.
 *
 * @param leaf what stands in clear
 * @param record what was sealed
 * @param receipt its receipt
 */
public record Entry(Leaf leaf, LogRecord record, Receipt receipt) {
    static Entry open(EntryRow row, LogKeys keys) throws FormatException {
        LogRecord record =
                LogRecord.read(Envelope.read(keys.open(row.id(), row.sealed())).record());
        return new Entry(
                Leaf.read(row.leaf()), record, new Receipt(keys.origin(), row.index(), row.leafHash(), row.code()));
    }
}
