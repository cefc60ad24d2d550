package org.hqccp.decisionlog;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Frontier;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.decisionlog.format.TreeHash;
import org.jspecify.annotations.Nullable;

/** The one thread that writes. It takes what waits as a group, and acknowledges a group only once the store has it for good. */
final class Writer implements Runnable {
    /** How long entries wait for a signed checkpoint over them. */
    static final long CHECKPOINT_NANOS = 500_000_000;

    private static final int MOST_WAITING = 2_048;
    private static final int LARGEST_GROUP = 256;
    private static final long IDLE_NANOS = 1_000_000_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pending NOTHING = Pending.nothing();

    private final LogStore store;
    private final LogKeys keys;
    private final CheckpointPlace place;
    private final Clock clock;
    private final DiskGuard disk;
    private final Executor answers;
    private final Runnable onFailure;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Frontier tree;
    private Instant last;
    private long signed;
    private long unsignedSince = System.nanoTime();
    private long lookedAt = unsignedSince;
    private volatile State state = State.RUNNING;
    private volatile boolean hasRoom;
    private volatile boolean clockIsRight = true;
    private volatile @Nullable Exception failedWith;

    /** How the writer stands. */
    enum State {
        RUNNING,
        CLOSING,
        CLOSED,
        FAILED
    }

    /** Where a log stands when it is opened. */
    record Start(Frontier tree, Instant last, long signed) {}

    Writer(
            LogStore store,
            LogKeys keys,
            CheckpointPlace place,
            Start start,
            Clock clock,
            DiskGuard disk,
            Executor answers,
            Runnable onFailure) {
        this.store = store;
        this.keys = keys;
        this.place = place;
        this.tree = start.tree();
        this.last = start.last();
        this.signed = start.signed();
        this.clock = clock;
        this.disk = disk;
        this.answers = answers;
        this.onFailure = onFailure;
        this.hasRoom = disk.hasRoom();
    }

    /** Gives an entry to the writer, or refuses it at once. */
    void add(Pending pending) throws LogRefused {
        LogRefused.@Nullable Reason reason = refusal();
        if (reason == null && !queue.offer(pending)) {
            reason = LogRefused.Reason.BUSY;
        }
        if (reason != null) {
            throw new LogRefused(reason, pending.id());
        }
        if (state == State.FAILED || state == State.CLOSED) {
            // It may have stopped between the two looks; then nobody else empties the queue.
            refuseWaiting();
        }
    }

    /** Why nothing is taken at the moment, or null. */
    LogRefused.@Nullable Reason refusal() {
        if (state != State.RUNNING) {
            return LogRefused.Reason.STOPPED;
        } else if (!hasRoom) {
            return LogRefused.Reason.DISK_NEARLY_FULL;
        }
        return clockIsRight ? null : LogRefused.Reason.CLOCK_SET_BACK;
    }

    /** Takes nothing new; what waits is still written. */
    void close() {
        if (state == State.RUNNING) {
            state = State.CLOSING;
            // Wakes the writer; where the queue is full it is awake.
            queue.offer(NOTHING);
        }
    }

    @Override
    public void run() {
        List<Pending> group = new ArrayList<>();
        try {
            while (state == State.RUNNING || !queue.isEmpty()) {
                group.clear();
                Pending first = queue.poll(patience(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    group.remove(NOTHING);
                }
                look();
                write(group, checkpointIsDue());
            }
            group.clear();
            write(group, signed < tree.size());
            state = State.CLOSED;
            refuseWaiting();
        } catch (StoreException | IOException | InterruptedException | RuntimeException e) {
            fail(group, e);
        }
    }

    private long patience() {
        if (state != State.RUNNING) {
            return 0;
        }
        return signed < tree.size()
                ? Math.max(0, Math.min(IDLE_NANOS, unsignedSince + CHECKPOINT_NANOS - System.nanoTime()))
                : IDLE_NANOS;
    }

    private boolean checkpointIsDue() {
        return signed < tree.size() && System.nanoTime() - unsignedSince >= CHECKPOINT_NANOS;
    }

    private void look() {
        if (System.nanoTime() - lookedAt >= IDLE_NANOS) {
            lookedAt = System.nanoTime();
            hasRoom = disk.hasRoom();
            clockIsRight = !DataFolder.isSetBack(clock.instant(), last);
        }
    }

    private void write(List<Pending> group, boolean sign) throws StoreException, IOException {
        Instant now = clock.instant();
        if (!group.isEmpty() && DataFolder.isSetBack(now, last)) {
            clockIsRight = false;
            group.forEach(p -> refuse(p, LogRefused.Reason.CLOCK_SET_BACK));
            return;
        }
        if (group.isEmpty() && !sign) {
            return;
        }
        if (signed == tree.size()) {
            unsignedSince = System.nanoTime();
        }
        Instant time = now.isAfter(last) ? now : last;
        String written = TIME.format(time);
        List<EntryRow> rows = new ArrayList<>(group.size());
        List<Recorded> recorded = new ArrayList<>(group.size());
        List<LogStore.KeptRuleSet> ruleSets = new ArrayList<>();
        for (Pending pending : group) {
            EntryRow row = row(pending, written);
            rows.add(row);
            recorded.add(new Recorded(
                    pending.id(), written, new Receipt(keys.origin(), row.index(), row.leafHash(), row.code())));
            if (pending.ruleSet() != null) {
                ruleSets.add(pending.ruleSet());
            }
        }
        LogReader.@Nullable SizedNote checkpoint = sign ? checkpoint() : null;
        store.append(new LogStore.Group(rows, ruleSets, checkpoint));
        last = time;
        acknowledge(group, recorded);
        if (checkpoint != null) {
            place.write(checkpoint.note());
            signed = checkpoint.size();
        }
    }

    private EntryRow row(Pending pending, String time) {
        long index = tree.size();
        byte[] leaf = pending.leaf().at(index, time);
        byte[] leafHash = TreeHash.leaf(leaf);
        byte[] nodes = EntryRow.joined(tree.add(leafHash));
        byte[] code = keys.code(Receipt.codedText(keys.origin(), index, leafHash));
        return new EntryRow(index, pending.id(), leaf, nodes, code, pending.sealed(), pending.claim());
    }

    private LogReader.SizedNote checkpoint() {
        Checkpoint checkpoint = new Checkpoint(keys.origin(), tree.size(), tree.root());
        return new LogReader.SizedNote(checkpoint.size(), checkpoint.sign(keys.signing()));
    }

    private void acknowledge(List<Pending> group, List<Recorded> recorded) {
        for (int i = 0; i < group.size(); i++) {
            Recorded acknowledgement = recorded.get(i);
            Pending pending = group.get(i);
            answers.execute(() -> pending.acknowledged().complete(acknowledgement));
        }
    }

    /** A write that failed is never tried again: after a failed fsync the system may claim to have written what it lost. */
    private void fail(List<Pending> group, Exception failure) {
        state = State.FAILED;
        boolean perhaps = !(failure instanceof StoreException store) || store.perhapsWritten();
        LogRefused.Reason reason = perhaps ? LogRefused.Reason.COMMIT_UNKNOWN : LogRefused.Reason.STOPPED;
        group.forEach(p -> refuse(p, reason));
        refuseWaiting();
        StopNotice.log(failure, perhaps);
        failedWith = failure;
        onFailure.run();
    }

    @Nullable
    Exception failure() {
        return failedWith;
    }

    State state() {
        return state;
    }

    private void refuseWaiting() {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            refuse(pending, LogRefused.Reason.STOPPED);
        }
    }

    private void refuse(Pending pending, LogRefused.Reason reason) {
        answers.execute(() -> pending.acknowledged().completeExceptionally(new LogRefused(reason, pending.id())));
    }
}
