package org.hqccp.cli;

/** Tells a person how far a long command is; silent for two seconds, and where nobody looks on. */
final class Progress {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long PAUSE = 200_000_000L;
    private final Screen screen;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean shown;

    Progress(Screen screen) {
        this.screen = screen;
    }

    void at(int done, int all, String what) {
        long now = System.nanoTime();
        if (screen.watched() && now - start > PATIENCE && now - last > PAUSE) {
            screen.err().print("\r" + done + " of " + all + " " + what);
            screen.err().flush();
            last = now;
            shown = true;
        }
    }

    void end() {
        if (shown) {
            screen.err().print("\r\u001b[K");
            screen.err().flush();
        }
    }
}
