package org.hqccp.decisionlog;

import java.util.List;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Nodes;
import org.jspecify.annotations.Nullable;

/** A log to read. Any thread reads, and reads whatever was appended before it asked. */
public interface LogReader extends Nodes<StoreException>, AutoCloseable {
    /** How many entries there are. */
    long size() throws StoreException;

    /** The entries from a place on, in order, at most so many. */
    List<EntryRow> entries(long from, int atMost) throws StoreException;

    /** The place of the entry with an id, or -1. */
    long placeOf(String id) throws StoreException;

    /** The places of the corrections and overrides of a decision, in order, at most so many. */
    List<Long> changesOf(String id, int atMost) throws StoreException;

    /** What was asked for with an idempotency key before, if anything. */
    @Nullable
    Claimed claimed(byte[] tag) throws StoreException;

    /** The versions of the kept rule sets, in order. */
    List<String> ruleSets() throws StoreException;

    /** The packed files of a kept rule set. */
    byte @Nullable [] ruleSet(String version) throws StoreException;

    /** The checkpoints over at least so many entries, oldest first, at most so many. */
    List<SizedNote> checkpoints(long fromSize, int atMost) throws StoreException;

    /** The newest checkpoint. */
    @Nullable
    SizedNote newestCheckpoint() throws StoreException;

    /** What the store promises on the disk it stands on. */
    Durability durability();

    @Override
    void close() throws StoreException;

    /** A signed checkpoint and its size. */
    record SizedNote(long size, String note) {}

    /** The request that came first with an idempotency key, and the place of its entry. */
    record Claimed(ClaimRow claim, long index) {}
}
