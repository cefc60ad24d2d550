package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Frontier;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.verify.Fault;
import org.hqccp.decisionlog.verify.LogCheck;
import org.jspecify.annotations.Nullable;

/** What is looked at before a log takes its first entry. Whatever is wrong is refused with what to do, and never put right silently. */
final class Opening {
    /** How many entries before the newest checkpoint are checked at each start. */
    private static final long TAIL = 1_000;

    private static final int PAGE = 200;
    private static final String RESTORE =
            "See what './hqccp verify-log' says, and restore the data folder from a backup; nothing in it was changed.";

    private final Path folder;
    private final Path keyFile;
    private final Path newKeyFile;

    Opening(Path folder, Path keyFile) {
        this.folder = folder;
        this.keyFile = keyFile;
        this.newKeyFile = keyFile.resolveSibling(keyFile.getFileName() + ".new");
    }

    /** The keys of the log that is there, or new ones where there is none yet. */
    LogKeys keys(boolean holdsLog) throws IOException, FolderRefused {
        boolean hasKeys = Files.exists(keyFile);
        boolean hasCheckpoint = Files.exists(new CheckpointFile(folder).path());
        if (hasKeys && !holdsLog) {
            throw new FolderRefused(
                    "There is a key file, but the decision log itself, log.db, is gone or empty.",
                    "Restore log.db from a backup. To begin a new log, name an empty data folder and another key file.");
        } else if (hasKeys) {
            return KeyFile.read(keyFile);
        } else if (hasCheckpoint || holdsLog && !Files.exists(newKeyFile)) {
            throw new FolderRefused(
                    "The key file " + keyFile + " is missing.",
                    "Put back the key file this log was started with; without it nothing in the log can be read.");
        } else if (Files.exists(newKeyFile)) {
            return KeyFile.read(newKeyFile);
        }
        LogKeys keys = LogKeys.generate(new SecureRandom());
        KeyFile.write(newKeyFile, keys);
        return keys;
    }

    /** Whether a log is to be begun; a log that was emptied is not. */
    boolean begins(long size) throws FolderRefused {
        boolean begun = Files.exists(keyFile);
        if (begun && size == 0) {
            throw new FolderRefused("The decision log is empty, and was not before.", RESTORE);
        } else if (!begun && size > 1) {
            throw new FolderRefused(
                    "The key file " + keyFile + " is missing.", "Put back the key file this log was started with.");
        }
        return size == 0;
    }

    /** The first entry is written: from now on the keys are those of the log. */
    void begun() throws IOException {
        if (!Files.exists(keyFile)) {
            Files.move(newKeyFile, keyFile, StandardCopyOption.ATOMIC_MOVE);
            CheckpointFile.force(keyFile.resolveSibling("."));
        }
    }

    /** Checks the end of the log against its checkpoints, and the keys and the clock against the log. */
    Writer.Start check(LogReader store, LogKeys keys, Clock clock) throws StoreException, IOException, FolderRefused {
        long size = store.size();
        if (size == 0) {
            return new Writer.Start(new Frontier(), Instant.EPOCH, 0);
        }
        checkKeys(store.entries(0, 1).get(0), keys);
        LogReader.SizedNote newest = store.newestCheckpoint();
        long signed = newest == null ? 0 : newest.size();
        long from = Math.max(0, Math.min(signed, size) - TAIL);
        LogCheck check = LogCheck.ofEnd(keys.signing().verifier(), keys, Frontier.of(from, store));
        if (newest != null) {
            check.checkpoint(newest.size(), newest.note());
        }
        checkFile(check, newest != null && store.checkpoints(0, 2).size() > 1);
        for (String version : store.ruleSets()) {
            check.ruleSet(version);
        }
        EntryRow last = null;
        for (long at = from; at < size; ) {
            List<EntryRow> rows = store.entries(at, PAGE);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(check::entry);
            last = rows.get(rows.size() - 1);
            at = last.index() + 1;
        }
        List<Fault> faults = check.finish();
        if (!faults.isEmpty()) {
            throw new FolderRefused("The decision log does not verify: " + faults.get(0) + ".", RESTORE);
        }
        return new Writer.Start(Frontier.of(size, store), time(last, clock), signed);
    }

    private static void checkKeys(EntryRow first, LogKeys keys) throws FolderRefused {
        try {
            String vkey = Leaf.read(first.leaf()).vkey();
            if (keys.signing().verifier().text().equals(vkey)) {
                keys.open(first.id(), first.sealed());
                return;
            }
        } catch (FormatException e) {
            throw new FolderRefused("The first entry of the decision log: " + e.message() + ".", RESTORE);
        }
        throw new FolderRefused(
                "The key file is not the one this log was started with.", "Put back the right key file.");
    }

    private void checkFile(LogCheck check, boolean mustBeThere) throws IOException, FolderRefused {
        CheckpointFile file = new CheckpointFile(folder);
        String note = file.read();
        if (note != null) {
            check.checkpoint("the file " + file.path().getFileName(), note);
        } else if (mustBeThere) {
            throw new FolderRefused("The file " + file.path() + " is missing.", RESTORE);
        }
    }

    private static Instant time(@Nullable EntryRow last, Clock clock) throws FolderRefused {
        try {
            Instant time = last == null
                    ? Instant.EPOCH
                    : Instant.parse(Leaf.read(last.leaf()).time());
            if (DataFolder.isSetBack(clock.instant(), time)) {
                throw new FolderRefused(
                        "The clock of this machine is behind the last entry of the decision log, of " + time + ".",
                        "Set the clock right, then start again.");
            }
            return time;
        } catch (FormatException e) {
            throw new FolderRefused("The last entry of the decision log: " + e.message() + ".", RESTORE);
        }
    }
}
