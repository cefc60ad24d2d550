package org.hqccp.decisionlog;

import java.util.List;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.VerifierKey;
import org.hqccp.decisionlog.verify.Fault;
import org.hqccp.decisionlog.verify.LogCheck;
import org.hqccp.decisionlog.verify.Opener;
import org.jspecify.annotations.Nullable;

/** Hands a stored log to the check, piece by piece: however long it is, little of it is in memory at a time. */
public final class WholeCheck {
    private static final int PAGE = 200;

    private final LogReader log;
    private final LogCheck check;
    private final Progress progress;

    /** Told how far the check has come. */
    @FunctionalInterface
    public interface Progress {
        void checked(long entries, long of);
    }

    /**
     * A check of a stored log.
     *
     * @param key the key its checkpoints are signed with
     * @param opener its secret keys, or null to check only what needs none
     */
    public WholeCheck(LogReader log, VerifierKey key, @Nullable Opener opener, Progress progress) {
        this.log = log;
        this.check = new LogCheck(key, opener);
        this.progress = progress;
    }

    /** A checkpoint somebody outside the log kept; it must be one the log can lead to. */
    public void outside(String where, String note) {
        check.checkpoint(where, note);
    }

    /** Checks the log as it is now; entries that are added meanwhile are left for the next time. */
    public List<Fault> run() throws StoreException {
        long signed = 0;
        for (List<LogReader.SizedNote> page = log.checkpoints(0, PAGE);
                !page.isEmpty();
                page = log.checkpoints(signed + 1, PAGE)) {
            page.forEach(note -> check.checkpoint(note.size(), note.note()));
            signed = Math.max(signed + 1, page.get(page.size() - 1).size());
        }
        for (String version : log.ruleSets()) {
            byte[] files = log.ruleSet(version);
            check.ruleSet(version, files == null ? new byte[0] : files);
        }
        // Asked for last, so that no checkpoint above speaks of entries after it.
        entries(log.size());
        return check.finish();
    }

    private void entries(long size) throws StoreException {
        for (long at = Long.MIN_VALUE; at < size; ) {
            List<EntryRow> rows = log.entries(at, PAGE);
            if (rows.isEmpty()) {
                return;
            }
            for (EntryRow row : rows) {
                if (row.index() < size) {
                    check.entry(row);
                }
            }
            at = rows.get(rows.size() - 1).index() + 1;
            progress.checked(check.size(), size);
        }
    }

    /** How many entries were checked. */
    public long size() {
        return check.size();
    }

    /** The root over them. */
    public byte[] root() {
        return check.root();
    }
}
