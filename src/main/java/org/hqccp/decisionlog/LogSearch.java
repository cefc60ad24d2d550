package org.hqccp.decisionlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Seeks entries, oldest first, page by page. A cursor holds the place to go on from and the place where the log ended when the search
 * began, so that no entry is skipped or given twice, however much is recorded meanwhile.
 */
public final class LogSearch {
    /** So many entries are looked at for one page; what is found by then is the page, even if it is empty. */
    static final int MOST_LOOKED_AT = 20_000;

    private static final int PAGE = 200;
    private final LogReader store;
    private final LogKeys keys;
    private final Cursors cursors;

    LogSearch(LogReader store, LogKeys keys) {
        this.store = store;
        this.keys = keys;
        this.cursors = new Cursors(keys);
    }

    /**
     * An entry that was found.
     *
     * @param leaf what stands in clear
     * @param head the head of what was sealed
     */
    public record Hit(Leaf leaf, Map<String, ?> head) {}

    /**
     * A page of what was found.
     *
     * @param hits in order of place
     * @param cursor where to go on; null once the search has come to its end
     */
    public record Page(List<Hit> hits, @Nullable String cursor) {}

    /**
     * The first page of a search, or the next.
     *
     * @param cursor null for the first
     * @param atMost how many hits
     * @throws CursorRefused where the cursor is none, or is of another search
     */
    public Page page(LogQuery query, @Nullable String cursor, int atMost)
            throws CursorRefused, StoreException, DamagedEntry {
        Cursors.Span span;
        if (cursor == null) {
            long end = store.size();
            span = new Cursors.Span(query.from() == null ? 0 : firstOn(query.from(), end), end);
        } else {
            span = cursors.read(cursor, query);
        }
        List<Hit> hits = new ArrayList<>();
        long at = span.next();
        long last = Math.min(span.end(), at + MOST_LOOKED_AT);
        while (at < last) {
            List<EntryRow> rows = store.entries(at, (int) Math.min(PAGE, last - at));
            if (rows.isEmpty()) {
                throw new DamagedEntry(at, "it is missing");
            }
            for (EntryRow row : rows) {
                Leaf leaf = leaf(row);
                if (query.to() != null && day(leaf).compareTo(query.to()) > 0) {
                    return new Page(hits, null);
                }
                Hit hit = hit(query, row, leaf);
                at = row.index() + 1;
                if (hit != null) {
                    hits.add(hit);
                    if (hits.size() == atMost) {
                        return page(query, hits, new Cursors.Span(at, span.end()));
                    }
                }
            }
        }
        return page(query, hits, new Cursors.Span(at, span.end()));
    }

    private Page page(LogQuery query, List<Hit> hits, Cursors.Span rest) {
        return new Page(hits, rest.next() < rest.end() ? cursors.write(rest, query) : null);
    }

    private @Nullable Hit hit(LogQuery query, EntryRow row, Leaf leaf) throws DamagedEntry {
        // Opening is the dear part: most entries are passed over for what stands in clear.
        if (!query.fits(leaf)) {
            return null;
        }
        try {
            Map<String, ?> head = LogRecord.headOf(
                    Envelope.read(keys.open(row.id(), row.sealed())).record());
            return query.fits(leaf, head) ? new Hit(leaf, head) : null;
        } catch (FormatException e) {
            throw new DamagedEntry(row.index(), e.message());
        }
    }

    /** The first place of a day, or of a later one: times never go back, so it is found by halving. */
    private long firstOn(String day, long end) throws StoreException, DamagedEntry {
        long low = 0;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            List<EntryRow> rows = store.entries(middle, 1);
            if (rows.isEmpty()) {
                throw new DamagedEntry(middle, "it is missing");
            }
            if (day(leaf(rows.get(0))).compareTo(day) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String day(Leaf leaf) {
        return leaf.time().substring(0, "2026-11-24".length());
    }

    private static Leaf leaf(EntryRow row) throws DamagedEntry {
        try {
            return Leaf.read(row.leaf());
        } catch (FormatException e) {
            throw new DamagedEntry(row.index(), e.message());
        }
    }
}
