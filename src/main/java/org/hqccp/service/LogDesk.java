package org.hqccp.service;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.hqccp.decisionlog.CursorRefused;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Draft;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogQuery;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.LogSearch;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.InclusionProof;
import org.jspecify.annotations.Nullable;

/** Where the log is read. Whatever is shown is recorded first: who read, why, and what. If that cannot be recorded, nothing is shown. */
public final class LogDesk {
    private static final int MOST_CHANGES = 100;
    private final DecisionLog log;

    public LogDesk(DecisionLog log) {
        this.log = log;
    }

    /**
     * Somebody who reads.
     *
     * @param name who, by the name of the token
     * @param purpose why, in their own words
     */
    public record Reader(String name, String purpose) {}

    /**
     * An entry with what came of it.
     *
     * @param entry the entry
     * @param changes its corrections and overrides, in order
     */
    public record Opened(Entry entry, List<Entry> changes) {}

    /** One entry. */
    public Opened entry(Reader reader, String id) throws NoSuchEntry, LogRefused, StoreException, DamagedEntry {
        Entry entry = found(id);
        Opened opened = new Opened(entry, log.archive().changesOf(id, MOST_CHANGES));
        recordAccess(reader, "entry", id, Map.of());
        return opened;
    }

    /** One decision, to be explained. */
    public Opened decision(Reader reader, String id) throws NoSuchEntry, LogRefused, StoreException, DamagedEntry {
        Entry entry = found(id);
        if (!entry.leaf().kind().holdsDecision()) {
            throw new NoSuchEntry();
        }
        Opened opened = new Opened(entry, log.archive().changesOf(id, MOST_CHANGES));
        recordAccess(reader, "explanation", id, Map.of());
        return opened;
    }

    /** The proof that an entry is in the log; null while no signed checkpoint covers it, which takes at most a second. */
    public @Nullable InclusionProof proof(Reader reader, String id)
            throws NoSuchEntry, LogRefused, StoreException, DamagedEntry {
        InclusionProof proof = log.archive().proof(found(id).leaf().index());
        if (proof != null) {
            recordAccess(reader, "proof", id, Map.of());
        }
        return proof;
    }

    /** A page of a search; the ids that were shown are recorded. */
    public LogSearch.Page search(Reader reader, LogQuery query, @Nullable String cursor, int atMost)
            throws CursorRefused, LogRefused, StoreException, DamagedEntry {
        LogSearch.Page page = log.archive().search().page(query, cursor, atMost);
        List<String> seen = page.hits().stream().map(hit -> hit.leaf().id()).toList();
        recordAccess(reader, "search", null, Map.of("query", query.text(), "seen", seen));
        return page;
    }

    /**
     * Records that something else was read, before it is shown.
     *
     * @param parts what was read: {@code export}
     * @param about the entry it was read of, if it was one
     * @param more what else is worth knowing
     */
    public void recordAccess(Reader reader, String parts, @Nullable String about, Map<String, ?> more)
            throws LogRefused {
        Map<String, Object> head = new TreeMap<>(more);
        head.put("parts", parts);
        head.put("purpose", reader.purpose());
        try {
            log.record(Draft.note(log.newId(), EntryKind.ACCESS, reader.name(), about, head))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** The newest signed checkpoint; it says nothing of any entry, so that reading it is nobody's concern. */
    public @Nullable String checkpoint() throws StoreException {
        return log.archive().checkpoint();
    }

    private Entry found(String id) throws NoSuchEntry, StoreException, DamagedEntry {
        Entry entry = log.entry(id);
        if (entry == null) {
            throw new NoSuchEntry();
        }
        return entry;
    }
}
