package org.hqccp.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How many cases are in work at once, from when one is begun until its answer is whole: recorded too, where that was asked. Each holds an answer
 * in memory meanwhile, and whoever waits here holds a case alone. There is room for so many that the processors always have one to go on with
 * while others wait for the disk; nobody who decides ever waits here.
 */
final class InWork {
    private static final int PER_PROCESSOR = 40;

    private final Queue<CompletableFuture<@Nullable Void>> waiting = new ArrayDeque<>();
    private int room;

    /** @param most how many */
    InWork(int most) {
        this.room = most;
    }

    /** As many as keep the processors of this machine at work. */
    static InWork standard() {
        return new InWork(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /** Asks for a place. Places are given in the order in which they are asked for. */
    CompletableFuture<@Nullable Void> take() {
        CompletableFuture<@Nullable Void> place = new CompletableFuture<>();
        synchronized (this) {
            if (room == 0) {
                waiting.add(place);
                return place;
            }
            room--;
        }
        place.complete(null);
        return place;
    }

    /** Gives a place back. */
    void giveBack() {
        CompletableFuture<@Nullable Void> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                room++;
            }
        }
        if (next != null) {
            next.complete(null);
        }
    }
}
