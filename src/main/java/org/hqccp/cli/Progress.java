package org.hqccp.cli;

import java.util.function.Supplier;

/** Tells a person how far a long command is; silent for two seconds, and where nobody looks on. */
final class Progress {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long PAUSE = 200_000_000L;
    private static final int BAR = 30;
    private static final String CLEAR = "\u001b[K";
    private final Screen screen;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean shown;

    Progress(Screen screen) {
        this.screen = screen;
    }

    void at(int done, int all, String what) {
        show(() -> done + " of " + all + " " + what);
    }

    /**
     * A bar, for what is known only as a share of the whole.
     *
     * @param share how much is done, from 0 to 1
     */
    void bar(double share, long done, String what) {
        show(() -> {
            int full = (int) Math.round(BAR * Math.min(1, share));
            long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000L);
            return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + Math.round(100 * Math.min(1, share))
                    + " %  " + done + " " + what + ", " + done / seconds + " a second";
        });
    }

    private void show(Supplier<String> line) {
        long now = System.nanoTime();
        if (screen.watched() && now - start > PATIENCE && now - last > PAUSE) {
            screen.err().print("\r" + line.get() + CLEAR);
            screen.err().flush();
            last = now;
            shown = true;
        }
    }

    void end() {
        if (shown) {
            screen.err().print("\r" + CLEAR);
            screen.err().flush();
        }
    }
}
