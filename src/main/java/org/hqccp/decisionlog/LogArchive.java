package org.hqccp.decisionlog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.Proofs;
import org.hqccp.decisionlog.format.RuleSetFiles;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** A log to read, with the keys that open its records. Safe for all threads. */
public final class LogArchive {
    private final LogReader store;
    private final LogKeys keys;
    private final Proofs<StoreException> proofs;

    public LogArchive(LogReader store, LogKeys keys) {
        this.store = store;
        this.keys = keys;
        this.proofs = new Proofs<>(store);
    }

    /** How many entries there are. */
    public long size() throws StoreException {
        return store.size();
    }

    /** The entry with an id, or null. */
    public @Nullable Entry entry(String id) throws StoreException, DamagedEntry {
        long place = Leaf.isId(id) ? store.placeOf(id) : -1;
        return place < 0 ? null : entry(place);
    }

    /** The entry at a place. */
    public Entry entry(long place) throws StoreException, DamagedEntry {
        List<Entry> one = entries(place, 1);
        if (one.isEmpty() || one.get(0).leaf().index() != place) {
            throw new DamagedEntry(place, "it is missing");
        }
        return one.get(0);
    }

    /** The entries from a place on, at most so many. */
    public List<Entry> entries(long from, int atMost) throws StoreException, DamagedEntry {
        List<Entry> entries = new ArrayList<>();
        for (EntryRow row : store.entries(from, atMost)) {
            try {
                entries.add(Entry.open(row, keys));
            } catch (FormatException e) {
                throw new DamagedEntry(row.index(), e.message());
            }
        }
        return entries;
    }

    /** The proof that an entry is in the log; null while no signed checkpoint covers it yet, which takes at most a second. */
    public @Nullable InclusionProof proof(long place) throws StoreException {
        LogReader.SizedNote newest = store.newestCheckpoint();
        if (newest == null || newest.size() <= place) {
            return null;
        }
        byte[] leaf = store.entries(place, 1).get(0).leaf();
        return new InclusionProof(leaf, proofs.inclusion(place, newest.size()), newest.note());
    }

    /** The hashes that show the log of one size to be the beginning of the log of another. */
    public List<byte[]> consistency(long older, long newer) throws StoreException {
        return proofs.consistency(older, newer);
    }

    /** The newest signed checkpoint; null only in the first second of a log. */
    public @Nullable String checkpoint() throws StoreException {
        LogReader.SizedNote newest = store.newestCheckpoint();
        return newest == null ? null : newest.note();
    }

    /** The corrections and overrides of a decision, in order, at most so many. */
    public List<Entry> changesOf(String id, int atMost) throws StoreException, DamagedEntry {
        List<Entry> changes = new ArrayList<>();
        for (long place : store.changesOf(id, atMost)) {
            changes.add(entry(place));
        }
        return changes;
    }

    /** How many entries the newest checkpoint covers. */
    long signedSize() throws StoreException {
        LogReader.SizedNote newest = store.newestCheckpoint();
        return newest == null ? 0 : newest.size();
    }

    /** The signed checkpoint over so many entries; there must be one. */
    String checkpointOf(long size) throws StoreException, DamagedEntry {
        List<LogReader.SizedNote> notes = store.checkpoints(size, 1);
        if (notes.isEmpty() || notes.get(0).size() != size) {
            throw new DamagedEntry(size, "the signed checkpoint over the entries before it is missing");
        }
        return notes.get(0).note();
    }

    long export(OutputStream out) throws StoreException, IOException, DamagedEntry {
        return Export.write(store, verifierKey(), out);
    }

    /** A search of this log. */
    public LogSearch search() {
        return new LogSearch(store, keys);
    }

    /** The files of a rule set that was live, by path, or null. */
    public @Nullable SortedMap<String, String> ruleSet(String version) throws StoreException, DamagedEntry {
        byte[] packed = store.ruleSet(version);
        try {
            return packed == null ? null : RuleSetFiles.read(packed);
        } catch (FormatException e) {
            throw new DamagedEntry(0, "the rule set " + version + ": " + e.message());
        }
    }

    /** The key that signs the checkpoints. */
    public VerifierKey verifierKey() {
        return keys.signing().verifier();
    }
}
