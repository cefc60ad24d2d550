package org.hqccp.decisionlog;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.hqccp.decisionlog.format.EntryRow;

/** A store that fails when told to, and that can be held up: on top of a real one. */
final class FailingStore implements LogStore {
    private final LogStore real;
    final Semaphore gate = new Semaphore(1_000_000);
    volatile boolean failBefore;
    volatile boolean failAfter;
    final AtomicInteger groups = new AtomicInteger();

    FailingStore(LogStore real) {
        this.real = real;
    }

    @Override
    public void append(Group group) throws StoreException {
        gate.acquireUninterruptibly();
        groups.incrementAndGet();
        if (failBefore) {
            throw new StoreException("a write failed", false, new IOException("injected"));
        }
        real.append(group);
        if (failAfter) {
            throw new StoreException("a commit failed", true, new IOException("injected"));
        }
    }

    @Override
    public long size() throws StoreException {
        return real.size();
    }

    @Override
    public List<EntryRow> entries(long from, int atMost) throws StoreException {
        return real.entries(from, atMost);
    }

    @Override
    public long placeOf(String id) throws StoreException {
        return real.placeOf(id);
    }

    @Override
    public List<Long> changesOf(String id, int atMost) throws StoreException {
        return real.changesOf(id, atMost);
    }

    @Override
    public Claimed claimed(byte[] tag) throws StoreException {
        return real.claimed(tag);
    }

    @Override
    public List<String> ruleSets() throws StoreException {
        return real.ruleSets();
    }

    @Override
    public byte[] ruleSet(String version) throws StoreException {
        return real.ruleSet(version);
    }

    @Override
    public List<SizedNote> checkpoints(long fromSize, int atMost) throws StoreException {
        return real.checkpoints(fromSize, atMost);
    }

    @Override
    public SizedNote newestCheckpoint() throws StoreException {
        return real.newestCheckpoint();
    }

    @Override
    public byte[] node(int level, long index) throws StoreException {
        return real.node(level, index);
    }

    @Override
    public Durability durability() {
        return real.durability();
    }

    @Override
    public void close() throws StoreException {
        real.close();
    }
}
