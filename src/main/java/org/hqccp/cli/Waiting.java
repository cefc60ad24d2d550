package org.hqccp.cli;

/** Tells a person what is going on while one long step is not done; silent for two seconds, and where nobody looks on. */
final class Waiting {
    private static final long PATIENCE_MILLIS = 2_000;
    private final Screen screen;
    private final String what;
    private final Thread teller;
    private boolean shown;
    private boolean done;

    Waiting(Screen screen, String what) {
        this(screen, what, PATIENCE_MILLIS);
    }

    Waiting(Screen screen, String what, long patienceMillis) {
        this.screen = screen;
        this.what = what;
        this.teller = new Thread(() -> tell(patienceMillis), "waiting");
        teller.setDaemon(true);
        if (screen.watched()) {
            teller.start();
        }
    }

    private void tell(long patienceMillis) {
        try {
            Thread.sleep(patienceMillis);
        } catch (InterruptedException e) {
            return; // It is done.
        }
        synchronized (this) {
            if (!done) {
                screen.err().print(what + " ...");
                screen.err().flush();
                shown = true;
            }
        }
    }

    /** To be called when the step is done, or failed. */
    synchronized void end() {
        done = true;
        teller.interrupt();
        if (shown) {
            screen.err().print("\r\u001b[K");
            screen.err().flush();
        }
    }
}
