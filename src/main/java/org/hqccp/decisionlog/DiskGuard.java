package org.hqccp.decisionlog;

import java.io.IOException;

/** Sees to it that the log stops taking decisions while there is still room to recover. */
final class DiskGuard {
    private static final long LEAST_BYTES = 512L << 20;
    private static final long LEAST_PARTS_IN_100 = 5;

    private final DiskSpace disk;

    DiskGuard(DiskSpace disk) {
        this.disk = disk;
    }

    /** Whether there is room for more. */
    boolean hasRoom() {
        try {
            long free = disk.free();
            return free >= LEAST_BYTES && free >= disk.whole() / 100 * LEAST_PARTS_IN_100;
        } catch (IOException e) {
            return false;
        }
    }
}
