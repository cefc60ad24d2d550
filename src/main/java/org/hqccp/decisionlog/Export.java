package org.hqccp.decisionlog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.ExportLine;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.VerifierKey;

/** Writes a whole log out as lines of JSON that can be checked anywhere. What is sealed stays sealed. */
public final class Export {
    private static final int PAGE = 200;

    private Export() {}

    /**
     * Writes the log as far as its newest checkpoint.
     *
     * @return how many entries were written
     */
    public static long write(LogReader log, VerifierKey key, OutputStream out)
            throws StoreException, IOException, DamagedEntry {
        LogReader.SizedNote newest = log.newestCheckpoint();
        long size = newest == null ? 0 : newest.size();
        try {
            line(out, ExportLine.head(key.text(), size));
            for (long from = 0; from < size; ) {
                List<LogReader.SizedNote> notes = log.checkpoints(from + 1, PAGE);
                for (LogReader.SizedNote note : notes) {
                    if (note.size() <= size) {
                        line(out, ExportLine.checkpoint(note.size(), note.note()));
                    }
                    from = Math.max(from + 1, note.size());
                }
                from = notes.isEmpty() ? size : from;
            }
            for (String version : log.ruleSets()) {
                byte[] files = log.ruleSet(version);
                if (files != null) {
                    line(out, ExportLine.ruleSet(version, files));
                }
            }
            for (long from = 0; from < size; ) {
                List<EntryRow> rows = log.entries(from, (int) Math.min(PAGE, size - from));
                for (EntryRow row : rows) {
                    line(out, ExportLine.entry(row));
                }
                from = rows.isEmpty() ? size : rows.get(rows.size() - 1).index() + 1;
            }
            return size;
        } catch (FormatException e) {
            throw new DamagedEntry(0, e.message());
        }
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }
}
